import { randomBytes } from 'node:crypto';
import { DerError } from '#formats/der/der.ts';
import { postBytes, Unreachable } from '#infra/http/post-bytes.ts';
import { buildTsaRequest } from './build-tsa-request.ts';
import type { VerifySelloDeTiempo } from './create-verify-sello-de-tiempo.ts';
import { readTsaAnswer, TsaRefusal } from './read-tsa-answer.ts';
import type { RespuestaDeTsa, StampTime } from './sello-de-tiempo.ts';

interface ServicioDeTiempo {
  url: string;
  now: () => Date;
  timeoutMs: number;
  verify: VerifySelloDeTiempo;
}

const MAX_ANSWER_BYTES = 64 * 1024;
/** For so long nobody waits for a service that has just failed: acuses and messages come out of one queue. */
const PAUSA_MS = 30_000;
const NONCE_BYTES = 8;

/** A client of a time stamping service (RFC 3161 over HTTP). Without a good answer it says why, and never throws. */
export function createStampTime(servicio: ServicioDeTiempo): StampTime {
  const { now } = servicio;
  let pausaHasta = 0;
  return async (sha256) => {
    if (now().getTime() < pausaHasta) return { resultado: 'SIN_RESPUESTA', motivo: 'failed a moment ago' };
    const respuesta = await ask(servicio, sha256);
    pausaHasta = respuesta.resultado === 'SELLADO' ? 0 : now().getTime() + PAUSA_MS;
    return respuesta;
  };
}

async function ask({ url, now, timeoutMs, verify }: ServicioDeTiempo, sha256: Uint8Array): Promise<RespuestaDeTsa> {
  const nonce = makeNonce();
  const body = buildTsaRequest(sha256, nonce);
  const contentType = 'application/timestamp-query';
  try {
    const der = await postBytes({ url, body, contentType, timeoutMs, maxAnswerBytes: MAX_ANSWER_BYTES });
    return verify({ token: readTsaAnswer(der), sha256, pregunta: { nonce, now: now() } });
  } catch (error) {
    if (error instanceof Unreachable || error instanceof TsaRefusal)
      return { resultado: 'SIN_RESPUESTA', motivo: error.message };
    if (error instanceof DerError) return { resultado: 'SIN_RESPUESTA', motivo: 'malformed answer' };
    throw error;
  }
}

/** Positive and of full length as it is, so that it comes back in the same octets. */
function makeNonce(): Uint8Array {
  const nonce = new Uint8Array(randomBytes(NONCE_BYTES));
  nonce[0] = ((nonce[0] as number) & 0x3f) | 0x40;
  return nonce;
}
