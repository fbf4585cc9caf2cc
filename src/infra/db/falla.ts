import type { Falla } from '#wording/falla/fallas.ts';

/** SQLSTATEs, the codes of Prisma and of Node, the kinds of its adapter, and what pg says in words alone. */
const OCUPADO =
  /^(55P03|57014|25P03|25P04|40P01|40001|53300|P2024|P2028|P2034|P2037|TooManyConnections)$|^timeout exceeded when trying to connect|is not queryable$|^query_wait_timeout|^no more connections allowed/;
const SIN_BASE =
  /^(57P0[1-4]|25006|58030|53100|08[0-9A-Z]{3}|P1001|P1002|P1008|P1017|ECONN\w+|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|EPIPE|DatabaseNotReachable|ConnectionClosed|SocketTimeout)$|^Connection terminated|^Query read timeout/;

/**
 * What an error says of the parts that the portal rests on, whoever wrapped it, where that is nobody's mistake: OCUPADO or
 * SIN_SELLO, and nothing was done; SIN_BASE, and what was under way may or may not have been done. Null when it says nothing.
 */
export function readFalla(error: unknown): Falla | null {
  const senas = [...senasOf(error)];
  if (senas.includes('SIN_SELLO')) return 'SIN_SELLO';
  if (senas.some((sena) => OCUPADO.test(sena))) return 'OCUPADO';
  return senas.some((sena) => SIN_BASE.test(sena)) ? 'SIN_BASE' : null;
}

/** The codes and the messages of an error and of those that it comes from. Prisma keeps the driver's in `meta`. */
function* senasOf(error: unknown): Generator<string> {
  if (typeof error !== 'object' || error === null) return;
  const { code, originalCode, kind, message, cause, meta } = error as Record<string, unknown>;
  for (const sena of [code, originalCode, kind, message]) if (typeof sena === 'string') yield sena;
  yield* senasOf(cause);
  if (typeof meta === 'object' && meta !== null && 'driverAdapterError' in meta)
    yield* senasOf(meta.driverAdapterError);
}
