import { readFalla } from '#infra/db/falla.ts';
import { answerFalla } from '#server/respuesta.ts';
import { raiz } from './raiz.ts';

/**
 * Logs what ended a request, with the route it happened in (its pattern: an address may carry a token). Where it is the
 * database that could not, whoever asked reads so.
 */
export function tellError(error: unknown, ruta: string): void {
  const falla = readFalla(error);
  if (falla) answerFalla(falla);
  raiz().log[falla === 'OCUPADO' ? 'warn' : 'error']({ error, ruta, falla }, 'unexpected error');
}
