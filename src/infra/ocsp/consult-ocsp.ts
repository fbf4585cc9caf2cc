import { randomBytes } from 'node:crypto';
import type { CertificadoVerificado } from '#infra/efirma/create-verificador.ts';
import { askBytes, Unreachable } from '#infra/http/ask-bytes.ts';
import { createCorte } from '#infra/http/corte.ts';
import type { Logger } from '#infra/logger/logger.ts';
import { metricas } from '#infra/metricas/metricas.ts';
import { buildCertId, buildOcspRequest } from './cert-id.ts';
import { createVistas, type OcspEvidence, type RespuestaOcsp, verifyOcspAnswer } from './verify-ocsp-answer.ts';

interface ConsultaOptions {
  /** Null where nobody is asked (EFIRMA_OCSP_URL is empty). */
  url: string | null;
  now: () => Date;
  timeoutMs: number;
  log: Logger;
}

interface OcspQuestion extends Omit<OcspEvidence, 'der' | 'nonce'> {
  url: string;
  timeoutMs: number;
  post?: typeof postOcsp;
}

/** A responder that hangs makes three people wait, and then one every fifteen seconds. */
const CORTE = { fallas: 3, pausaMs: 15_000 };
const NONCE_BYTES = 16;
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
 * Asks the revocation service about one certificate, afresh. Never throws for what the service does: no answer, or one
 * that proves nothing, is SIN_RESPUESTA with its reason.
 */
export async function consultOcsp(question: OcspQuestion): Promise<RespuestaOcsp> {
  const { url, certificado, emisor, now, timeoutMs, vistas, post = postOcsp } = question;
  const nonce = randomBytes(NONCE_BYTES);
  const request = buildOcspRequest(buildCertId(certificado, emisor), nonce);
  try {
    const der = await post(url, request, timeoutMs);
    return verifyOcspAnswer({ der, certificado, emisor, now, nonce, vistas });
  } catch (error) {
    if (error instanceof Unreachable) return { resultado: 'SIN_RESPUESTA', motivo: error.message };
    throw error;
  }
}

/**
 * Asks the revocation service, unless it has just failed for those before: then it is SIN_RESPUESTA at once. Whether an answer
 * is good changes nothing of that: what a service says of one certificate must not keep others from being asked about. Each
 * answer is counted and logged, without whose it is.
 */
export function createConsulta({ url, now, timeoutMs, log }: ConsultaOptions) {
  const corte = createCorte(CORTE);
  const vistas = createVistas();
  const post: typeof postOcsp = async (...asked) => {
    if (corte.isOpen()) throw new Unreachable(`not asked: it failed ${CORTE.fallas} times in a row`);
    return corte.watch(() => postOcsp(...asked));
  };
  return async ({ der: certificado, emisor }: CertificadoVerificado): Promise<RespuestaOcsp> => {
    if (url === null) return { resultado: 'NO_CONSULTADO' };
    const respuesta = await consultOcsp({ url, certificado, emisor, now: now(), timeoutMs, vistas, post });
    const { resultado } = respuesta;
    metricas().revocaciones.inc({ resultado: resultado.toLowerCase() });
    if ('motivo' in respuesta) log.warn({ resultado, motivo: respuesta.motivo }, 'no answer about a revocation');
    else log.info({ resultado }, 'an answer about a revocation');
    return respuesta;
  };
}

/** The body of a 200. Follows no redirect, reads 64 kB at most, gives up after `timeoutMs`. Throws Unreachable. */
export function postOcsp(url: string, body: Uint8Array, timeoutMs: number): Promise<Uint8Array> {
  const contentType = 'application/ocsp-request';
  return askBytes({ url, body, contentType, timeoutMs, maxAnswerBytes: MAX_ANSWER_BYTES, ciphers: CIPHERS });
}
