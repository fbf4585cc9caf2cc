import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { hasOpenssl } from '../../../tests/support/efirma/openssl-ocsp.ts';
import {
  AHORA,
  HUELLA,
  makeAnswer,
  makeToken,
  sha256,
  verifySelloDeTiempo,
} from '../../../tests/support/tsa/make-token.ts';
import { autoridadesDeTiempo, type OpensslTsa, startOpensslTsa } from '../../../tests/support/tsa/openssl-tsa.ts';
import { createStampTime as createWith } from './create-stamp-time.ts';
import { createVerifySelloDeTiempo, type VerifySelloDeTiempo } from './create-verify-sello-de-tiempo.ts';

const servers: Server[] = [];

function createStampTime(servicio: { url: string; now: () => Date; timeoutMs: number; verify?: VerifySelloDeTiempo }) {
  return createWith({ verify: verifySelloDeTiempo, ...servicio });
}

afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

async function answerWith(body: Uint8Array, status = 200): Promise<string> {
  return serve((_, response) => response.writeHead(status, { location: 'http://127.0.0.1:9/' }).end(body));
}

function ask(url: string, timeoutMs = 5_000) {
  return createStampTime({ url, now: () => AHORA, timeoutMs })(HUELLA);
}

const noAnswer = (motivo: string) => ({ resultado: 'SIN_RESPUESTA', motivo });

describe('a service that does not stamp', () => {
  it.each<[string, () => Promise<string>, string]>([
    ['is down', async () => 'http://127.0.0.1:65535/', 'ECONNREFUSED'],
    ['refuses', () => answerWith(makeAnswer(null, 2)), 'status 2'],
    ['waits', () => answerWith(makeAnswer(null, 3)), 'status 3'],
    ['grants without a token', () => answerWith(makeAnswer(null)), 'malformed answer'],
    ['answers another question', () => answerWith(makeAnswer(makeToken())), 'answers another question'],
    ['sends a page', () => answerWith(Buffer.from('<html>')), 'malformed answer'],
    ['sends nothing', () => answerWith(Buffer.alloc(0)), 'malformed answer'],
    ['fails', () => answerWith(Buffer.alloc(0), 500), 'HTTP 500'],
    ['sends elsewhere', () => answerWith(Buffer.alloc(0), 307), 'HTTP 307'],
    ['sends too much', () => answerWith(Buffer.alloc(70_000)), 'answer too large'],
  ])('%s', async (_, start, motivo) => {
    expect(await ask(await start())).toEqual(noAnswer(motivo));
  });

  it('is slow, at the first byte or between two', async () => {
    const silent = await serve(() => undefined);
    const dripping = await serve((_, response) => void response.writeHead(200).write('0'));
    expect(await ask(silent, 200)).toEqual(noAnswer('timeout'));
    expect(await ask(dripping, 200)).toEqual(noAnswer('timeout'));
  });

  it('is left alone for half a minute, so that nobody waits for it, and asked again afterwards', async () => {
    let now = AHORA;
    let requests = 0;
    const url = await serve((_, response) => {
      requests += 1;
      response.writeHead(503).end();
    });
    const stamp = createStampTime({ url, now: () => now, timeoutMs: 5_000 });
    expect(await stamp(HUELLA)).toEqual(noAnswer('HTTP 503'));
    expect(await stamp(HUELLA)).toEqual(noAnswer('failed a moment ago'));
    expect(requests).toBe(1);
    now = new Date(AHORA.getTime() + 30_000);
    expect(await stamp(HUELLA)).toEqual(noAnswer('HTTP 503'));
    expect(requests).toBe(2);
  });
});

it('gives user and password of the address to the service, and to nobody else', async () => {
  let seen: string | undefined;
  const url = await serve((request, response) => {
    seen = request.headers.authorization;
    response.writeHead(401).end();
  });
  const { motivo } = (await ask(url.replace('//', '//buzon:secreto@'))) as { motivo: string };
  expect(Buffer.from(seen?.replace('Basic ', '') ?? '', 'base64').toString()).toBe('buzon:secreto');
  expect(motivo).not.toContain('secreto');
});

describe.skipIf(!hasOpenssl)('against openssl ts (skipped without openssl)', () => {
  let tsa: OpensslTsa;
  const verifyIts: VerifySelloDeTiempo = (tiempo) => createVerifySelloDeTiempo(autoridadesDeTiempo())(tiempo);
  beforeAll(async () => {
    tsa = await startOpensslTsa();
  });
  afterAll(() => tsa.close());

  it('is stamped now, by the authority, with its certificates', async () => {
    const stamp = createStampTime({ url: tsa.url, now: () => new Date(), timeoutMs: 5_000, verify: verifyIts });
    const respuesta = await stamp(sha256('hola'));
    if (respuesta.resultado !== 'SELLADO') throw new Error(respuesta.motivo);
    const { fecha, emisor, certificados } = respuesta.sello;
    expect(Math.abs(Date.now() - fecha.getTime())).toBeLessThan(5_000);
    expect(emisor).toBe('Sello de tiempo de prueba');
    expect(certificados).toHaveLength(2);
  });

  it('stamps also what is as long as a SHA-512', async () => {
    const stamp = createStampTime({ url: tsa.url, now: () => new Date(), timeoutMs: 5_000, verify: verifyIts });
    const sha512 = Buffer.alloc(64, 7);
    const respuesta = await stamp(sha512);
    if (respuesta.resultado !== 'SELLADO') throw new Error(respuesta.motivo);
    expect(verifyIts({ token: respuesta.sello.token, resumen: sha512 }).resultado).toBe('SELLADO');
  });

  it('each question has its own answer, also at the same time', async () => {
    const stamp = createStampTime({ url: tsa.url, now: () => new Date(), timeoutMs: 10_000, verify: verifyIts });
    const respuestas = await Promise.all(['a', 'b', 'c'].map((text) => stamp(sha256(text))));
    expect(respuestas.map(({ resultado }) => resultado)).toEqual(['SELLADO', 'SELLADO', 'SELLADO']);
  });

  it('an answer with a bit changed in its signature is none', async () => {
    tsa.misbehave((answer, response) => {
      answer.writeUInt8(answer.readUInt8(answer.length - 1) ^ 1, answer.length - 1);
      response.writeHead(200).end(answer);
    });
    const stamp = createStampTime({ url: tsa.url, now: () => new Date(), timeoutMs: 5_000, verify: verifyIts });
    expect(await stamp(HUELLA)).toEqual(noAnswer('not signed by a certificate that came along'));
    tsa.misbehave(null);
  });

  it('a good stamp of an authority that nobody trusts is not taken, whether there are others or none', async () => {
    for (const verify of [verifySelloDeTiempo, createVerifySelloDeTiempo([])]) {
      const stamp = createStampTime({ url: tsa.url, now: () => new Date(), timeoutMs: 5_000, verify });
      expect((await stamp(HUELLA)).resultado).toBe('NO_CONFIABLE');
    }
  });
});
