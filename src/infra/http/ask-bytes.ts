import { type IncomingMessage, type RequestOptions, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';

interface Pregunta {
  /** A user and a password in it go as basic authentication. */
  url: string;
  /** What is posted; without it what is there is only read. */
  body?: Uint8Array;
  contentType?: string;
  /** From the connection to the last byte. */
  timeoutMs: number;
  maxAnswerBytes: number;
  ciphers?: string;
}

/** The body of a 200; follows no redirect. Throws Unreachable. */
export async function askBytes(pregunta: Pregunta): Promise<Uint8Array> {
  try {
    return await exchange(pregunta, AbortSignal.timeout(pregunta.timeoutMs));
  } catch (error) {
    if (error instanceof Unreachable) throw error;
    throw new Unreachable(reasonOf(error), { cause: error });
  }
}

/** The message is a short reason for the log. */
export class Unreachable extends Error {}

function exchange(pregunta: Pregunta, signal: AbortSignal): Promise<Uint8Array> {
  const { url, body, contentType, ciphers, maxAnswerBytes } = pregunta;
  return new Promise((resolve, reject) => {
    const target = new URL(url);
    const headers = body && { 'Content-Type': contentType, 'Content-Length': body.length };
    const options: RequestOptions = { method: body ? 'POST' : 'GET', headers, agent: false, signal };
    const receive = (answer: IncomingMessage) => {
      readAnswer(answer, maxAnswerBytes)
        .then(resolve, reject)
        .finally(() => request.destroy());
    };
    const isTls = target.protocol === 'https:';
    const request = isTls
      ? requestHttps(target, { ...options, ...(ciphers && { ciphers }), minVersion: 'TLSv1.2' }, receive)
      : requestHttp(target, options, receive);
    request.on('error', reject);
    request.end(body);
  });
}

async function readAnswer(answer: IncomingMessage, maxBytes: number): Promise<Uint8Array> {
  if (answer.statusCode !== 200) throw new Unreachable(`HTTP ${answer.statusCode}`);
  const body = await readAtMost(answer, maxBytes);
  if (!body) throw new Unreachable('answer too large');
  return new Uint8Array(body);
}

/** The body of a request or an answer, or null when it is larger. */
export async function readAtMost(message: IncomingMessage, maxBytes: number): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of message as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > maxBytes) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'failed';
  if (error.name === 'AbortError' || error.name === 'TimeoutError') return 'timeout';
  return 'code' in error ? String(error.code) : error.name;
}
