import { listAverias } from '#demo/averias.ts';
import { root } from './root.ts';

/** How the demo is: its clock, by how many hours that is not the hour, and what is broken on purpose. Null in produccion. */
export function estadoDeDemo() {
  const { esDemo, now, desfaseMs } = root();
  if (!esDemo) return null;
  return { ahora: now(), adelantoHoras: Math.round(desfaseMs() / 3_600_000), averias: listAverias() };
}
