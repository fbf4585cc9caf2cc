import type { IncomingMessage } from 'node:http';
import { cleanPath } from '#domain/direccion-pegada.ts';
import { readDireccion } from '#domain/representacion/direccion.ts';

/** What pages read instead of the address (app/_server/contexto.ts): the folio of a designation. */
const CLIENTE = 'x-buzon-cliente';

/**
 * Writes down whose Buzón an address is of, over whatever the request claims, and asks Next for the page, which is the same in
 * everybody's. Before Next, which goes round once more where the proxy leads elsewhere, and would then forget whose it was.
 */
export function settleBuzon(request: Pick<IncomingMessage, 'url' | 'headers'>): void {
  delete request.headers[CLIENTE];
  const [path = '', ...query] = (request.url ?? '').split('?');
  if (!path.startsWith('/clientes/')) return;
  const { folio, ruta } = readDireccion(
    cleanPath(path)
      .replace(/\/{2,}/g, '/')
      .replace(/\/$/, ''),
  );
  if (!folio) return;
  request.headers[CLIENTE] = folio;
  request.url = [ruta, ...query].join('?');
}
