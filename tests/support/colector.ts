import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

interface Span {
  traceId: string;
  kind: number;
  attributes: { key: string; value: { stringValue?: string } }[];
}

const SERVER = 2;
const CLIENT = 3;
const ESPERA_MS = 50;
const PLAZO_MS = 60_000;

export interface Colector {
  url: string;
  /** The statements with which a request was answered that carries the `traceparent` given to `work`. */
  sentenciasDe(work: (traceparent: string) => Promise<unknown>): Promise<string[]>;
  close(): void;
}

/** What takes the traces of a portal (OTEL_EXPORTER_OTLP_ENDPOINT): each statement of each request. */
export async function startColector(): Promise<Colector> {
  const spans: Span[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => (body += chunk));
    request.on('end', () => {
      const { resourceSpans } = JSON.parse(body) as { resourceSpans: { scopeSpans: { spans: Span[] }[] }[] };
      spans.push(...resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap((scope) => scope.spans)));
      response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
    });
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async sentenciasDe(work) {
      const traceId = randomBytes(16).toString('hex');
      await work(`00-${traceId}-${randomBytes(8).toString('hex')}-01`);
      const ofTrace = () => spans.filter((span) => span.traceId === traceId);
      // The span of the request ends last, and what ended before it is sent before it.
      const until = Date.now() + PLAZO_MS;
      while (!ofTrace().some(({ kind }) => kind === SERVER)) {
        if (Date.now() > until) throw new Error(`of ${spans.length} spans none is of this request`);
        await sleep(ESPERA_MS);
      }
      return ofTrace().flatMap(({ kind, attributes }) =>
        kind === CLIENT ? (attributes.find(({ key }) => key === 'db.query.text')?.value.stringValue ?? '') : [],
      );
    },
    close: () => void server.close(),
  };
}
