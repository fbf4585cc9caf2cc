import type { TareaPendiente } from '#domain/soporte/folio-leido.ts';
import type { MensajeConEvidencia } from '#domain/soporte/mensaje-con-evidencia.ts';
import type { Contexto } from '#tramites/contexto.ts';
import { listTareas, type TareaEnCola } from '#tramites/tarea/list-tareas.ts';
import type { FolioHallado } from './find-folio.ts';

type ContextoDeCola = Pick<Contexto, 'db' | 'desfaseMs'>;

/** The jobs of a folio that the queue still has. */
export async function listTareasDeFolio(
  ctx: ContextoDeCola,
  hallado: FolioHallado,
  mensajes: readonly MensajeConEvidencia[],
): Promise<TareaEnCola[]> {
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
  tareas: readonly TareaEnCola[],
  { mensajes, isEnProceso }: { mensajes: readonly MensajeConEvidencia[]; isEnProceso: boolean },
): TareaPendiente[] {
  return tareas.flatMap<TareaPendiente>(({ nombre, id, ...tarea }) => {
    switch (nombre) {
      case 'enviar-aviso': {
        const mensaje = mensajes.find((each) => each.id === id);
        return mensaje ? [{ nombre, mensaje, ...tarea }] : [];
      }
      case 'cancelar-medio':
        return isEnProceso ? [{ nombre, ...tarea }] : [];
      case 'emitir-acuse':
      case 'sellar-tiempo':
      case 'verificar-solicitud':
        return [{ nombre, ...tarea }];
      default:
        return [];
    }
  });
}
