import { readFalla } from '#infra/db/falla.ts';
import { noteRechazo } from '#infra/logger/hilo.ts';
import { isMalformed } from '#server/is-malformed.ts';
import { answerFalla } from '#server/response.ts';
import { root } from './root.ts';

/**
 * Logs what ended a request, with the route it happened in (its pattern: an address may carry a token). Whoever asked reads
 * that it failed, and where it is the database that could not, so.
 */
export function tellError(error: unknown, ruta: string, isSent: boolean): void {
  if (isSent && isMalformed(error)) {
    noteRechazo('FORMA');
    answerFalla('ILEGIBLE');
    root().log.info({ error, ruta }, 'no page sends this');
    return;
  }
  const falla = readFalla(error);
  answerFalla(falla ?? 'INESPERADA');
  root().log[falla === 'OCUPADO' ? 'warn' : 'error']({ error, ruta, falla }, 'unexpected error');
}
