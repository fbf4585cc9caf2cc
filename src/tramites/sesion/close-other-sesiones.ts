import type { MotivoDeCierre } from '#domain/sesion/motivo-de-cierre.ts';
import { appendBitacora } from '#tramites/bitacora/append-bitacora.ts';
import type { ContextoDeSoporte, ContextoDeTitular, Tx } from '#tramites/contexto.ts';
import { personaDe } from './list-sesiones.ts';

/** «Cerrar las demás»: every session of whoever asks but this one ends at this instant. Answers how many. */
export async function closeOtherSesiones(ctx: ContextoDeTitular | ContextoDeSoporte): Promise<number> {
  return ctx.db.$transaction(async (tx) => {
    const cerradas = await close(tx, personaDe(ctx.actor), ctx.actor.sesionId, ctx.now());
    await appendBitacora(tx, ctx, { evento: 'OTRAS_SESIONES_CERRADAS', datos: { cerradas } });
    return cerradas;
  });
}

/** Whoever supervises ends all that a titular or another member has open; for whom it is answers the page to go back to. */
export async function closeSesionesDe(
  ctx: ContextoDeSoporte,
  { persona, motivo }: { persona: string; motivo: MotivoDeCierre },
): Promise<{ cerradas: number; isDeTitular: boolean }> {
  return ctx.db.$transaction(async (tx) => {
    const titular = await tx.titular.findUnique({ where: { id: persona }, select: { id: true } });
    const cerradas = await close(tx, persona, ctx.actor.sesionId, ctx.now());
    const datos = { causa: 'SUPERVISION', motivo, cerradas, ...(!titular && { miembroId: persona }) };
    await appendBitacora(tx, ctx, { evento: 'SESIONES_TERMINADAS', titularId: titular?.id ?? null, datos });
    return { cerradas, isDeTitular: titular !== null };
  });
}

async function close(tx: Tx, persona: string, menos: string, now: Date): Promise<number> {
  const [{ cerradas }] = await tx.$queryRaw<[{ cerradas: number }]>`
    SELECT cerrar_sesiones_de(${persona}::uuid, ${menos}::uuid, ${now}) AS cerradas`;
  return cerradas;
}
