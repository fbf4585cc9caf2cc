import { readFalla } from '#infra/db/falla.ts';
import { answerFalla } from '#server/response.ts';
import { root } from './root.ts';

/**
 * Logs what ended a request, with the route it happened in (its pattern: an address may carry a token). Where it is the
 * database that could not, whoever asked reads so.
 */
export function tellError(error: unknown, ruta: string): void {
  const falla = readFalla(error);
  if (falla) answerFalla(falla);
  root().log[falla === 'OCUPADO' ? 'warn' : 'error']({ error, ruta, falla }, 'unexpected error');
}
