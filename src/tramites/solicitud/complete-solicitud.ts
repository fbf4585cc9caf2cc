import type { Prisma } from '#generated/prisma/client.ts';
import { issueAcuse } from '#tramites/acuse/issue-acuse.ts';
import { tellContactos } from '#tramites/aviso/tell-contactos.ts';
import { appendBitacora } from '#tramites/bitacora/append-bitacora.ts';
import { type Contexto, holdInstante, type Tx } from '#tramites/contexto.ts';

/** Of one that has just become FIRMADA: from here on the Buzón is active. */
export async function completeSolicitud(tx: Tx, ctx: Contexto, solicitud: Firmada): Promise<void> {
  const { id: solicitudId, folio, titularId, textoVersion, textoSha256, cadenaOriginal } = solicitud;
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

export const SOLICITUD = {
  id: true,
  folio: true,
  fecha: true,
  titularId: true,
  textoVersion: true,
  textoSha256: true,
  cadenaOriginal: true,
  firma: true,
  certificadoId: true,
} as const;

type Firmada = Prisma.SolicitudGetPayload<{ select: typeof SOLICITUD }>;

async function findFirmante(tx: Tx, { titularId, certificadoId, fecha }: Firmada) {
  const { titular: firmante, ...certificado } = await tx.certificado.findUniqueOrThrow({
    where: { id: certificadoId },
    select: { serie: true, rfcRepresentante: true, titular: { select: { id: true, ...PERSONA } } },
  });
  const { id, ...persona } = firmante;
  if (id === titularId) return { titular: persona, certificado, conducto: {} };
  const titular = await tx.titular.findUniqueOrThrow({ where: { id: titularId }, select: PERSONA });
  return { titular, certificado, conducto: await findConducto(tx, titularId, persona, fecha) };
}

const PERSONA = { rfc: true, nombre: true } as const;

/** By which designation it was signed: of the same two, the one that was in force then. */
async function findConducto(tx: Tx, titularId: string, { rfc, nombre }: Record<'rfc' | 'nombre', string>, fecha: Date) {
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
