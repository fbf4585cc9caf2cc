import type { Aviso } from '#generated/prisma/client.ts';
import { appendBitacora } from '#tramites/bitacora/append-bitacora.ts';
import type { Contexto } from '#tramites/contexto.ts';
import { CUENTA_MAXIMA } from '#tramites/tarea/count-tareas.ts';

/** Longer than any job tries: the queue's back-off ends after about two days. */
const OLVIDADO_MS = 3 * 24 * 60 * 60 * 1000;

type Forgotten = Pick<Aviso, 'id' | 'titularId' | 'tipo' | 'folio'>;

/** A message still waiting after three days has lost its job (killed at its last try): SIN_RESPUESTA. */
export async function settleForgottenAvisos(ctx: Contexto): Promise<void> {
  const now = ctx.now();
  await ctx.db.$transaction(async (tx) => {
    // By the index of those that wait, which needs its estado written out: Prisma's is a parameter.
    const forgotten = await tx.$queryRaw<Forgotten[]>`
      UPDATE aviso SET estado = 'SIN_RESPUESTA', resuelto_en = ${now}
      WHERE estado = 'PENDIENTE' AND creado_en < ${new Date(now.getTime() - OLVIDADO_MS)}
      RETURNING id, titular_id AS "titularId", tipo::text, folio`;
    const apuntes = forgotten.map(({ id, titularId, tipo, folio }) => {
      const datos = { avisoId: id, tipo, estado: 'SIN_RESPUESTA', causa: 'OLVIDADO' };
      return { evento: 'ENVIO_RESUELTO' as const, titularId, folio, datos };
    });
    await appendBitacora(tx, ctx, apuntes);
  });
}

/** Messages that were not handed to their provider yet, or CUENTA_MAXIMA where there are more. */
export async function countPendientes({ db }: Pick<Contexto, 'db'>): Promise<number> {
  const [{ pendientes }] = await db.$queryRaw<[{ pendientes: number }]>`
    SELECT count(*)::int AS pendientes
    FROM (SELECT FROM aviso WHERE estado = 'PENDIENTE' LIMIT ${CUENTA_MAXIMA}) AS pendiente`;
  return pendientes;
}
