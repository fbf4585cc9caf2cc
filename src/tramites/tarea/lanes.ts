import type { Lane } from '#infra/queue/lane.ts';
import type { Tarea } from './tareas.ts';

/**
 * The queue's lanes, the most urgent first; each job is in one of them. All go before what a version without lanes left,
 * which has priority 0: those are messages of every kind, and a code does not wait behind them.
 */
export const LANES = [
  // A person waits for these, looking at a screen: codes and links.
  { name: 'people', priority: -60, hands: 12, tasks: ['enviar-aviso'] },
  { name: 'chain', priority: -50, hands: 1, tasks: ['encadenar-bitacora'] },
  { name: 'documents', priority: -40, hands: 2, tasks: ['emitir-acuse'] },
  // What asks services of others.
  {
    name: 'services',
    priority: -30,
    hands: 2,
    tasks: ['sellar-tiempo', 'verificar-solicitud', 'anclar-bitacora', 'leer-rebotes'],
  },
  { name: 'notices', priority: -20, hands: 4, tasks: ['enviar-noticia'] },
  { name: 'expiries', priority: -10, hands: 1, tasks: ['cancelar-vencidos', 'cancelar-medio', 'limpiar'] },
] as const satisfies readonly (Lane & { tasks: readonly Tarea[] })[];

/** A job that no lane has: there is none, or this does not compile. */
type InNoLane = Exclude<Tarea, (typeof LANES)[number]['tasks'][number]>;
LANES satisfies [InNoLane] extends [never] ? readonly Lane[] : never;
