import type { TareaPendiente } from '#domain/soporte/folio-leido.ts';
import { nombreDeMensaje } from './mensaje-en-palabras.ts';

const QUE_HARA = {
  'emitir-acuse': 'Hacer el PDF de un acuse',
  'sellar-tiempo': 'Obtener el sello de tiempo de un acuse',
  'cancelar-medio': 'Cancelar el registro, si nadie lo valida antes',
  'verificar-solicitud': 'Preguntar si la e.firma de la solicitud estaba revocada',
} as const satisfies Record<Exclude<TareaPendiente['nombre'], 'enviar-aviso'>, string>;

/** What a job of the queue will do, and how often it was tried. */
export function tareaEnPalabras(tarea: TareaPendiente): string {
  const { nombre, intentos, isAgotada, isEnCurso } = tarea;
  const que = nombre === 'enviar-aviso' ? `Entregar ${nombreDeMensaje(tarea.mensaje)}` : QUE_HARA[nombre];
  if (isEnCurso) return `${que}.`;
  if (isAgotada) return `${que}: la cola dejó de intentarlo.`;
  return intentos > 0 ? `${que} (van ${intentos} ${intentos === 1 ? 'intento' : 'intentos'}).` : `${que}.`;
}
