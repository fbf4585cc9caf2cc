import {
  type EstadoDeAclaracion,
  estadoTras,
  type HechoDeAclaracion,
  isPorContestar,
} from '#domain/aclaracion/estado.ts';
import type { Contexto, Tx } from '#tramites/contexto.ts';
import type { AclaracionTomada } from './lock-aclaracion.ts';

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
