import type { TareaPendiente } from '#domain/soporte/folio-leido.ts';
import type { MensajeConEvidencia } from '#domain/soporte/mensaje-con-evidencia.ts';
import type { Contexto } from '#tramites/contexto.ts';
import { listTareas, type TareaEnCola } from '#tramites/tarea/list-tareas.ts';
import type { FolioHallado } from './find-folio.ts';

export type TareaDeFolio = TareaEnCola<TareaPendiente['nombre']>;

export async function listTareasDeFolio(
  ctx: Pick<Contexto, 'db' | 'desfaseMs'>,
  hallado: FolioHallado,
  mensajes: readonly MensajeConEvidencia[],
): Promise<TareaDeFolio[]> {
  const acuses = await ctx.db.acuse.findMany({ where: { folio: hallado.folio }, select: { id: true } });
  return listTareas(ctx, [
    ...mensajes.map(({ id }) => ({ nombre: 'enviar-aviso' as const, payload: { avisoId: id } })),
    ...acuses.map(({ id }) => ({ nombre: 'emitir-acuse' as const, payload: { acuseId: id } })),
    ...acuses.map(({ id }) => ({ nombre: 'sellar-tiempo' as const, payload: { acuseId: id } })),
    ...(hallado.tipo === 'MEDIO' ? [{ nombre: 'cancelar-medio' as const, payload: { medioId: hallado.medioId } }] : []),
    ...(hallado.tipo === 'SOLICITUD'
      ? [{ nombre: 'verificar-solicitud' as const, payload: { solicitudId: hallado.solicitudId } }]
      : []),
  ]);
}

/** Those that will do something: the one that ends the 72 hours of a medio that ended before does nothing. */
export function pendientesDe(
  tareas: readonly TareaDeFolio[],
  { mensajes, isEnProceso }: { mensajes: readonly MensajeConEvidencia[]; isEnProceso: boolean },
): TareaPendiente[] {
  return tareas
    .filter(({ nombre }) => nombre !== 'cancelar-medio' || isEnProceso)
    .map(({ id, ...tarea }) => ({ ...tarea, mensaje: mensajes.find((each) => each.id === id) ?? null }));
}
