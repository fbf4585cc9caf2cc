import type { Lado } from '#domain/representacion/estado.ts';
import type { CertificadoVerificado } from '#infra/efirma/certificado-verificado.ts';
import { issueAcuse } from '#tramites/acuse/issue-acuse.ts';
import { type ContextoDeTitular, holdInstante, type Tx } from '#tramites/contexto.ts';
import { type Revocacion, storeRevocacion } from '#tramites/efirma/check-revocacion.ts';
import { storeCertificado } from '#tramites/efirma/store-certificado.ts';
import type { RepresentacionHallada } from '../vigencia/find-representacion.ts';
import { recordPaso } from './record-paso.ts';

export interface FirmaVerificada {
  lado: Lado;
  certificado: CertificadoVerificado;
  firma: Uint8Array;
  fecha: Date;
  revocacion: Revocacion;
}

/** Both signatures become evidence at once, and with them the designation is in force: one sello, one acuse. */
export async function completeRepresentacion(
  tx: Tx,
  ctx: ContextoDeTitular,
  representacion: RepresentacionHallada,
  firmas: readonly [FirmaVerificada, FirmaVerificada],
): Promise<void> {
  const { id, folio, titularId, titular: particular, cadenaOriginal, hasta } = representacion;
  const aLaVez = holdInstante(ctx, ...firmas.map(({ fecha }) => fecha));
  const [titular, otro] = firmas[0].lado === 'TITULAR' ? firmas : ([firmas[1], firmas[0]] as const);
  const { rfc: rfcRepresentante, nombre: nombreDelRepresentante, serie: serieDelRepresentante } = otro.certificado;
  await tx.primeraFirma.deleteMany({ where: { representacionId: id } });
  await storeFirma(tx, aLaVez, id, titular);
  await storeFirma(tx, aLaVez, id, otro);
  const data = { estado: 'VIGENTE', vigenteDesde: aLaVez.now() } as const;
  await tx.representacion.update({ where: { id, estado: 'PROPUESTA' }, data, select: { id: true } });
  await recordPaso(tx, aLaVez, representacion, 'VIGENTE', { serie: titular.certificado.serie, serieDelRepresentante });
  const { poderes, registrosPatronales, textoVersion, textoSha256 } = representacion;
  await issueAcuse(tx, aLaVez, titularId, {
    tipo: 'REPRESENTACION',
    folio,
    fecha: aLaVez.now().toISOString(),
    ...particular,
    ...datosDeFirma(titular),
    rfcRepresentante,
    nombreDelRepresentante,
    delRepresentante: datosDeFirma(otro),
    poderes,
    registrosPatronales,
    hasta: hasta.toISOString(),
    textoVersion,
    textoSha256,
    cadenaFirmada: cadenaOriginal,
  });
}

/** Who has never signed in has no row yet; their e.firma has just said who they are, as at a sign-in. */
async function storeFirma(
  tx: Tx,
  ctx: ContextoDeTitular,
  representacionId: string,
  { lado, certificado, firma: bytes, fecha: firmadaEn, revocacion }: FirmaVerificada,
): Promise<void> {
  const { rfc, nombre } = certificado;
  const create = { rfc, nombre, creadoEn: ctx.now() };
  const titular = await tx.titular.upsert({ where: { rfc }, create, update: { nombre }, select: { id: true } });
  const certificadoId = await storeCertificado(tx, ctx, titular.id, certificado);
  const consultaOcspId = await storeRevocacion(tx, certificadoId, revocacion);
  const firma = new Uint8Array(bytes);
  const data = { representacionId, lado, certificadoId, consultaOcspId, firma, firmadaEn };
  await tx.firmaDeRepresentacion.create({ data, select: { lado: true } });
}

function datosDeFirma({ fecha, firma, certificado: { serie: serieDelFirmante } }: FirmaVerificada) {
  return { fechaDeFirma: fecha.toISOString(), serieDelFirmante, firma: Buffer.from(firma).toString('base64') };
}
