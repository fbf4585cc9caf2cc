import type { AddressInfo } from 'node:net';
import { BlockList } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inHilo, noteActor, noteRechazo } from '#infra/logger/hilo.ts';
import { createLogger } from '#infra/logger/logger.ts';
import { metricas } from '#infra/metricas/metricas.ts';
import { guardRequest } from './guard-request.ts';
import { type Door, openDoor } from './open-door.ts';
import { hiloOf, tellRechazos } from './watch-request.ts';

const lines: Record<string, unknown>[] = [];
const destination = { write: (line: string) => void lines.push(JSON.parse(line)) };
// What an operator silences of the rest is told all the same.
const log = createLogger({ nivel: 'fatal', now: () => new Date(), destination });
const APP_URL = 'http://localhost:3000';

let door: Door;
let port: number;
beforeAll(async () => {
  door = await openDoor({ host: '127.0.0.1', port: 0, appUrl: APP_URL, proxyRedes: new BlockList() }, log);
  ({ port } = door.server.address() as AddressInfo);
  await door.open((request, response) => {
    if (guardRequest(APP_URL, request, response)) return;
    inHilo(hiloOf(response), () => {
      if (request.url?.startsWith('/buzon')) noteActor('PERSONA_FISICA', '019a0000-0000-7000-8000-000000000000');
      if (request.url?.endsWith('?limite')) noteRechazo('LIMITE', 'REGISTRO');
      response.statusCode = request.url?.includes('/acuses/') ? 404 : 200;
      response.end();
    });
  });
});
afterAll(() => door.close({ avisoMs: 0, limiteMs: 0 }));

async function lineOf(path: string, init?: RequestInit) {
  const answer = await fetch(`http://127.0.0.1:${port}${path}`, init);
  const id = answer.headers.get('x-request-id');
  await new Promise((resolve) => setTimeout(resolve, 20));
  return lines.find(({ requestId }) => requestId === id);
}

describe('what the portal refuses', () => {
  it.each<[string, string, RequestInit, object]>([
    ['another method', '/', { method: 'PUT' }, { causa: 'VERBO_HTTP', ruta: '/', actor: 'ANONIMO' }],
    ['another origin', '/salir', { method: 'POST', headers: { origin: 'https://mal.example' } }, { causa: 'ORIGEN' }],
    ['a limit', '/buzon?limite', {}, { causa: 'LIMITE', detalle: 'REGISTRO', actor: 'PERSONA_FISICA' }],
    [
      'what is of another',
      '/buzon/acuses/BI-2026-0000000001/registro',
      {},
      { causa: 'AJENO', ruta: '/buzon/acuses/[folio]/[tipo]', sujeto: '019a0000-0000-7000-8000-000000000000' },
    ],
  ])('is told in a line of its own: %s', async (_, path, init, expected) => {
    expect(await lineOf(path, init)).toMatchObject({ seguridad: true, red: '127.0.0.0/24', ...expected });
    expect(JSON.stringify(lines)).not.toMatch(/127\.0\.0\.1|BI-2026|mal\.example/);
  });

  it('is counted by its cause', async () => {
    await lineOf('/', { method: 'PUT' });
    const text = await metricas().registry.metrics();
    expect(text).toMatch(/buzon_eventos_de_seguridad_total\{causa="verbo_http"\} [1-9]/);
  });

  it('is nothing where nothing was refused, nor where nobody has signed in', async () => {
    expect(await lineOf('/')).toBeUndefined();
    expect(await lineOf('/verificar/acuses/x')).toBeUndefined();
  });

  it('says the network and not the machine', () => {
    const rechazos = [{ causa: 'FIRMA' as const }];
    for (const direccion of ['203.0.113.77', '2001:db8:1:2::3', 'desconocida'])
      tellRechazos(log, { rechazos }, direccion);
    expect(lines.slice(-3).map(({ red }) => red)).toEqual(['203.0.113.0/24', '2001:db8:1::/48', 'desconocida']);
  });
});
