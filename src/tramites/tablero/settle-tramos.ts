import { listTramos, type Tramo } from '#domain/soporte/rango-del-tablero.ts';
import type { Contexto, Tx } from '#tramites/contexto.ts';
import { CUENTAS } from './summarize-tramos.ts';

const CANDADO = 817_004;
/** Of one run: what a portal left that had been working for months makes no other job wait. */
const TRAMOS = 30;

/**
 * Sums what the board shows of the stretches that are over, and again of those where something changed since. Each in a
 * transaction of its own, whole, so that nothing adds up to an error, and one that fails keeps no other back. @returns how many.
 */
export async function settleTramos(ctx: Pick<Contexto, 'db' | 'now'>, signal?: AbortSignal): Promise<number> {
  const tramos = listTramos(ctx.now());
  await ctx.db.tramoPorContar.deleteMany({ where: { instante: { lt: tramos[0]?.desde } } });
  const pendientes = await listPendientes(ctx, tramos);
  const fallas: unknown[] = [];
  for (const tramo of pendientes) {
    if (signal?.aborted) break;
    await ctx.db.$transaction((tx) => countTramo(tx, tramo)).catch((error) => fallas.push(error));
  }
  if (fallas.length > 0) throw fallas[0];
  return pendientes.length;
}

function listPendientes({ db }: Pick<Contexto, 'db'>, tramos: readonly Tramo[]) {
  const [desde, hasta] = [tramos.map((tramo) => tramo.desde), tramos.map((tramo) => tramo.hasta)];
  return db.$queryRaw<Tramo[]>`
    SELECT tramo.desde, tramo.hasta
    FROM unnest(${desde}::timestamptz[], ${hasta}::timestamptz[]) AS tramo (desde, hasta)
    LEFT JOIN tramo_contado AS contado ON contado.desde = tramo.desde AND contado.hasta = tramo.hasta
    LEFT JOIN tramo_por_contar AS cambio ON cambio.instante >= tramo.desde AND cambio.instante < tramo.hasta
    WHERE contado.desde IS NULL OR cambio.id IS NOT NULL
    GROUP BY 1, 2 ORDER BY bool_or(contado.desde IS NULL) DESC, min(cambio.id), 1 LIMIT ${TRAMOS}`;
}

/** Marks go first: what comes meanwhile stays. */
async function countTramo(tx: Tx, { desde, hasta }: Tramo): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${CANDADO})`;
  await tx.tramoPorContar.deleteMany({ where: { instante: { gte: desde, lt: hasta } } });
  await tx.tramoContado.deleteMany({ where: { desde: { lt: hasta }, hasta: { gt: desde } } });
  await tx.tramoContado.create({ data: { desde, hasta } });
  await tx.$executeRawUnsafe(
    `INSERT INTO cuenta_de_tramo SELECT $3::timestamptz, parte.* FROM (${CUENTAS}) AS parte`,
    desde,
    hasta,
    desde,
  );
}
