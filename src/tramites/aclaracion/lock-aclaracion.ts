import {
  type EstadoDeAclaracion,
  estadoTras,
  type HechoDeAclaracion,
  isPorContestar,
} from '#domain/aclaracion/estado.ts';
import type { Contexto, Tx } from '#tramites/contexto.ts';
import type { aclaracionesDe } from '#tramites/vigencia/alcance.ts';

/** Makes whoever writes in one aclaración wait for each other. Null when it is not of those that are `suya`. */
export async function lockAclaracion(tx: Tx, folio: string, suya?: ReturnType<typeof aclaracionesDe>) {
  const locked = await tx.$queryRaw<[{ id: string }?]>`
    SELECT id FROM aclaracion WHERE folio = ${folio} FOR NO KEY UPDATE`;
  if (!locked[0]) return null;
  const aclaracion = await tx.aclaracion.findUnique({
    where: { id: locked[0].id, ...suya },
    select: {
      id: true,
      titularId: true,
      estado: true,
      mensajes: { orderBy: { numero: 'desc' }, take: 1, select: { numero: true, fecha: true } },
    },
  });
  const [ultimo] = aclaracion?.mensajes ?? [];
  return aclaracion && ultimo ? { ...aclaracion, ultimo } : null;
}

export type AclaracionTomada = NonNullable<Awaited<ReturnType<typeof lockAclaracion>>>;

export async function hasPeticion(tx: Tx, aclaracionId: string, peticionId: string): Promise<boolean> {
  return (await tx.mensajeDeAclaracion.count({ where: { aclaracionId, peticionId } })) > 0;
}

/** False when it cannot happen in the state that it is in. */
export async function moveAclaracion(
  tx: Tx,
  ctx: Contexto,
  { id, estado }: AclaracionTomada,
  hecho: HechoDeAclaracion,
): Promise<boolean> {
  const next = estadoTras(estado, hecho);
  if (!next) return false;
  const moved = await tx.aclaracion.updateMany({
    where: { id, estado },
    data: {
      estado: next,
      ...whoWaits(estado, next, ctx.now()),
      ...(ctx.actor.tipo === 'SOPORTE' && hecho !== 'CERRAR' && { atiendeId: ctx.actor.miembroId }),
    },
  });
  return moved.count === 1;
}

function whoWaits(from: EstadoDeAclaracion, to: EstadoDeAclaracion, now: Date) {
  if (to === 'CERRADA') return { cerradaEn: now };
  if (!isPorContestar(to)) return { esperaDesde: null };
  return isPorContestar(from) ? {} : { esperaDesde: now };
}
