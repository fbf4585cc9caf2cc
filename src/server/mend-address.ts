import type { IncomingMessage } from 'node:http';

/** No page has it: it answers as any address that does not exist. */
const NINGUNA = '/direccion-mal-escrita';

/** Next answers a path with a broken percent sign by an error of its own, in English: it is one that does not exist. */
export function mendAddress(request: Pick<IncomingMessage, 'url'>): void {
  try {
    decodeURIComponent((request.url ?? '/').split('?')[0] ?? '/');
  } catch {
    request.url = NINGUNA;
  }
}
