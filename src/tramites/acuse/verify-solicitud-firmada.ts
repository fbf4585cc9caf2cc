import { type DatosDeAcuseDeSolicitud, firmasDe } from '#domain/acuse/datos.ts';
import type { FallaDeAcuse } from '#domain/acuse/falla-de-acuse.ts';
import { formatFechaIsoCentro } from '#domain/fecha.ts';
import type { CertificadoVerificado } from '#infra/efirma/create-verificador.ts';
import { hashDe } from '#tramites/bitacora/hash-de.ts';
import type { Contexto } from '#tramites/contexto.ts';
import { textoDeVersion, textoPlano } from '#wording/solicitud/textos.ts';
import type { Fechado } from './lo-guardado.ts';

type ContextoDeRevision = Pick<Contexto, 'db' | 'efirma' | 'verifyOcsp'>;

/** That the text of its version is the one signed, by each with an e.firma of their RFC that was good then, as it is kept. */
export async function verifySolicitudFirmada(
  ctx: ContextoDeRevision,
  datos: DatosDeAcuseDeSolicitud,
  fechado: Fechado,
): Promise<FallaDeAcuse[]> {
  const fallas = new Set<FallaDeAcuse>();
  const texto = textoPlano(textoDeVersion(datos.textoVersion));
  if (hashDe(texto) !== datos.textoSha256) fallas.add('TEXTO_DISTINTO');
  const guardadas = await findFirmas(ctx, datos);
  for (const [index, sellada] of firmasDe(datos).entries()) {
    const guardada = guardadas[index];
    if (!guardada) return [...fallas.add('SOLICITUD_DISTINTA')];
    if (!isAsSealed(guardada, datos, sellada, fechado)) fallas.add('SOLICITUD_DISTINTA');
    const certificado = ctx.efirma.verifyCertificado(guardada.certificado.der, new Date(sellada.fechaDeFirma));
    if (!certificado.ok) return [...fallas.add('EFIRMA_INVALIDA')];
    const { rfc, serie } = certificado.value;
    if (rfc !== sellada.rfc || serie !== sellada.serieDelFirmante) fallas.add('EFIRMA_INVALIDA');
    const firma = Buffer.from(sellada.firma, 'base64');
    const isFirmada = ctx.efirma.verifyFirma(certificado.value, datos.cadenaFirmada, firma);
    if (!isFirmada || !isOfEstaSolicitud(datos)) fallas.add('FIRMA_INVALIDA');
    if (!isRevisada(ctx, guardada, certificado.value)) fallas.add('REVOCACION_INVALIDA');
  }
  return [...fallas];
}

type Guardada = Awaited<ReturnType<typeof findFirmas>>[number];

const ACTO = { titularId: true, textoVersion: true, textoSha256: true, cadenaOriginal: true, estado: true } as const;
const FIRMA = {
  firma: true,
  certificadoId: true,
  certificado: { select: { der: true, titularId: true, titular: { select: { rfc: true } } } },
  consultaOcsp: {
    select: { certificadoId: true, resultado: true, respuesta: true, consultadaEn: true, vigenteHasta: true },
  },
} as const;

/** What is kept of each who signed a legal text, the titular's first; none without its record. */
export async function findFirmas({ db }: Pick<Contexto, 'db'>, { tipo, folio }: DatosDeAcuseDeSolicitud) {
  if (tipo === 'SOLICITUD')
    return db.solicitud.findMany({ where: { folio }, select: { ...ACTO, ...FIRMA, fecha: true } });
  const firmas = { orderBy: { lado: 'asc' }, select: { ...FIRMA, firmadaEn: true } } as const;
  const representacion = await db.representacion.findUnique({ where: { folio }, select: { ...ACTO, firmas } });
  return (representacion?.firmas ?? []).map((firma) => ({ ...representacion, ...firma, fecha: firma.firmadaEn }));
}

function isAsSealed(
  guardada: Guardada,
  datos: DatosDeAcuseDeSolicitud,
  sellada: ReturnType<typeof firmasDe>[number],
  { titularId, isSame }: Fechado,
): boolean {
  return (
    guardada.titularId === titularId &&
    (sellada.rfc === datos.rfc
      ? guardada.certificado.titularId === titularId
      : guardada.certificado.titular.rfc === sellada.rfc) &&
    (datos.tipo === 'SOLICITUD' ? guardada.estado === 'FIRMADA' : guardada.estado !== 'PROPUESTA') &&
    guardada.textoVersion === datos.textoVersion &&
    guardada.textoSha256 === datos.textoSha256 &&
    guardada.cadenaOriginal === datos.cadenaFirmada &&
    Buffer.from(guardada.firma).toString('base64') === sellada.firma &&
    isSame(guardada.fecha, sellada.fechaDeFirma)
  );
}

/** Nobody passes off what somebody signed for another folio, moment, text or person. */
function isOfEstaSolicitud(datos: DatosDeAcuseDeSolicitud) {
  const { cadenaFirmada, folio, rfc, fechaDeFirma, textoVersion, textoSha256, porConducto, rfcRepresentante } = datos;
  const conducto = porConducto ? [rfcRepresentante, porConducto.folio] : [];
  const suyo = datos.tipo === 'SOLICITUD' ? formatFechaIsoCentro(new Date(fechaDeFirma)) : datos.rfcRepresentante;
  return [folio, suyo, rfc, textoVersion, textoSha256, ...conducto].every((valor) =>
    cadenaFirmada.includes(`:${valor}|`),
  );
}

/** By the bytes of the answer, at the moment when it came. Where nobody is asked there is none. */
function isRevisada(
  { verifyOcsp }: ContextoDeRevision,
  { consultaOcsp, certificadoId }: Guardada,
  certificado: CertificadoVerificado,
) {
  const { respuesta: der, resultado, consultadaEn: now, vigenteHasta } = consultaOcsp;
  if (consultaOcsp.certificadoId !== certificadoId) return false;
  if (resultado !== 'BUENO') return resultado === 'NO_CONSULTADO' && der === null;
  if (!der || !verifyOcsp) return der !== null;
  const judged = verifyOcsp({ der, certificado: certificado.der, emisor: certificado.emisor, now, nonce: null });
  return judged.resultado === 'BUENO' && judged.vigenteHasta.getTime() === vigenteHasta?.getTime();
}
