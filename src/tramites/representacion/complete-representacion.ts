import type { Lado } from '#domain/representacion/estado.ts';
import type { CertificadoVerificado } from '#infra/efirma/create-verificador.ts';
import { issueAcuse } from '#tramites/acuse/issue-acuse.ts';
import { type ContextoDeTitular, holdInstante, type Tx } from '#tramites/contexto.ts';
import type { Revocacion } from '#tramites/efirma/check-revocacion.ts';
import { storeFirmante } from '#tramites/efirma/store-certificado.ts';
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

async function storeFirma(tx: Tx, ctx: ContextoDeTitular, representacionId: string, firmada: FirmaVerificada) {
  const { certificadoId, consultaOcspId } = await storeFirmante(tx, ctx, firmada);
  const { lado, fecha: firmadaEn } = firmada;
  const firma = new Uint8Array(firmada.firma);
  const data = { representacionId, lado, certificadoId, consultaOcspId, firma, firmadaEn };
  await tx.firmaDeRepresentacion.create({ data, select: { lado: true } });
}

function datosDeFirma({ fecha, firma, certificado: { serie: serieDelFirmante } }: FirmaVerificada) {
  return { fechaDeFirma: fecha.toISOString(), serieDelFirmante, firma: Buffer.from(firma).toString('base64') };
}
