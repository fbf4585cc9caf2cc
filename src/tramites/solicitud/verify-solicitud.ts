import { runSealed } from '#tramites/acuse/issue-acuse.ts';
import { tellContactos } from '#tramites/aviso/tell-contactos.ts';
import { appendBitacora } from '#tramites/bitacora/append-bitacora.ts';
import { type Contexto, holdInstante, type Tx } from '#tramites/contexto.ts';
import { checkRevocacion, storeRevocacion } from '#tramites/efirma/check-revocacion.ts';
import { addTarea } from '#tramites/tarea/add-tarea.ts';
import { completeSolicitud, SOLICITUD } from './complete-solicitud.ts';

const HOUR_MS = 3_600_000;

/** A revoked e.firma makes it void. Throws RevocacionPendiente without an answer; its last try leaves another job. */
export async function verifySolicitud(ctx: Contexto, solicitudId: string, { isLast }: { isLast: boolean }) {
  try {
    await settleSolicitud(ctx, solicitudId);
  } catch (error) {
    if (!isLast) throw error;
    await addTarea(ctx.db, ctx, 'verificar-solicitud', { solicitudId }, new Date(ctx.now().getTime() + HOUR_MS));
  }
}

/** Thrown so that the queue tries again later. */
export class RevocacionPendiente extends Error {}

async function settleSolicitud(ctx: Contexto, solicitudId: string): Promise<void> {
  const solicitud = await ctx.db.solicitud.findUniqueOrThrow({
    where: { id: solicitudId },
    select: { folio: true, titularId: true, fecha: true, certificadoId: true, certificado: { select: { der: true } } },
  });
  const revocacion = await askRevocacion(ctx, solicitud.certificado.der, solicitud.fecha);
  await runSealed(ctx, {}, async (tx, ctx) => {
    if (!revocacion) return invalidate(ctx, tx, solicitudId, solicitud);
    const consultaOcspId = await storeRevocacion(tx, solicitud.certificadoId, revocacion);
    const pendiente = { id: solicitudId, estado: 'PENDIENTE_DE_VERIFICACION' } as const;
    const data = { consultaOcspId, estado: 'FIRMADA' } as const;
    const [firmada] = await tx.solicitud.updateManyAndReturn({ where: pendiente, data, select: SOLICITUD });
    if (firmada) await completeSolicitud(tx, ctx, firmada);
  });
}

/** Null for a revoked one. */
async function askRevocacion(ctx: Contexto, der: Uint8Array, fecha: Date) {
  const certificado = ctx.efirma.verifyCertificado(der, fecha);
  if (!certificado.ok) throw new Error(`a stored certificate no longer verifies: ${certificado.error}`);
  const revocacion = await checkRevocacion({ ...ctx, politicaOcsp: 'estricta' }, certificado.value, { fresh: true });
  if (revocacion.ok) return revocacion.value;
  if (revocacion.error !== 'CERTIFICADO_REVOCADO') throw new RevocacionPendiente(revocacion.error);
  return null;
}

async function invalidate(
  ctx: Contexto,
  tx: Tx,
  id: string,
  { folio, titularId, fecha }: { folio: string; titularId: string; fecha: Date },
): Promise<void> {
  const pendiente = { id, estado: 'PENDIENTE_DE_VERIFICACION' } as const;
  const voided = await tx.solicitud.updateMany({ where: pendiente, data: { estado: 'INVALIDA' } });
  if (voided.count === 0) return;
  const aLaVez = holdInstante(ctx, fecha);
  const datos = { causa: 'CERTIFICADO_REVOCADO' };
  await appendBitacora(tx, aLaVez, { evento: 'SOLICITUD_RECHAZADA', titularId, folio, datos });
  await tellContactos(tx, aLaVez, { titularId, tipo: 'SOLICITUD_INVALIDA', solicitudId: id, soloCorreos: true });
}
