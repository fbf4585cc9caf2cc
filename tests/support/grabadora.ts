import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { type Browser, chromium, type LaunchOptions } from '@playwright/test';

/** A browser whose every byte towards the portal passes through our hands. */
export interface NavegadorGrabado {
  browser: Browser;
  /** All bytes that it sent: request lines, headers, bodies, web sockets. */
  sent(): Buffer;
  close(): Promise<void>;
}

/**
 * Starts a browser for which the portal's address leads to a recorder, which passes on to the portal what it keeps. The
 * page keeps its address, and nothing that leaves the browser (beacons, uploads, native forms) can go past it.
 */
export async function launchGrabado(portalUrl: string, options: LaunchOptions): Promise<NavegadorGrabado> {
  const { hostname, port, host } = new URL(portalUrl);
  const chunks: Buffer[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((client) => {
    const portal = connect(Number(port), hostname);
    for (const socket of [client, portal]) {
      sockets.add(socket.on('error', () => socket.destroy()).on('close', () => sockets.delete(socket)));
    }
    client.on('data', (chunk: Buffer) => chunks.push(chunk));
    client.pipe(portal).pipe(client);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const recorder = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const browser = await chromium.launch({
    ...options,
    args: [...(options.args ?? []), `--host-resolver-rules=MAP ${host} ${recorder}`],
  });
  return {
    browser,
    sent: () => Buffer.concat(chunks),
    async close() {
      await browser.close();
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}
