import { createHash, X509Certificate } from 'node:crypto';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import type { FallaDeAcuse } from '#domain/acuse/falla-de-acuse.ts';
import type { SelloLeido } from '#infra/pades/sello-de-pdf.ts';
import type { Contexto } from '#tramites/contexto.ts';

export interface TiempoCertificado {
  fecha: Date;
  emisor: string;
}

interface DocumentoVerificado {
  sha256: string;
  fallas: FallaDeAcuse[];
  /** Null when it has no time stamp, or none that holds. */
  selloDeTiempo: TiempoCertificado | null;
}

type Documento = NonNullable<Awaited<ReturnType<typeof find>>>;

type Tiempo = TiempoCertificado | 'NO_CONFIABLE' | null;

/** Null while there is no PDF. One issued before documents were sealed has neither seal nor time stamp. */
export async function verifyDocumento(ctx: Contexto, acuseId: string): Promise<DocumentoVerificado | null> {
  const stored = await find(ctx, acuseId);
  if (!stored) return null;
  const pdf = await promisify(gunzip)(stored.pdf).catch(() => Buffer.of());
  const sello = stored.certificado && ctx.selloDePdf.read(pdf);
  if (!isIntact(stored, pdf, sello))
    return { sha256: stored.sha256, fallas: ['DOCUMENTO_ALTERADO'], selloDeTiempo: null };
  const tiempo = verifyTiempo(ctx, stored, sello);
  const fallas: FallaDeAcuse[] = stored.selloDeTiempo && !tiempo ? ['TIEMPO_INVALIDO'] : [];
  return { sha256: stored.sha256, fallas, selloDeTiempo: tiempo === 'NO_CONFIABLE' ? null : tiempo };
}

function find({ db }: Contexto, acuseId: string) {
  return db.acuseDocumento.findUnique({
    where: { acuseId },
    select: {
      pdf: true,
      sha256: true,
      certificado: { select: { pem: true } },
      selloDeTiempo: { select: { objeto: true, token: true, fecha: true } },
    },
  });
}

function isIntact({ sha256, certificado }: Documento, pdf: Buffer, sello: SelloLeido | null): boolean {
  if (createHash('sha256').update(pdf).digest('hex') !== sha256) return false;
  return !certificado || (sello !== null && new X509Certificate(certificado.pem).raw.equals(sello.certificado));
}

function verifyTiempo(ctx: Contexto, documento: Documento, sello: SelloLeido | null): Tiempo {
  const { selloDeTiempo } = documento;
  if (!selloDeTiempo || !sello) return null;
  const sha256 =
    selloDeTiempo.objeto === 'DOCUMENTO'
      ? Buffer.from(documento.sha256, 'hex')
      : createHash('sha256').update(sello.firma).digest();
  const respuesta = ctx.verifySelloDeTiempo({ token: selloDeTiempo.token, sha256 });
  if (respuesta.resultado === 'NO_CONFIABLE') return respuesta.resultado;
  if (respuesta.resultado !== 'SELLADO') return null;
  const { fecha, emisor } = respuesta.sello;
  return fecha.getTime() === selloDeTiempo.fecha.getTime() ? { fecha, emisor } : null;
}
