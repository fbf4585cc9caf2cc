import { type IncomingMessage, type RequestOptions, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';

const MAX_ANSWER_BYTES = 64 * 1024;

/** The SAT's server also offers DHE with 1024 bits, which OpenSSL refuses: name the ECDHE suites and nothing else. */
const CIPHERS = [
  'TLS_AES_256_GCM_SHA384',
  'TLS_AES_128_GCM_SHA256',
  'TLS_CHACHA20_POLY1305_SHA256',
  'ECDHE+AESGCM',
  'ECDHE+CHACHA20',
  'ECDHE+AES',
].join(':');

/**
 * Posts an OCSP request and gives the body of a 200. Follows no redirect, reads 64 kB at most and gives up after
 * `timeoutMs` in all. Throws OcspUnreachable.
 */
export async function postOcsp(url: string, body: Uint8Array, timeoutMs: number): Promise<Uint8Array> {
  try {
    return await exchange(url, body, AbortSignal.timeout(timeoutMs));
  } catch (error) {
    if (error instanceof OcspUnreachable) throw error;
    throw new OcspUnreachable(reasonOf(error), { cause: error });
  }
}

function exchange(url: string, body: Uint8Array, signal: AbortSignal): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const target = new URL(url);
    const headers = { 'Content-Type': 'application/ocsp-request', 'Content-Length': body.length };
    const options: RequestOptions = { method: 'POST', headers, agent: false, signal };
    const receive = (answer: IncomingMessage) => {
      readAnswer(answer)
        .then(resolve, reject)
        .finally(() => request.destroy());
    };
    const isTls = target.protocol === 'https:';
    const request = isTls
      ? requestHttps(target, { ...options, ciphers: CIPHERS, minVersion: 'TLSv1.2' }, receive)
      : requestHttp(target, options, receive);
    request.on('error', reject);
    request.end(body);
  });
}

async function readAnswer(answer: IncomingMessage): Promise<Uint8Array> {
  if (answer.statusCode !== 200) throw new OcspUnreachable(`HTTP ${answer.statusCode}`);
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of answer as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAX_ANSWER_BYTES) throw new OcspUnreachable('answer too large');
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks));
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'failed';
  if (error.name === 'AbortError' || error.name === 'TimeoutError') return 'timeout';
  return 'code' in error ? String(error.code) : error.name;
}

/** The service could not be reached, or did not answer as one; the message is a short reason for the log. */
export class OcspUnreachable extends Error {}
