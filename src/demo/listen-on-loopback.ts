import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** How a double is told to fail: to be tried again, for good, or by taking the message and never saying so. */
export type Fallo = 'temporal' | 'definitivo' | 'sin-respuesta';

export interface LoopbackServer {
  url: string;
  close(): Promise<void>;
}

/** A service of the demo, for this machine alone. A request that `answer` rejects is cut off. */
export async function listenOnLoopback(
  answer: (request: IncomingMessage, response: ServerResponse) => Promise<unknown>,
  port = 0,
): Promise<LoopbackServer> {
  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy());
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
