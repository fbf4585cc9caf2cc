import { readFalla } from '#infra/db/falla.ts';
import { answerFalla } from '#server/response.ts';
import { root } from './root.ts';

/**
 * Logs what ended a request, with the route it happened in (its pattern: an address may carry a token). Whoever asked reads
 * that it failed, and where it is the database that could not, so.
 */
export function tellError(error: unknown, ruta: string): void {
  const falla = readFalla(error);
  answerFalla(falla ?? 'INESPERADA');
  root().log[falla === 'OCUPADO' ? 'warn' : 'error']({ error, ruta, falla }, 'unexpected error');
}
