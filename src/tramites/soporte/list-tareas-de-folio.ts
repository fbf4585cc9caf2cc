import type { Contexto } from '#tramites/contexto.ts';
import { listTareas, type TareaEnCola } from '#tramites/tarea/list-tareas.ts';
import type { Pendiente } from '#wording/soporte/folio-leido.ts';
import { nombreDeMensaje } from '#wording/soporte/mensaje-en-palabras.ts';
import type { MensajeConEvidencia } from '#wording/soporte/suceso-de-mensaje.ts';
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

/** What those jobs will do, and when. The job that ends the 72 hours of a medio that ended before does nothing: it is left out. */
export function describePendientes(
  tareas: readonly TareaEnCola[],
  { mensajes, isEnProceso }: { mensajes: readonly MensajeConEvidencia[]; isEnProceso: boolean },
): Pendiente[] {
  return tareas.flatMap((tarea) => {
    const que = queHara(tarea, mensajes, isEnProceso);
    if (que === null) return [];
    const { cuando, intentos, isAgotada, isEnCurso } = tarea;
    const again = intentos > 0 && !isEnCurso ? ` (van ${intentos} ${intentos === 1 ? 'intento' : 'intentos'})` : '';
    const texto = isAgotada && !isEnCurso ? `${que}: la cola dejó de intentarlo.` : `${que}${again}.`;
    return [{ cuando, texto, isEnCurso }];
  });
}

function queHara({ nombre, id }: TareaEnCola, mensajes: readonly MensajeConEvidencia[], isEnProceso: boolean) {
  switch (nombre) {
    case 'enviar-aviso': {
      const mensaje = mensajes.find((each) => each.id === id);
      return mensaje ? `Entregar ${nombreDeMensaje(mensaje)}` : null;
    }
    case 'emitir-acuse':
      return 'Hacer el PDF de un acuse';
    case 'sellar-tiempo':
      return 'Obtener el sello de tiempo de un acuse';
    case 'cancelar-medio':
      return isEnProceso ? 'Cancelar el registro, si nadie lo valida antes' : null;
    case 'verificar-solicitud':
      return 'Preguntar si la e.firma de la solicitud estaba revocada';
    default:
      return null;
  }
}
