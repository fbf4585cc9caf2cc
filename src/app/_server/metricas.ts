import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import { raiz } from './raiz.ts';

const METRICAS = Symbol.for('buzon.metricas');

/** The process's metrics and how many messages wait, as Prometheus text. */
export async function metricas(): Promise<{ text: string; contentType: string }> {
  const holder = globalThis as typeof globalThis & { [METRICAS]?: Registry };
  holder[METRICAS] ??= createRegistry();
  return { text: await holder[METRICAS].metrics(), contentType: holder[METRICAS].contentType };
}

function createRegistry(): Registry {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  new Gauge({
    name: 'buzon_avisos_pendientes',
    help: 'Messages that were not handed to their provider yet.',
    registers: [registry],
    async collect() {
      this.set(await raiz().db.aviso.count({ where: { estado: 'PENDIENTE' } }));
    },
  });
  return registry;
}
