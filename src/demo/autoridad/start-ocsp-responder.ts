import type { IncomingMessage, ServerResponse } from 'node:http';
import { readAtMost } from '#infra/http/ask-bytes.ts';
import { type Fallo, type LoopbackServer, listenOnLoopback } from '../listen-on-loopback.ts';
import { buildOcspAnswer, type EstadoDeSerie } from './build-ocsp-answer.ts';
import type { AutoridadOcsp } from './create-autoridad.ts';

interface OcspResponderSpec {
  autoridad: AutoridadOcsp;
  estadoDe: (serie: string) => EstadoDeSerie;
  now: () => Date;
  vigenciaMs?: number;
  port?: number;
  fail?: () => Fallo | null;
}

const MAX_REQUEST_BYTES = 8192;

export function startOcspResponder(spec: OcspResponderSpec): Promise<LoopbackServer> {
  return listenOnLoopback((request, response) => answer(request, response, spec), spec.port);
}

async function answer(request: IncomingMessage, response: ServerResponse, spec: OcspResponderSpec): Promise<void> {
  const body = request.method === 'POST' ? await readAtMost(request, MAX_REQUEST_BYTES) : null;
  if (!body || spec.fail?.()) {
    response.writeHead(body ? 503 : 400).end();
    return;
  }
  const desde = spec.now();
  const vigencia = { desde, hasta: new Date(desde.getTime() + (spec.vigenciaMs ?? 5 * 60_000)) };
  const der = buildOcspAnswer(body, spec.autoridad, spec.estadoDe, vigencia);
  response.writeHead(200, { 'Content-Type': 'application/ocsp-response' }).end(der);
}
