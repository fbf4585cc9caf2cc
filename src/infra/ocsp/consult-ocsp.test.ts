import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type AutoridadDePrueba, createAutoridadDePrueba } from '../../../tests/support/efirma/autoridad-de-prueba.ts';
import { hasOpenssl, startOpensslOcsp } from '../../../tests/support/efirma/openssl-ocsp.ts';
import { consultOcsp } from './consult-ocsp.ts';

let autoridad: AutoridadDePrueba;
let cer: Uint8Array;
let serie: string;
const closers: (() => void)[] = [];

beforeAll(async () => {
  autoridad = await createAutoridadDePrueba();
  ({ cer, serie } = await autoridad.issue());
});

afterEach(() => {
  for (const close of closers.splice(0)) close();
});

function ask(url: string, options: { now?: Date; emisor?: Uint8Array; timeoutMs?: number } = {}) {
  const { now = new Date(), emisor = autoridad.ac.cer, timeoutMs = 5000 } = options;
  return consultOcsp({ url, certificado: cer, emisor, now, timeoutMs });
}

const minutesFromNow = (minutes: number) => new Date(Date.now() + minutes * 60_000);

describe.skipIf(!hasOpenssl)('against openssl ocsp (skipped when openssl is missing)', () => {
  async function start(series: { buenas?: string[]; revocadas?: string[] }, ...options: string[]) {
    const service = await startOpensslOcsp(autoridad, { buenas: [], revocadas: [], ...series }, ...options);
    closers.push(service.close);
    return service.url;
  }

  test('good, with its raw answer and its end', async () => {
    const answer = await ask(await start({ buenas: [serie] }));
    expect(answer).toMatchObject({ resultado: 'BUENO', der: expect.any(Uint8Array), vigenteHasta: expect.any(Date) });
    const { vigenteHasta } = answer as { vigenteHasta: Date };
    expect(vigenteHasta.getTime() - Date.now()).toBeGreaterThan(50_000);
    expect(vigenteHasta.getTime() - Date.now()).toBeLessThanOrEqual(60_000);
  });

  test('revoked', async () => {
    expect(await ask(await start({ revocadas: [serie] }))).toMatchObject({ resultado: 'REVOCADO' });
  });

  test('unknown', async () => {
    expect(await ask(await start({ buenas: ['30001000000999999999'] }))).toMatchObject({ resultado: 'DESCONOCIDO' });
  });

  test('naming its delegate by key, and signing with SHA-1 as the SAT does', async () => {
    const url = await start({ buenas: [serie] }, '-resp_key_id', '-rmd', 'sha1');
    expect(await ask(url)).toMatchObject({ resultado: 'BUENO' });
  });

  test('a corrupted signature, or no certificate of its delegate, is no answer', async () => {
    const motivo = 'not signed by the authority or its delegate';
    expect(await ask(await start({ buenas: [serie] }, '-badsig'))).toEqual({ resultado: 'SIN_RESPUESTA', motivo });
    expect(await ask(await start({ buenas: [serie] }, '-resp_no_certs'))).toEqual({
      resultado: 'SIN_RESPUESTA',
      motivo,
    });
  });

  test('our clock behind or ahead is told from a lack of answer', async () => {
    const url = await start({ buenas: [serie] });
    expect(await ask(url, { now: minutesFromNow(-4) })).toMatchObject({ resultado: 'BUENO' });
    expect(await ask(url, { now: minutesFromNow(-6) })).toMatchObject({ resultado: 'RELOJ_DESFASADO' });
    expect(await ask(url, { now: minutesFromNow(10) })).toMatchObject({ resultado: 'RELOJ_DESFASADO' });
  });
});

describe('a service that is no service', () => {
  async function serve(listener: RequestListener): Promise<string> {
    const server: Server = createServer(listener).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    closers.push(() => {
      server.closeAllConnections();
      server.close();
    });
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  }
  const noAnswer = (motivo: string) => ({ resultado: 'SIN_RESPUESTA', motivo });

  test.each<[string, string, RequestListener]>([
    ['garbage', 'malformed answer', (_, response) => response.end('<html>Bienvenido</html>')],
    ['nothing', 'malformed answer', (_, response) => response.end()],
    ['tryLater', 'tryLater', (_, response) => response.end(Buffer.from('30030a0103', 'hex'))],
    ['an unheard-of status', 'unknown status', (_, response) => response.end(Buffer.from('30030a0163', 'hex'))],
    ['success without an answer', 'malformed answer', (_, response) => response.end(Buffer.from('30030a0100', 'hex'))],
    ['an error', 'HTTP 500', (_, response) => response.writeHead(500).end()],
    ['more than 64 kB', 'answer too large', (_, response) => response.end(Buffer.alloc(70_000, 0x30))],
    ['half an answer', 'ECONNRESET', (_, response) => response.writeHead(200, { 'Content-Length': '9' }).destroy()],
    ['silence', 'timeout', () => {}],
    ['a body that never ends', 'timeout', (_, response) => response.writeHead(200).write('0')],
  ])('%s is «%s»', async (_, motivo, listener) => {
    const url = await serve(listener);
    expect(await ask(url, { timeoutMs: motivo === 'timeout' ? 300 : 5000 })).toEqual(noAnswer(motivo));
  });

  test('a redirect is not followed', async () => {
    let followed = 0;
    const target = await serve((_, response) => {
      followed += 1;
      response.end();
    });
    const url = await serve((_, response) => response.writeHead(302, { Location: target }).end());
    expect(await ask(url)).toEqual(noAnswer('HTTP 302'));
    expect(followed).toBe(0);
  });

  test('nobody at the address, or no address', async () => {
    const url = await serve(() => {});
    for (const close of closers.splice(0)) close();
    expect(await ask(url)).toEqual(noAnswer('ECONNREFUSED'));
    expect(await ask('nowhere')).toEqual(noAnswer('ERR_INVALID_URL'));
    expect(await ask('ftp://127.0.0.1/')).toEqual(noAnswer('ERR_INVALID_PROTOCOL'));
  });
});
