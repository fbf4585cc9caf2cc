import { appendBitacora } from '#tramites/bitacora/append-bitacora.ts';
import type { Contexto } from '#tramites/contexto.ts';
import { checkRevocacion, storeRevocacion } from '#tramites/efirma/check-revocacion.ts';
import { addTarea } from '#tramites/tarea/add-tarea.ts';
import { completeSolicitud } from './complete-solicitud.ts';

const HOUR_MS = 3_600_000;

/**
 * Completes a solicitud that was signed while the revocation service did not answer (policy `tolerante`): the job asks
 * again until there is an answer, for as long as it takes. A revoked e.firma makes it void, and the titular may sign anew.
 * Throws RevocacionPendiente while there is no answer.
 */
export async function verifySolicitud(
  ctx: Contexto,
  solicitudId: string,
  { isLast }: { isLast: boolean },
): Promise<void> {
  const solicitud = await ctx.db.solicitud.findUniqueOrThrow({
    where: { id: solicitudId },
    select: { folio: true, titularId: true, fecha: true, certificadoId: true, certificado: { select: { der: true } } },
  });
  const certificado = ctx.efirma.verifyCertificado(solicitud.certificado.der, solicitud.fecha);
  if (!certificado.ok) throw new Error(`a stored certificate no longer verifies: ${certificado.error}`);
  const revocacion = await checkRevocacion({ ...ctx, politicaOcsp: 'estricta' }, certificado.value, { fresh: true });
  if (!revocacion.ok && revocacion.error !== 'CERTIFICADO_REVOCADO') {
    if (isLast) return askAgainLater(ctx, solicitudId);
    throw new RevocacionPendiente(revocacion.error);
  }
  await ctx.db.$transaction(async (tx) => {
    if (!revocacion.ok) return invalidate(ctx, tx, solicitudId, solicitud);
    const consultaOcspId = await storeRevocacion(tx, solicitud.certificadoId, revocacion.value);
    await tx.solicitud.updateMany({
      where: { id: solicitudId, estado: 'PENDIENTE_DE_VERIFICACION' },
      data: { consultaOcspId },
    });
    await completeSolicitud(tx, ctx, solicitudId);
  });
}

/** Thrown so that the queue tries again later. */
export class RevocacionPendiente extends Error {}

/** A new job where the old one has used up its tries: a signed solicitud is never forgotten. */
async function askAgainLater(ctx: Contexto, solicitudId: string): Promise<void> {
  await ctx.db.$transaction((tx) =>
    addTarea(tx, ctx, 'verificar-solicitud', { solicitudId }, new Date(ctx.now().getTime() + HOUR_MS)),
  );
}

async function invalidate(
  ctx: Contexto,
  tx: Parameters<typeof appendBitacora>[0],
  id: string,
  { folio, titularId }: { folio: string; titularId: string },
): Promise<void> {
  const voided = await tx.solicitud.updateMany({
    where: { id, estado: 'PENDIENTE_DE_VERIFICACION' },
    data: { estado: 'INVALIDA' },
  });
  if (voided.count === 0) return;
  await appendBitacora(tx, ctx, {
    evento: 'SOLICITUD_RECHAZADA',
    titularId,
    folio,
    datos: { causa: 'CERTIFICADO_REVOCADO' },
  });
}
