import { DerError } from '#formats/der/der.ts';
import { sameBytes } from '#formats/der/x509.ts';
import { createLruCache } from '#infra/efirma/lru-cache.ts';
import { buildCertId, type CertId, encodeNonce, isCertId } from './cert-id.ts';
import { findResponder } from './find-responder.ts';
import { type OcspAnswer, OcspRefusal, readOcspAnswer, type SingleResponse } from './read-ocsp-answer.ts';

export interface OcspEvidence {
  der: Uint8Array;
  /** The certificate asked about, and the authority that signed it, both DER. */
  certificado: Uint8Array;
  emisor: Uint8Array;
  /** When it is judged: now, or for stored evidence the moment when it was asked for. */
  now: Date;
  /** The nonce that was sent; null for stored evidence, where it was checked when the answer came. */
  nonce: Uint8Array | null;
  vistas?: Vistas;
}

const SKEW_MS = 5 * 60_000;

/**
 * Judges an OCSP answer by every check of efirma.md: it is for this certificate under this issuer, signed by the authority
 * or its OCSP delegate, of this moment, and answers our question: with our nonce or, where the service gives none, made within
 * these minutes and no older answer again. Anything less is SIN_RESPUESTA with its reason.
 */
export function verifyOcspAnswer(evidence: OcspEvidence): RespuestaOcsp {
  try {
    return judge(evidence, readOcspAnswer(evidence.der));
  } catch (error) {
    if (error instanceof OcspRefusal) return noAnswer(error.message);
    if (error instanceof DerError || isCryptoError(error)) return noAnswer('malformed answer');
    throw error;
  }
}

function judge({ der, certificado, emisor, now, nonce, vistas }: OcspEvidence, answer: OcspAnswer): RespuestaOcsp {
  const certId = buildCertId(certificado, emisor);
  const [single, another] = answer.responses.filter((response) => isCertId(response.certId, certId));
  if (!single || another) return noAnswer('not about this certificate');
  const responder = findResponder(answer, emisor);
  if (!responder) return noAnswer('not signed by the authority or its delegate');
  if (nonce && answer.nonce && !sameBytes(answer.nonce, encodeNonce(nonce)))
    return noAnswer('answers another question');
  if (isPast(responder.notAfter, now) || isFuture(responder.notBefore, now)) return noAnswer('responder not valid');
  const wrongTime = judgeTime(single, now, nonce !== null && answer.nonce !== null);
  if (wrongTime) return wrongTime;
  if (nonce && !answer.nonce && isPast(single.thisUpdate, now)) return noAnswer('without a nonce and not fresh');
  if (vistas?.isRepetida(certId, single, answer.nonce ? null : now)) return noAnswer('a replay');
  const suspendido = single.suspendido && ({ suspendido: true } as const);
  return { resultado: single.estado, der, vigenteHasta: single.nextUpdate, ...suspendido };
}

/** An answer to our own nonce was made just now: when its dates say otherwise, it is our clock that is off. */
function judgeTime(single: SingleResponse, now: Date, isFresh: boolean): RespuestaOcsp | null {
  const motivo = `thisUpdate ${single.thisUpdate.toISOString()}, now ${now.toISOString()}`;
  if (isFuture(single.thisUpdate, now)) return { resultado: 'RELOJ_DESFASADO', motivo };
  if (single.nextUpdate < single.thisUpdate) return noAnswer('ends before it begins');
  if (!isPast(single.nextUpdate, now)) return null;
  return isFresh ? { resultado: 'RELOJ_DESFASADO', motivo } : noAnswer(`stale answer: ${motivo}`);
}

function isFuture(date: Date, now: Date): boolean {
  return date.getTime() > now.getTime() + SKEW_MS;
}

function isPast(date: Date, now: Date): boolean {
  return date.getTime() < now.getTime() - SKEW_MS;
}

function noAnswer(motivo: string): RespuestaOcsp {
  return { resultado: 'SIN_RESPUESTA', motivo };
}

/** node:crypto throws on certificates and keys that OpenSSL cannot read. */
function isCryptoError(error: unknown): boolean {
  return error instanceof Error && 'code' in error && /^ERR_(OSSL|CRYPTO|INVALID)/.test(String(error.code));
}

const RECORDADAS = 2_000;

export type Vistas = ReturnType<typeof createVistas>;

/** A responder without nonces gives the same answer to many while it holds; whoever kept one may not give it afterwards. */
export function createVistas() {
  const newest = createLruCache<number>(RECORDADAS);
  return {
    /**
     * Whether an answer was given before: it is older than another about the same certificate, or that very one after its
     * end. With `now` null it answers our own nonce, so it is only remembered.
     */
    isRepetida({ issuerKeyHash, serialNumber }: CertId, { thisUpdate, nextUpdate }: SingleResponse, now: Date | null) {
      const key = Buffer.concat([issuerKeyHash, serialNumber]).toString('hex');
      const at = thisUpdate.getTime();
      const known = newest.get(key) ?? Number.NEGATIVE_INFINITY;
      if (now && (at < known || (at === known && now > nextUpdate))) return true;
      newest.set(key, Math.max(at, known));
      return false;
    },
  };
}

/**
 * What the revocation service said of a certificate. `der` is its raw answer, kept as evidence; `suspendido` says that it is
 * revoked for now only (certificateHold).
 */
export type RespuestaOcsp =
  | { resultado: 'BUENO' | 'REVOCADO' | 'DESCONOCIDO'; der: Uint8Array; vigenteHasta: Date; suspendido?: true }
  | { resultado: 'SIN_RESPUESTA' | 'RELOJ_DESFASADO'; motivo: string }
  | { resultado: 'NO_CONSULTADO' };
