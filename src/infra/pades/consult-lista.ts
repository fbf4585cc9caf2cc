import { X509Certificate } from 'node:crypto';
import { type DerElement, DerError, nullIfMalformed, readChildren, readDer, TAG } from '#formats/der/der.ts';
import { expectTag, readOctetBits, readTime, readUnsigned, readWrapped } from '#formats/der/der-value.ts';
import { readAlgorithm, readExtensions, readX509, sameBytes } from '#formats/der/x509.ts';
import { isSignedUnder } from '#infra/firma/find-signer.ts';
import { askBytes, Unreachable } from '#infra/http/ask-bytes.ts';

/** What an authority's list says of a certificate; `der` is the list, kept as evidence. */
export type RespuestaDeLista =
  | { resultado: 'BUENO' | 'REVOCADO'; der: Uint8Array }
  | { resultado: 'SIN_RESPUESTA'; motivo: string };

interface ListaPorVerificar {
  der: Uint8Array;
  /** The certificate asked about, and the authority that signed it and the list, both DER. */
  certificado: Uint8Array;
  emisor: Uint8Array;
  now: Date;
}

const CRL_DISTRIBUTION_POINTS = '2.5.29.31';
const ISSUING_DISTRIBUTION_POINT = '2.5.29.28';
const [FULL_NAME, URI, INDIRECT] = [0xa0, 0x86, 0x84];
const SKEW_MS = 5 * 60_000;
/** It goes into each document: those of authorities that stamp and seal have a few hundred bytes. */
const MAX_LISTA_BYTES = 64 * 1024;

/** Null where the certificate names no list by HTTP. Never throws for what the service does. */
export async function consultLista(
  asked: Omit<ListaPorVerificar, 'der'>,
  timeoutMs: number,
): Promise<RespuestaDeLista | null> {
  const url = nullIfMalformed(() => findUrl(asked.certificado));
  if (!url) return null;
  try {
    const der = await askBytes({ url, timeoutMs, maxAnswerBytes: MAX_LISTA_BYTES });
    return nullIfMalformed(() => verifyLista({ ...asked, der })) ?? noAnswer('malformed list');
  } catch (error) {
    if (error instanceof Unreachable) return noAnswer(error.message);
    throw error;
  }
}

/**
 * A list of revoked certificates (RFC 5280, 5) is believed when the certificate's own authority signed it, it is of this moment and
 * is neither a part of another one nor of what others issued. Throws DerError when it is malformed.
 */
export function verifyLista({ der, certificado, emisor, now }: ListaPorVerificar): RespuestaDeLista {
  const [tbs, algorithm, signature] = readChildren(expectTag(readDer(der), TAG.sequence));
  if (!tbs || !algorithm || !signature) throw new DerError('not a list');
  const { publicKey } = new X509Certificate(emisor);
  if (!isSignedUnder(readAlgorithm(algorithm), publicKey, tbs.raw, readOctetBits(signature)))
    return noAnswer('not signed by the authority');
  const fields = readChildren(tbs);
  if (fields[0]?.tag === TAG.integer) fields.shift();
  const [inner, issuer, desde, hasta, ...optional] = fields;
  if (!inner || !sameBytes(inner.raw, algorithm.raw)) throw new DerError('two signature algorithms');
  const x509 = readX509(certificado);
  if (!issuer || !sameBytes(issuer.raw, x509.issuer.raw)) return noAnswer('of another authority');
  const [desdeMs, hastaMs] = [readTime(desde).getTime() - SKEW_MS, readTime(hasta).getTime() + SKEW_MS];
  if (now.getTime() < desdeMs || now.getTime() > hastaMs) return noAnswer('not of this moment');
  if (!isWhole(optional.find(({ tag }) => tag === TAG.context0))) return noAnswer('a part of a list');
  const revocados = optional.find(({ tag }) => tag === TAG.sequence);
  const isRevocado = revocados && readChildren(revocados).some((each) => sameBytes(readSerie(each), x509.serialNumber));
  return { resultado: isRevocado ? 'REVOCADO' : 'BUENO', der };
}

/** Of what is critical only the place where it is published is understood: not changes to another list, nor those of others. */
function isWhole(tagged: DerElement | undefined): boolean {
  return [...readExtensions(tagged)].every(([oid, { critical, value }]) => {
    if (oid !== ISSUING_DISTRIBUTION_POINT) return !critical;
    return readChildren(readWrapped(value)).every(({ tag }) => tag !== INDIRECT);
  });
}

function readSerie(entry: DerElement): Uint8Array {
  const [serie] = readChildren(expectTag(entry, TAG.sequence));
  return readUnsigned(expectTag(serie, TAG.integer));
}

/** RFC 5280, 4.2.1.13: the first of them by HTTP. */
function findUrl(certificado: Uint8Array): string | undefined {
  const extension = readX509(certificado).extensions.get(CRL_DISTRIBUTION_POINTS);
  if (!extension) return undefined;
  const names = readChildren(readWrapped(extension.value))
    .flatMap((punto) => readChildren(punto).filter(({ tag }) => tag === TAG.context0))
    .flatMap((nombre) => readChildren(nombre).filter(({ tag }) => tag === FULL_NAME))
    .flatMap((nombre) => readChildren(nombre).filter(({ tag }) => tag === URI));
  const urls = names.map(({ content }) => Buffer.from(content).toString('latin1'));
  return urls.find((url) => /^https?:/.test(url) && URL.canParse(url));
}

function noAnswer(motivo: string): RespuestaDeLista {
  return { resultado: 'SIN_RESPUESTA', motivo };
}
