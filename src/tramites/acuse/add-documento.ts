import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import type { SelloLeido } from '#infra/pades/sello-de-pdf.ts';
import type { Contexto } from '#tramites/contexto.ts';
import type { DocumentoDeEvidencia, TiempoDeEvidencia } from '#wording/acuse/documento-de-evidencia.ts';
import { type Archivos, toPem, utf8 } from './archivos-de-evidencia.ts';

/** Null when there is no PDF yet, or it is from before documents were sealed. */
export async function addDocumento(
  ctx: Contexto,
  acuseId: string,
  archivos: Archivos,
): Promise<DocumentoDeEvidencia | null> {
  const documento = await ctx.db.acuseDocumento.findUnique({
    where: { acuseId },
    select: { pdf: true, emitidoEn: true, selloDeTiempo: { select: { objeto: true, token: true } } },
  });
  if (!documento) return null;
  const pdf = await promisify(gunzip)(documento.pdf);
  const sello = ctx.selloDePdf.read(pdf);
  if (!sello) return null;
  archivos
    .set('acuse.pdf', pdf)
    .set('sello-del-documento.p7s', sello.cms)
    .set('certificado-del-documento.pem', utf8(toPem(sello.certificado)));
  const tiempo = documento.selloDeTiempo && addTiempo(ctx, pdf, sello, documento.selloDeTiempo, archivos);
  return { antes: sello.antes, despues: sello.despues, emitidoEn: documento.emitidoEn, tiempo };
}

function addTiempo(
  ctx: Contexto,
  pdf: Buffer,
  { firma, posicionDeFirma }: SelloLeido,
  { objeto, token }: { objeto: 'SELLO_DEL_DOCUMENTO' | 'DOCUMENTO'; token: Uint8Array },
  archivos: Archivos,
): TiempoDeEvidencia | null {
  const isOfSello = objeto === 'SELLO_DEL_DOCUMENTO';
  const sha256 = createHash('sha256')
    .update(isOfSello ? firma : pdf)
    .digest();
  const respuesta = ctx.verifySelloDeTiempo({ token, sha256 });
  if (respuesta.resultado !== 'SELLADO') return null;
  const { certificados, fecha } = respuesta.sello;
  archivos.set('sello-de-tiempo.der', token).set('autoridad-de-tiempo.pem', utf8(certificados.map(toPem).join('')));
  return { fecha, posicionDeFirma: isOfSello ? posicionDeFirma : null };
}
