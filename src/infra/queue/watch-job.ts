import { type Hilo, inHilo } from '#infra/logger/hilo.ts';
import type { Logger } from '#infra/logger/logger.ts';
import { metricas } from '#infra/metricas/metricas.ts';
import { inTramo } from '#infra/trazas/trazas.ts';

interface WatchedJob {
  tarea: string;
  payload: unknown;
  isLast: boolean;
  log: Logger;
}

/** Does a job as part of the request that left it, and tells of it in one line, the metrics and the traces. */
export function watchJob({ tarea, payload, isLast, log }: WatchedJob, work: () => Promise<void>): Promise<void> {
  const { rastro } = (payload ?? {}) as { rastro?: Pick<Hilo, 'requestId' | 'traceparent'> };
  const end = metricas().tareas.startTimer();
  const tell = (resultado: string) => {
    const ms = Math.round(end({ tarea, resultado }) * 1000);
    // Those that go by the clock are worth a line when they fail.
    const nivel = resultado !== 'hecha' ? 'warn' : rastro ? 'info' : 'debug';
    log[nivel]({ resultado, ms, actor: 'SISTEMA' }, 'job');
  };
  return inHilo({ ...rastro, tarea }, async () => {
    try {
      await inTramo(tarea, 'CONSUMER', { 'messaging.system': 'graphile-worker' }, work);
      tell('hecha');
    } catch (error) {
      tell(isLast ? 'agotada' : 'fallida');
      throw error;
    }
  });
}
