import type { Solicitud } from '#generated/prisma/client.ts';
import { issueAcuse } from '#tramites/acuse/issue-acuse.ts';
import { tellContactos } from '#tramites/aviso/tell-contactos.ts';
import { appendBitacora } from '#tramites/bitacora/append-bitacora.ts';
import { type Contexto, holdInstante, type Tx } from '#tramites/contexto.ts';

/** From here on the Buzón is active. Does nothing if the solicitud was settled before. */
export async function completeSolicitud(tx: Tx, ctx: Contexto, solicitudId: string): Promise<void> {
  const [solicitud] = await tx.solicitud.updateManyAndReturn({
    where: { id: solicitudId, estado: 'PENDIENTE_DE_VERIFICACION' },
    data: { estado: 'FIRMADA' },
    select: {
      folio: true,
      fecha: true,
      titularId: true,
      textoVersion: true,
      textoSha256: true,
      cadenaOriginal: true,
      firma: true,
      certificadoId: true,
    },
  });
  if (!solicitud) return;
  const { folio, titularId, textoVersion, textoSha256, cadenaOriginal } = solicitud;
  const { titular, certificado, conducto } = await findFirmante(tx, solicitud);
  const aLaVez = holdInstante(ctx, solicitud.fecha);
  await appendBitacora(tx, aLaVez, { evento: 'SOLICITUD_VERIFICADA', titularId, folio });
  const acuseId = await issueAcuse(tx, aLaVez, titularId, {
    tipo: 'SOLICITUD',
    folio,
    fecha: aLaVez.now().toISOString(),
    fechaDeFirma: solicitud.fecha.toISOString(),
    ...titular,
    rfcRepresentante: certificado.rfcRepresentante,
    ...conducto,
    textoVersion,
    textoSha256,
    cadenaFirmada: cadenaOriginal,
    firma: Buffer.from(solicitud.firma).toString('base64'),
    serieDelFirmante: certificado.serie,
  });
  await tellContactos(tx, aLaVez, { titularId, tipo: 'BUZON_ACTIVADO', solicitudId, acuseId, soloCorreos: true });
}

/** One after the other: Prisma would read two relations at once, on the one connection of the transaction. */
async function findFirmante(tx: Tx, { titularId, certificadoId, fecha }: Firmada) {
  const titular = await findPersona(tx, titularId);
  const certificado = await tx.certificado.findUniqueOrThrow({
    where: { id: certificadoId },
    select: { serie: true, rfcRepresentante: true, titularId: true },
  });
  const isPropio = certificado.titularId === titularId;
  return {
    titular,
    certificado,
    conducto: isPropio ? {} : await findConducto(tx, titularId, certificado.titularId, fecha),
  };
}
type Firmada = Pick<Solicitud, 'titularId' | 'certificadoId' | 'fecha'>;

function findPersona(tx: Tx, id: string) {
  return tx.titular.findUniqueOrThrow({ where: { id }, select: { rfc: true, nombre: true } });
}

/** By which designation it was signed: of the same two, the one that was in force then. */
async function findConducto(tx: Tx, titularId: string, representanteId: string, fecha: Date) {
  const { rfc, nombre } = await findPersona(tx, representanteId);
  const { id: representacionId, folio } = await tx.representacion.findFirstOrThrow({
    where: { titularId, rfcDelRepresentante: rfc, vigenteDesde: { lte: fecha } },
    orderBy: { vigenteDesde: 'desc' },
    select: { id: true, folio: true },
  });
  const { certificado } = await tx.firmaDeRepresentacion.findUniqueOrThrow({
    where: { representacionId_lado: { representacionId, lado: 'TITULAR' } },
    select: { certificado: { select: { serie: true } } },
  });
  return { rfcRepresentante: rfc, porConducto: { nombre, folio, serieDelTitular: certificado.serie } };
}
