import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * How a service over HTTP fails: it refuses connections, says 503, is silent before or after it did what was asked, cuts its
 * answer in the middle, answers what nobody can read, or does all well, late by that many milliseconds.
 */
export type Trato = 'rechaza' | 'no-puede' | 'calla-antes' | 'calla-despues' | 'corta' | 'miente' | number;

export interface Ventanilla {
  url: string;
  misbehave(trato: Trato): Promise<void>;
  behave(): Promise<void>;
  close(): void;
}

/** Stands before a good service at `target` and misbehaves in its place. `onDone` is told of what it did do. */
export async function startVentanilla(target: string, onDone: (asked: Buffer) => void = () => undefined) {
  let trato: Trato | null = null;
  const silent = new Set<ServerResponse>();
  const server = createServer((request, response) => void attend(request, response).catch(() => response.destroy()));
  const listen = async (port: number) => {
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
  };

  async function attend(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const asked = await buffer(request);
    const como = trato;
    if (como === 'no-puede') return void response.writeHead(503).end('{"message":"Service unavailable","code":20503}');
    if (como === 'calla-antes') return void silent.add(response);
    const done = await forward(target, request, asked);
    if (done.status < 300) onDone(asked);
    if (como === 'calla-despues') return void silent.add(response);
    if (typeof como === 'number') await sleep(como);
    const isCut = como === 'corta';
    const body = como === 'miente' ? Buffer.from('<html>aquí no es</html>') : done.body;
    response.writeHead(done.status, { 'content-type': done.type, 'content-length': body.length });
    if (!isCut) return void response.end(body);
    response.write(body.subarray(0, body.length >> 1), () => response.destroy());
  }

  await listen(0);
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    async misbehave(how) {
      trato = how;
      if (how !== 'rechaza') return;
      server.close();
      server.closeAllConnections();
    },
    async behave() {
      trato = null;
      for (const response of silent) response.destroy();
      silent.clear();
      if (!server.listening) await listen(port);
    },
    close() {
      server.close();
      server.closeAllConnections();
    },
  } satisfies Ventanilla;
}

async function forward(target: string, { url = '/', method = 'POST', headers }: IncomingMessage, asked: Buffer) {
  const { authorization, 'content-type': type = 'application/octet-stream' } = headers;
  const answer = await fetch(new URL(url, target), {
    method,
    body: new Uint8Array(asked),
    headers: { 'content-type': type, ...(authorization && { authorization }) },
  });
  const body = Buffer.from(await answer.arrayBuffer());
  return { status: answer.status, type: answer.headers.get('content-type') ?? '', body };
}
