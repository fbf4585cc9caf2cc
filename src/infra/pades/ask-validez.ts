import { createHash, randomBytes, X509Certificate } from 'node:crypto';
import { readCertificados } from '#formats/der/read-piezas.ts';
import { Unreachable } from '#infra/http/ask-bytes.ts';
import type { Logger } from '#infra/logger/logger.ts';
import { buildCertId, buildOcspRequest } from '#infra/ocsp/cert-id.ts';
import { postOcsp } from '#infra/ocsp/consult-ocsp.ts';
import { type RespuestaOcsp, verifyOcspAnswer } from '#infra/ocsp/verify-ocsp-answer.ts';
import type { StampTime } from '#infra/tsa/create-stamp-time.ts';
import { consultLista } from './consult-lista.ts';

/**
 * What a reader needs to judge a seal and its time stamp once nobody answers any more, DER: authorities, OCSP answers, and lists of
 * revoked certificates.
 */
export interface Validez {
  autoridades: readonly Uint8Array[];
  respuestas: readonly Uint8Array[];
  listas: readonly Uint8Array[];
}

interface ValidezOptions {
  certificadoPem: string;
  stampTime: StampTime | null;
  now: () => Date;
  timeoutMs: number;
  log: Logger;
}

const DIA_MS = 86_400_000;
/** For so long nobody waits for what did not answer. */
const PAUSA_MS = 300_000;
const NONCE_BYTES = 16;

/**
 * Of the sello and of whoever stamps time, once a day: each authority above, and what the OCSP service that a certificate names
 * (RFC 5280, 4.2.2.1) says of it, or else the list. What cannot be had is left out, and logged. Who stamps time is learned from a stamp.
 */
export function createAskValidez(options: ValidezOptions): () => Promise<Validez> {
  let kept: { until: number; validez: Promise<Validez> } | null = null;
  return async () => {
    const now = options.now().getTime();
    if (kept && now < kept.until) return kept.validez;
    const asked = collect(options);
    const mine = { until: now + PAUSA_MS, validez: asked };
    kept = mine;
    if ((await asked).isCompleta) mine.until = now + DIA_MS;
    return asked;
  };
}

async function collect(options: ValidezOptions): Promise<Validez & { isCompleta: boolean }> {
  const deSello = readCertificados(Buffer.from(options.certificadoPem));
  const sellado = await options.stampTime?.(createHash('sha256').update('Buzón').digest());
  const deTiempo = sellado?.resultado === 'SELLADO' ? sellado.sello.cadena : [];
  const cadenas = [deSello, deTiempo];
  const pares = cadenas.flatMap((cadena) =>
    cadena.slice(1).map((emisor, i) => [cadena[i] as Uint8Array, emisor] as const),
  );
  const estados = await Promise.all(pares.map(([certificado, emisor]) => askEstado(options, certificado, emisor)));
  const known = estados.flatMap((estado) => (estado && 'der' in estado ? [estado] : []));
  return {
    autoridades: cadenas.flatMap((cadena) => cadena.slice(1)),
    respuestas: known.filter(({ clase }) => clase === 'OCSP').map(({ der }) => der),
    listas: known.filter(({ clase }) => clase === 'LISTA').map(({ der }) => der),
    isCompleta: (!options.stampTime || deTiempo.length > 0) && estados.every((estado) => !estado || 'der' in estado),
  };
}

/** Null where a certificate names neither service nor list. */
async function askEstado({ log, ...options }: ValidezOptions, certificado: Uint8Array, emisor: Uint8Array) {
  const { serialNumber } = new X509Certificate(certificado);
  const asked = { certificado, emisor, now: options.now() };
  const ocsp = await askOcsp(asked, options.timeoutMs);
  const isKnown = ocsp && 'der' in ocsp;
  const lista = isKnown ? null : await consultLista(asked, options.timeoutMs);
  const estado = lista ? { ...lista, clase: 'LISTA' } : ocsp && { ...ocsp, clase: 'OCSP' };
  if (!estado) return null;
  const { resultado, clase } = estado;
  if ('motivo' in estado)
    log.warn({ serialNumber, clase, resultado, motivo: estado.motivo }, 'no status of a certificate that seals');
  else if (resultado !== 'BUENO')
    log.error({ serialNumber, clase, resultado }, 'a certificate that seals is revoked or unknown');
  return estado;
}

/** Null where a certificate names no service. An answer made beforehand serves, while it holds: this is evidence, not leave to enter. */
async function askOcsp(
  asked: { certificado: Uint8Array; emisor: Uint8Array; now: Date },
  timeoutMs: number,
): Promise<RespuestaOcsp | null> {
  const { certificado, emisor } = asked;
  const url = /^OCSP - URI:(.+)$/m.exec(new X509Certificate(certificado).infoAccess ?? '')?.[1];
  if (!url) return null;
  const request = buildOcspRequest(buildCertId(certificado, emisor), randomBytes(NONCE_BYTES));
  return postOcsp(url, request, timeoutMs).then(
    (der) => verifyOcspAnswer({ ...asked, der, nonce: null }),
    explainSilence,
  );
}

function explainSilence(error: unknown): RespuestaOcsp {
  if (!(error instanceof Unreachable)) throw error;
  return { resultado: 'SIN_RESPUESTA', motivo: error.message };
}
