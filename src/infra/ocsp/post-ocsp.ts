import { postBytes } from '#infra/http/post-bytes.ts';

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

/** The body of a 200. Follows no redirect, reads 64 kB at most, gives up after `timeoutMs`. Throws Unreachable. */
export function postOcsp(url: string, body: Uint8Array, timeoutMs: number): Promise<Uint8Array> {
  const contentType = 'application/ocsp-request';
  return postBytes({ url, body, contentType, timeoutMs, maxAnswerBytes: MAX_ANSWER_BYTES, ciphers: CIPHERS });
}
