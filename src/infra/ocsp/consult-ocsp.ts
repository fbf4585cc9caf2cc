import { randomBytes } from 'node:crypto';
import { Unreachable } from '#infra/http/post-bytes.ts';
import { buildOcspRequest } from './build-ocsp-request.ts';
import { buildCertId } from './cert-id.ts';
import { postOcsp } from './post-ocsp.ts';
import type { RespuestaOcsp } from './respuesta-ocsp.ts';
import type { Vistas } from './respuestas-vistas.ts';
import { verifyOcspAnswer } from './verify-ocsp-answer.ts';

interface OcspQuestion {
  /** Address of the service, http or https. */
  url: string;
  /** The certificate asked about, and the authority that signed it, both DER and already verified. */
  certificado: Uint8Array;
  emisor: Uint8Array;
  now: Date;
  timeoutMs: number;
  vistas?: Vistas;
  /** How the question is carried there. */
  post?: typeof postOcsp;
}

const NONCE_BYTES = 16;

/**
 * Asks the revocation service about one certificate, afresh. Never throws for what the service does: no answer, or one
 * that proves nothing, is SIN_RESPUESTA with its reason.
 */
export async function consultOcsp({
  url,
  certificado,
  emisor,
  now,
  timeoutMs,
  vistas,
  post = postOcsp,
}: OcspQuestion): Promise<RespuestaOcsp> {
  const nonce = new Uint8Array(randomBytes(NONCE_BYTES));
  const request = buildOcspRequest(buildCertId(certificado, emisor), nonce);
  try {
    const der = await post(url, request, timeoutMs);
    return verifyOcspAnswer({ der, certificado, emisor, now, nonce, vistas });
  } catch (error) {
    if (error instanceof Unreachable) return { resultado: 'SIN_RESPUESTA', motivo: error.message };
    throw error;
  }
}
