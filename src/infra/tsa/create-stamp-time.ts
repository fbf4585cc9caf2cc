import { randomBytes } from 'node:crypto';
import { DerError, readChildren, readDer, TAG } from '#formats/der/der.ts';
import { expectTag, readUnsigned } from '#formats/der/der-value.ts';
import { integer, isTrue, nothing, octets, oid, sequence, toDer } from '#infra/asn1/asn1.ts';
import { askBytes, Unreachable } from '#infra/http/ask-bytes.ts';
import { algorithmOf, type RespuestaDeTsa, type VerifySelloDeTiempo } from './create-verify-sello-de-tiempo.ts';

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
const VERSION_1 = Uint8Array.of(1);
const GRANTED = 0;
const GRANTED_WITH_MODS = 1;

/** Asks the service to stamp a SHA-256, or what is as long as a SHA-512. Never rejects for what the service does. */
export type StampTime = (resumen: Uint8Array) => Promise<RespuestaDeTsa>;

/** A client of a time stamping service (RFC 3161 over HTTP). Without a good answer it says why. */
export function createStampTime(servicio: ServicioDeTiempo): StampTime {
  const { now } = servicio;
  let pausaHasta = 0;
  return async (resumen) => {
    if (now().getTime() < pausaHasta) return { resultado: 'SIN_RESPUESTA', motivo: 'failed a moment ago' };
    const respuesta = await ask(servicio, resumen);
    pausaHasta = respuesta.resultado === 'SELLADO' ? 0 : now().getTime() + PAUSA_MS;
    return respuesta;
  };
}

async function ask({ url, now, timeoutMs, verify }: ServicioDeTiempo, resumen: Uint8Array): Promise<RespuestaDeTsa> {
  const nonce = makeNonce();
  const body = buildRequest(resumen, nonce);
  const contentType = 'application/timestamp-query';
  try {
    const der = await askBytes({ url, body, contentType, timeoutMs, maxAnswerBytes: MAX_ANSWER_BYTES });
    return verify({ token: readTsaAnswer(der), resumen, pregunta: { nonce, now: now() } });
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

/** A TimeStampReq (RFC 3161, 2.4.1) in DER: with our nonce, and asking for the certificates. */
function buildRequest(resumen: Uint8Array, nonce: Uint8Array): Uint8Array {
  const imprint = sequence(sequence(oid(algorithmOf(resumen)), nothing()), octets(resumen));
  return toDer(sequence(integer(VERSION_1), imprint, integer(nonce), isTrue()));
}

/** RFC 3161, 2.4.2, unverified. Throws TsaRefusal when the service gave none, and DerError when it is malformed. */
export function readTsaAnswer(der: Uint8Array): Uint8Array {
  const [info, token] = readChildren(expectTag(readDer(der), TAG.sequence));
  const [status] = readChildren(expectTag(info, TAG.sequence));
  const digits = readUnsigned(expectTag(status, TAG.integer));
  const code = digits[0] ?? GRANTED;
  if (digits.length > 1 || (code !== GRANTED && code !== GRANTED_WITH_MODS)) throw new TsaRefusal(`status ${code}`);
  if (!token) throw new DerError('granted without a token');
  return token.raw;
}

/** The service understood and did not stamp; the message is a short reason for the log. */
export class TsaRefusal extends Error {}
