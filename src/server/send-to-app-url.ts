import type { IncomingMessage, ServerResponse } from 'node:http';

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
