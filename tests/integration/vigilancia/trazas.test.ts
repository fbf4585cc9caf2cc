import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo, BlockList } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runClosers } from '#infra/env/closers.ts';
import { parseRedes } from '#infra/env/redes.ts';
import { findRastro, inHilo } from '#infra/logger/hilo.ts';
import { createLogger } from '#infra/logger/logger.ts';
import { runQueue } from '#infra/queue/run-queue.ts';
import { type Door, openDoor } from '#server/open-door.ts';
import { hiloOf } from '#server/watch-request.ts';
import { addTarea } from '#tramites/tarea/add-tarea.ts';
import { createEscenario, type Escenario } from '../../support/escenario.ts';
import { testDatabaseUrl, testDb } from '../../support/test-db.ts';

interface Span {
  traceId: string;
  spanId: string;
  parentSpanId?: string;
  name: string;
  kind: number;
  attributes: { key: string; value: { stringValue?: string } }[];
}

const SERVER = 2;
const CLIENT = 3;
const CONSUMER = 5;
const lines: string[] = [];
const log = createLogger({
  nivel: 'info',
  now: () => new Date(),
  destination: { write: (line) => void lines.push(line) },
});

/** What a collector of OpenTelemetry takes, by HTTP as JSON. */
const bodies: string[] = [];
const collector = createServer((request, response) => {
  let body = '';
  request.on('data', (chunk) => (body += chunk));
  request.on('end', () => {
    if (request.url === '/v1/traces') bodies.push(body);
    response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
  });
});
const spans = () =>
  bodies.flatMap((body) => {
    const { resourceSpans } = JSON.parse(body) as { resourceSpans: { scopeSpans: { spans: Span[] }[] }[] };
    return resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap((scope) => scope.spans));
  });

let escenario: Escenario;
let door: Door;
beforeAll(async () => {
  escenario = await createEscenario(await testDb());
  await once(collector.listen(0, '127.0.0.1'), 'listening');
  process.env.OTEL_EXPORTER_OTLP_ENDPOINT = `http://127.0.0.1:${(collector.address() as AddressInfo).port}`;
  const { startTrazas } = await import('#infra/trazas/start-trazas.ts');
  startTrazas('buzon-de-prueba');
  door = await openDoor(
    { host: '127.0.0.1', port: 0, appUrl: 'http://localhost:3000', proxyRedes: parseRedes('127.0.0.0/8') as BlockList },
    log,
  );
});
afterAll(async () => {
  delete process.env.OTEL_EXPORTER_OTLP_ENDPOINT;
  await door.close({ avisoMs: 0, limiteMs: 0 });
  await runClosers();
  collector.closeAllConnections();
  collector.close();
});

it('a POST, its statements, the job that it leaves and that job’s statements are one trace, without anybody’s data', async () => {
  const { ctx } = escenario;
  const acuseId = '7f0c9e1a-0000-4000-8000-000000000001';
  await door.open((_, response) =>
    inHilo(hiloOf(response), async () => {
      await ctx.db.$transaction(async (tx) => {
        await tx.titular.count({ where: { rfc: 'EKU9003173C9' } });
        await addTarea(tx, { ...ctx, rastro: findRastro }, 'emitir-acuse', { acuseId });
      });
      response.end();
    }),
  );
  const done = deferred();
  const handler = async () => {
    await ctx.db.$queryRaw`SELECT 'EKU9003173C9' AS escrito`;
    done.resolve();
  };
  const options = { periodic: {}, lanes: [], concurrency: 1, log, handlers: { 'emitir-acuse': handler } };
  const queue = runQueue({ ...options, connectionString: testDatabaseUrl() });
  const { port } = door.server.address() as AddressInfo;
  const answer = await fetch(`http://127.0.0.1:${port}/buzon/acuses/BI-2026.00000001-42/registro?v=EKU9003173C9`, {
    method: 'POST',
    headers: { traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01' },
  });
  await done.promise;
  await queue.stop();
  const ofTrace = () => spans().filter(({ traceId }) => traceId === '0af7651916cd43dd8448eb211c80319c');
  const find = (kind: number) => ofTrace().filter((span) => span.kind === kind);
  await expect.poll(() => find(CONSUMER).length).toBe(1);
  const [[peticion], [tarea], statements] = [find(SERVER), find(CONSUMER), find(CLIENT)];
  expect(peticion).toMatchObject({ name: 'POST /buzon/acuses/[folio]/[tipo]', parentSpanId: 'b7ad6b7169203331' });
  expect(tarea).toMatchObject({ name: 'emitir-acuse', parentSpanId: peticion?.spanId });
  for (const parent of [peticion, tarea])
    expect(statements.filter(({ parentSpanId }) => parentSpanId === parent?.spanId).length).toBeGreaterThan(0);
  expect(new Set(spans().map(({ traceId }) => traceId)).size).toBe(1);
  expect(bodies.join('')).not.toMatch(/EKU9003173C9|BI-2026|7f0c9e1a/);
  const requestId = answer.headers.get('x-request-id');
  await expect
    .poll(() => lines.map((line) => JSON.parse(line)).filter((line) => line.requestId === requestId))
    .toEqual([
      expect.objectContaining({ msg: 'request', status: 200 }),
      expect.objectContaining({ msg: 'job', tarea: 'emitir-acuse', resultado: 'hecha' }),
    ]);
});

function deferred(): { promise: Promise<void>; resolve: () => void } {
  let resolve = () => {};
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}
