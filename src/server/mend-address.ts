import type { IncomingMessage, ServerResponse } from 'node:http';
import { parseAndValidateFlightRouterState as parse } from 'next/dist/server/app-render/parse-and-validate-flight-router-state.js';
import { cleanPath } from '#domain/direccion-pegada.ts';
import { readDireccion } from '#domain/representacion/direccion.ts';

/** Answered as every address that does not exist. */
const NINGUNA = '/direccion-mal-escrita';

/** Where a whole address stands for a path (RFC 9112, 3.2.2), Next would send whoever asked to that host. */
const ENTERA = /^https?:\/\/[^/?#]*/i;

/** The link of a message, behind which some programs write half a sign, or one of another encoding. */
const ENLACE = /^\/(?:validar\/correo|confirmar)\/[\w-]{54}(?![\w-])/;

/** Next answers a path with a broken percent sign by an error of its own, in English: it is one that does not exist. */
export function mendAddress(request: Pick<IncomingMessage, 'url'>): void {
  request.url = request.url?.replace(ENTERA, '') || '/';
  try {
    decodeURIComponent(request.url.split('?')[0] ?? '/');
  } catch {
    request.url = ENLACE.exec(request.url)?.[0] ?? NINGUNA;
  }
}

/** Where a page of ours says that it is. One that is none, at which Next would fail, is as good as none. */
export function mendState({ headers }: Pick<IncomingMessage, 'headers'>): void {
  try {
    parse(headers['next-router-state-tree']);
  } catch {
    delete headers['next-router-state-tree'];
  }
}

/** For machines, which call by whatever name they know. */
const FOR_MACHINES = /^\/api\/(salud|metricas|twilio)\//;

/** Where cookies and links are good. Before Next, which would make the address relative and go round for ever. */
export function sendToAppUrl(appUrl: string, request: IncomingMessage, response: ServerResponse): boolean {
  const target = request.url ?? '/';
  if (request.headers.host === new URL(appUrl).host || FOR_MACHINES.test(`${target.split('?')[0]}/`)) return false;
  if (isNextItself(request)) return false;
  // One slash only: two would name another host.
  response.writeHead(307, { Location: `${appUrl}/${target.replace(/^[/\\]+/, '')}`, 'Cache-Control': 'no-store' });
  response.end();
  return true;
}

/** After an action that redirects, Next asks this server for the next page by the address it listens on: its own. */
function isNextItself({ headers, socket }: IncomingMessage): boolean {
  return headers.rsc === '1' && socket.remoteAddress === socket.localAddress;
}

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
