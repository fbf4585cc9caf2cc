import { createHash } from 'node:crypto';
import type { DatosDeAcuseDeSolicitud } from '#domain/acuse/datos.ts';
import type { FallaDeAcuse } from '#domain/acuse/falla-de-acuse.ts';
import type { Contexto } from '#tramites/contexto.ts';
import { textoDeVersion, textoPlano } from '#wording/solicitud/textos.ts';

/** That the text of its version is the one signed, by an e.firma of the RFC that was good when it was signed. */
export async function verifySolicitudFirmada(
  ctx: Pick<Contexto, 'db' | 'efirma'>,
  datos: DatosDeAcuseDeSolicitud,
): Promise<FallaDeAcuse[]> {
  const fallas: FallaDeAcuse[] = [];
  const texto = textoPlano(textoDeVersion(datos.textoVersion));
  if (createHash('sha256').update(texto, 'utf8').digest('hex') !== datos.textoSha256) fallas.push('TEXTO_DISTINTO');
  const solicitud = await ctx.db.solicitud.findUnique({
    where: { folio: datos.folio },
    select: { certificado: { select: { der: true } } },
  });
  if (!solicitud) return [...fallas, 'FIRMA_INVALIDA'];
  const certificado = ctx.efirma.verifyCertificado(solicitud.certificado.der, new Date(datos.fechaDeFirma));
  if (!certificado.ok) return [...fallas, 'EFIRMA_INVALIDA'];
  const { rfc, serie } = certificado.value;
  if (rfc !== datos.rfc || serie !== datos.serieDelFirmante) fallas.push('EFIRMA_INVALIDA');
  const firma = Buffer.from(datos.firma, 'base64');
  if (!ctx.efirma.verifyFirma(certificado.value, datos.cadenaFirmada, firma)) fallas.push('FIRMA_INVALIDA');
  return fallas;
}
