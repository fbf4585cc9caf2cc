import type { Prisma } from '#generated/prisma/client.ts';
import { tellContactos } from '#tramites/aviso/tell-contactos.ts';
import { appendBitacora } from '#tramites/bitacora/append-bitacora.ts';
import { type Contexto, lockTitular, type Tx } from '#tramites/contexto.ts';
import { TRANSACCION_MASIVA } from '#tramites/registro-patronal/summarize-registros.ts';
import { removeTareas } from '#tramites/tarea/add-tarea.ts';

/** The job that runs when a medio's 72 hours end: Cancelado, if nobody proved it and its deadline has really passed. */
export async function cancelMedio(ctx: Contexto, medioId: string): Promise<void> {
  await ctx.db.$transaction(async (tx) => {
    const medio = { where: { id: medioId }, select: { titularId: true } };
    const { titularId } = await tx.medioDeContacto.findUniqueOrThrow(medio);
    await lockTitular(tx, titularId);
    await cancelMediosVencidos(tx, ctx, { id: medioId });
  }, TRANSACCION_MASIVA);
}

const POR_TANDA = 500;
/** Places that a batch frees at most: a medio may have those of fifty thousand registros. */
const LUGARES_POR_TANDA = 50_000;

/** Whatever expired by the portal's own clock, first what expired first. Ends early with the process. */
export async function cancelEveryMedioVencido(ctx: Contexto, signal?: AbortSignal): Promise<void> {
  let desde: Date | null = new Date(0);
  while (desde && !signal?.aborted) desde = await cancelTanda(ctx, desde);
}

/**
 * Where a titular is busy, or somebody validates at this instant, it waits for nobody: the next sweep comes later.
 * @returns the deadline to go on from; null when nothing was left to do.
 */
export async function cancelTanda(ctx: Contexto, desde = new Date(0)): Promise<Date | null> {
  return ctx.db.$transaction(async (tx) => {
    const tanda = cutTanda(await lockVencidos(tx, ctx.now(), desde));
    if (tanda.length === 0) return null;
    const cancelados = await cancelByIds(tx, ctx.now(), tanda);
    await tellCancelados(tx, ctx, cancelados);
    const tareas = cancelados.map(({ id }) => ({ medioId: id }));
    await removeTareas(tx, 'cancelar-medio', tareas);
    return tanda.at(-1)?.venceEn ?? null;
  }, TRANSACCION_MASIVA);
}

type Vencido = { id: string; venceEn: Date; lugares: number };

/** In the order of the index by state and deadline, of which no more is read than the batch takes. */
function lockVencidos(tx: Tx, now: Date, desde: Date): Promise<Vencido[]> {
  return tx.$queryRaw<Vencido[]>`
    SELECT medio.id, vence_en AS "venceEn", coalesce(registros, 1) AS lugares
    FROM medio_de_contacto AS medio JOIN titular ON titular.id = titular_id
    WHERE estado = 'EN_PROCESO' AND vence_en BETWEEN ${desde} AND ${now}
    ORDER BY vence_en LIMIT ${POR_TANDA} FOR NO KEY UPDATE SKIP LOCKED`;
}

/** A statement that names five hundred rows is dearer to write for Prisma than to do. */
function cancelByIds(tx: Tx, now: Date, tanda: readonly Vencido[]): Promise<Cancelado[]> {
  return tx.$queryRaw<Cancelado[]>`
    UPDATE medio_de_contacto SET estado = 'CANCELADO', fecha_de_cancelacion = ${now}
    WHERE id = ANY (${tanda.map(({ id }) => id)}::uuid[]) AND estado = 'EN_PROCESO' AND vence_en <= ${now}
    RETURNING id, folio, titular_id AS "titularId"`;
}

function cutTanda(vencidos: readonly Vencido[]): Vencido[] {
  let lugares = 0;
  return vencidos.filter((vencido, at) => {
    lugares += vencido.lugares;
    return at === 0 || lugares <= LUGARES_POR_TANDA;
  });
}

/** Frees its place (guide IV). Every trámite that counts places calls it first: no limit depends on the worker. */
export async function cancelMediosVencidos(
  tx: Tx,
  ctx: ContextoDeCancelacion,
  filter: Pick<Prisma.MedioDeContactoWhereInput, 'id' | 'titularId' | 'registros'>,
): Promise<Cancelado[]> {
  const now = ctx.now();
  const vencidos = await tx.medioDeContacto.updateManyAndReturn({
    where: { ...filter, estado: 'EN_PROCESO', venceEn: { lte: now } },
    data: { estado: 'CANCELADO', fechaDeCancelacion: now },
    select: { id: true, folio: true, titularId: true },
  });
  if (vencidos.length > 0) await tellCancelados(tx, ctx, vencidos);
  return vencidos;
}

type ContextoDeCancelacion = Pick<Contexto, 'now' | 'actor' | 'desfaseMs'>;

type Cancelado = Record<'id' | 'folio' | 'titularId', string>;

async function tellCancelados(tx: Tx, ctx: ContextoDeCancelacion, cancelados: readonly Cancelado[]): Promise<void> {
  const tipo = 'MEDIO_CANCELADO' as const;
  const datos = { causa: 'PLAZO' };
  const apuntes = cancelados.map(({ titularId, folio }) => ({ evento: tipo, titularId, folio, datos }));
  await appendBitacora(tx, ctx, apuntes);
  const noticias = cancelados.map(({ id: medioId, titularId }) => ({ titularId, tipo, medioId }));
  await tellContactos(tx, ctx, noticias);
}
