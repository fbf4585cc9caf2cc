import { once } from 'node:events';
import { Agent, get, type IncomingMessage } from 'node:http';
import { BlockList, connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findFreePort } from '#demo/free-port.ts';
import { createLogger } from '#infra/logger/logger.ts';
import { type Door, openDoor } from './open-door.ts';

const PLAZOS = { avisoMs: 0, limiteMs: 5_000 };

let port: number;
let door: Door;
beforeEach(async () => {
  port = await findFreePort();
  const where = { host: '127.0.0.1', port, appUrl: 'http://localhost', proxyRedes: new BlockList() };
  door = await openDoor(where, createLogger({ nivel: 'silent', now: () => new Date() }));
});
afterEach(() => door.close({ avisoMs: 0, limiteMs: 0 }));

interface Answer {
  status: number | undefined;
  body: string;
  connection: string | undefined;
}

/** Null when nobody takes the connection, or it is cut. */
async function ask(path: string, agent = new Agent({ keepAlive: true })): Promise<Answer | null> {
  const request = get({ host: '127.0.0.1', port, path, agent });
  try {
    const [response] = (await once(request, 'response')) as [IncomingMessage];
    const { statusCode: status, headers } = response;
    return { status, body: await text(response), connection: headers.connection };
  } catch {
    return null;
  }
}

async function serveAfter(ms: number): Promise<void> {
  await door.open(async (_request, response) => {
    await sleep(ms);
    response.end('bien');
  });
}

describe('a portal that starts', () => {
  it('lives, is not ready, and asks visitors to wait', async () => {
    expect(await ask('/api/salud/vivo')).toMatchObject({ status: 200 });
    const listo = await ask('/api/salud/listo?x=1');
    expect({ ...listo, body: JSON.parse(listo?.body ?? '') }).toMatchObject({
      status: 503,
      body: { listo: false, componentes: { portal: 'está arrancando' } },
    });
    expect(await ask('/buzon')).toMatchObject({ status: 503 });
    await serveAfter(0);
    expect(await ask('/api/salud/listo')).toMatchObject({ status: 200, body: 'bien' });
  });

  it('may leave the port to nobody until it is ready, or to say why it is not', async () => {
    await door.release();
    expect(await ask('/')).toBeNull();
    await door.listen('espera');
    expect((await ask('/api/salud/listo'))?.body).toContain('"portal":"espera"');
    await serveAfter(0);
    expect(await ask('/')).toMatchObject({ status: 200 });
  });
});

describe('a portal that ends', () => {
  it('says so at once, and still serves whoever comes while balancers are told', async () => {
    await serveAfter(0);
    const closed = door.close({ avisoMs: 400, limiteMs: 5_000 });
    expect(await ask('/api/salud/listo')).toMatchObject({ status: 503, connection: 'close' });
    expect((await ask('/api/salud/listo'))?.body).toContain('se detiene');
    expect(await ask('/api/salud/vivo')).toMatchObject({ status: 200 });
    expect(await ask('/buzon')).toMatchObject({ status: 200, connection: 'close' });
    await closed;
    expect(await ask('/buzon')).toBeNull();
  });

  it('answers all that it had taken, and takes nothing more', async () => {
    await serveAfter(800);
    const inHand = ask('/ingresar');
    await sleep(100);
    const closed = door.close(PLAZOS);
    await sleep(100);
    expect(await ask('/ingresar')).toBeNull();
    expect(await inHand).toMatchObject({ status: 200, body: 'bien', connection: 'close' });
    await closed;
  });

  it('closes the connections that ask for nothing', async () => {
    await serveAfter(0);
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    expect(await ask('/', agent)).toMatchObject({ connection: 'keep-alive' });
    const began = performance.now();
    await door.close(PLAZOS);
    expect(performance.now() - began).toBeLessThan(3_000);
  });

  it('answers who had connected and was about to ask', async () => {
    await serveAfter(0);
    const socket = connect(port, '127.0.0.1');
    await once(socket, 'connect');
    await sleep(50);
    const closed = door.close(PLAZOS);
    await sleep(100);
    socket.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n');
    expect(await text(socket)).toMatch(/^HTTP\/1\.1 200 OK\r\n[\s\S]*Connection: close[\s\S]*bien/);
    await closed;
  });

  it('waits for nobody longer than it may', async () => {
    await serveAfter(60_000);
    const late = ask('/');
    await sleep(100);
    await door.close({ avisoMs: 0, limiteMs: 200 });
    expect(await late).toBeNull();
  });
});
