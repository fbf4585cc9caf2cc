/** The jobs of the worker: a name and the id of the row it is about, nothing else. */
export interface Tareas {
  /** A code or a link; of a version without lanes, any message. */
  'enviar-aviso': { avisoId: string };
  /** Any other message. */
  'enviar-noticia': { avisoId: string };
  'emitir-acuse': { acuseId: string };
  'sellar-tiempo': { acuseId: string };
  'cancelar-medio': { medioId: string };
  'verificar-solicitud': { solicitudId: string };
  /** By the clock, not by a row. */
  'cancelar-vencidos': Record<string, never>;
  limpiar: Record<string, never>;
  'encadenar-bitacora': Record<string, never>;
  'leer-rebotes': Record<string, never>;
  'anclar-bitacora': Record<string, never>;
}

export type Tarea = keyof Tareas;

/** Tries before a job is given up: with the queue's back-off (e^n seconds, six hours at most) about two days. */
export const INTENTOS_MAXIMOS = 16;

/** Its name and the row it is about; null for those that go by the clock. Messages have one, whatever their lane. */
export function claveDeTarea<Nombre extends Tarea>(nombre: Nombre, payload: Tareas[Nombre]): string | null {
  const [id] = Object.values(payload);
  return id === undefined ? null : `${nombre === 'enviar-noticia' ? 'enviar-aviso' : nombre}:${id}`;
}
