/** By the flag, or by its first letter for all that begin with it. */
export type Room = Readonly<Record<string, number>>;

/** Jobs that have hands of their own: most of the time these wait for somebody else, who may be slow. */
export interface Lane {
  name: string;
  priority: number;
  hands: number;
  tasks: readonly string[];
  room?: Room;
  /** Runs also in a restored copy, which sends and cancels nothing: what it does stays in the database. */
  isInner?: boolean;
}

/**
 * All go before what a version without lanes left, at priority 0. Of the hands that send, a provider never has those of
 * the other, nor a domain («@…») or a number («#…») all of its provider's.
 */
export const LANES = [
  { name: 'people', priority: -60, hands: 12, tasks: ['enviar-aviso'], room: { correo: 6, sms: 6, '@': 3, '#': 2 } },
  { name: 'chain', priority: -50, hands: 1, tasks: ['encadenar-bitacora'], isInner: true },
  { name: 'documents', priority: -40, hands: 2, tasks: ['emitir-acuse'], isInner: true },
  {
    name: 'services',
    priority: -30,
    hands: 2,
    tasks: ['sellar-tiempo', 'verificar-solicitud', 'anclar-bitacora', 'leer-rebotes'],
  },
  { name: 'notices', priority: -20, hands: 4, tasks: ['enviar-noticia'], room: { correo: 2, sms: 2, '@': 1, '#': 1 } },
  {
    name: 'expiries',
    priority: -10,
    hands: 2,
    tasks: ['cancelar-vencidos', 'cancelar-medio', 'limpiar', 'avisar-peticiones'],
  },
  { name: 'figures', priority: -5, hands: 1, tasks: ['sumar-tablero'], isInner: true },
] as const satisfies readonly Lane[];

export const CANAL_DE_TAREAS = 'buzon:tareas';

/** A job that is in no lane does not compile. */
export function priorityOf(task: (typeof LANES)[number]['tasks'][number]): number {
  return laneOf(LANES, task)?.priority ?? 0;
}

export function laneOf(lanes: readonly Lane[], task: string): Lane | undefined {
  return lanes.find(({ tasks }) => tasks.includes(task));
}
