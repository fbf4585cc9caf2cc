import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buildOcspAnswer, type EstadoDeSerie } from './build-ocsp-answer.ts';
import type { AutoridadOcsp } from './create-autoridad.ts';

interface OcspResponderSpec {
  autoridad: AutoridadOcsp;
  estadoDe: (serie: string) => EstadoDeSerie;
  now: () => Date;
  vigenciaMs?: number;
  port?: number;
}

export interface OcspResponder {
  url: string;
  close(): Promise<void>;
}

const MAX_REQUEST_BYTES = 8192;

export async function startOcspResponder(spec: OcspResponderSpec): Promise<OcspResponder> {
  const server = createServer((request, response) => {
    answer(request, response, spec).catch(() => response.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(spec.port ?? 0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function answer(request: IncomingMessage, response: ServerResponse, spec: OcspResponderSpec): Promise<void> {
  const body = request.method === 'POST' ? await readBody(request) : null;
  if (!body) {
    response.writeHead(400).end();
    return;
  }
  const desde = spec.now();
  const vigencia = { desde, hasta: new Date(desde.getTime() + (spec.vigenciaMs ?? 5 * 60_000)) };
  const der = buildOcspAnswer(body, spec.autoridad, spec.estadoDe, vigencia);
  response.writeHead(200, { 'Content-Type': 'application/ocsp-response' }).end(der);
}

async function readBody(request: IncomingMessage): Promise<Uint8Array | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAX_REQUEST_BYTES) return null;
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks));
}
