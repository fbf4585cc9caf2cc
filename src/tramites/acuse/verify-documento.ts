import { X509Certificate } from 'node:crypto';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import type { FallaDeAcuse } from '#domain/acuse/falla-de-acuse.ts';
import type { SelloLeido } from '#infra/pades/read-sello-de-pdf.ts';
import { hashDe } from '#tramites/bitacora/hash-de.ts';
import type { Contexto } from '#tramites/contexto.ts';

type Documento = NonNullable<Awaited<ReturnType<typeof find>>>;

/** Null while there is no PDF. One issued before documents were sealed has neither seal nor time stamp that holds. */
export async function verifyDocumento(ctx: Contexto, acuseId: string) {
  const stored = await find(ctx, acuseId);
  if (!stored) return null;
  const pdf = await promisify(gunzip)(stored.pdf).catch(() => Buffer.of());
  const sello = stored.certificado && ctx.selloDePdf.read(pdf);
  const fallas: FallaDeAcuse[] = isIntact(stored, pdf, sello) ? [] : ['DOCUMENTO_ALTERADO'];
  const tiempo = fallas.length === 0 ? verifyTiempo(ctx, stored, sello) : null;
  if (fallas.length === 0 && stored.selloDeTiempo && !tiempo) fallas.push('TIEMPO_INVALIDO');
  const { sha256, revision } = stored;
  return { sha256, revision: revision?.sha256, fallas, selloDeTiempo: tiempo === 'NO_CONFIABLE' ? null : tiempo };
}

function find({ db }: Contexto, acuseId: string) {
  return db.acuseDocumento.findUnique({
    where: { acuseId },
    select: {
      pdf: true,
      sha256: true,
      certificado: { select: { pem: true } },
      revision: { select: { sha256: true, cola: true } },
      selloDeTiempo: { select: { objeto: true, token: true, fecha: true } },
    },
  });
}

function isIntact({ sha256, certificado, revision }: Documento, pdf: Buffer, sello: SelloLeido | null): boolean {
  if (hashDe(pdf) !== sha256) return false;
  if (revision && hashDe(Buffer.concat([pdf, revision.cola])) !== revision.sha256) return false;
  return !certificado || (sello !== null && new X509Certificate(certificado.pem).raw.equals(sello.certificado));
}

function verifyTiempo(ctx: Contexto, documento: Documento, sello: SelloLeido | null) {
  const { selloDeTiempo } = documento;
  if (!selloDeTiempo || !sello) return null;
  const resumen = Buffer.from(selloDeTiempo.objeto === 'DOCUMENTO' ? documento.sha256 : hashDe(sello.firma), 'hex');
  const respuesta = ctx.verifySelloDeTiempo({ token: selloDeTiempo.token, resumen });
  if (respuesta.resultado === 'NO_CONFIABLE') return respuesta.resultado;
  if (respuesta.resultado !== 'SELLADO') return null;
  const { fecha, emisor } = respuesta.sello;
  return fecha.getTime() === selloDeTiempo.fecha.getTime() ? { fecha, emisor } : null;
}
