import type { MotivoDeCierre } from '#domain/sesion/motivo-de-cierre.ts';
import type { SesionAbierta } from '#domain/sesion/sesion-abierta.ts';
import { appendBitacora } from '#tramites/bitacora/append-bitacora.ts';
import type { ActorDeSoporte, ActorTitular, ContextoDeSoporte, ContextoDeTitular, Tx } from '#tramites/contexto.ts';
import { openSince } from './find-sesion.ts';

/** What whoever asks, of either kind, has open now; the newest first. */
export function listSesiones({ db, actor, now }: ContextoDeTitular | ContextoDeSoporte): Promise<SesionAbierta[]> {
  const { ultimaActividadEn, creadaEn } = openSince(now());
  const persona = personaDe(actor);
  return db.$queryRaw<SesionAbierta[]>`
    SELECT id, creada_en AS "creadaEn", ultima_actividad_en AS "ultimaActividadEn", serie,
           id = ${actor.sesionId}::uuid AS "isCurrent"
    FROM (SELECT s.id, creada_en, ultima_actividad_en, cerrada_en, serie
          FROM sesion AS s JOIN certificado AS c ON c.id = certificado_id WHERE s.titular_id = ${persona}::uuid
          UNION ALL SELECT id, creada_en, ultima_actividad_en, cerrada_en, serie
          FROM sesion_de_soporte WHERE miembro_id = ${persona}::uuid) AS suyas
    WHERE cerrada_en IS NULL AND ultima_actividad_en > ${ultimaActividadEn.gt} AND creada_en > ${creadaEn.gt}
    ORDER BY creada_en DESC, id DESC`;
}

/** The row of whoever acts: no titular and member share an id. */
function personaDe(actor: ActorTitular | ActorDeSoporte): string {
  return actor.tipo === 'TITULAR' ? actor.titularId : actor.miembroId;
}

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

/** Closes the session of whoever asks, so that a copied cookie is worth nothing from this instant on. */
export async function signOut(ctx: ContextoDeTitular | ContextoDeSoporte): Promise<void> {
  const evento = ctx.actor.tipo === 'SOPORTE' ? 'SALIDA_DE_SOPORTE' : 'SALIDA';
  await ctx.db.$transaction(async (tx) => {
    const [{ cerradas }] = await tx.$queryRaw<[{ cerradas: number }]>`
      SELECT cerrar_sesion(${ctx.actor.sesionId}::uuid, ${ctx.now()}) AS cerradas`;
    if (cerradas > 0) await appendBitacora(tx, ctx, { evento });
  });
}
