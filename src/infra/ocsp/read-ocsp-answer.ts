import { type DerElement, DerError, readChildren, readDer, readOid, TAG } from '#formats/der/der.ts';
import { expectTag, readOctetBits, readTime, readWrapped } from '#formats/der/der-value.ts';
import { readAlgorithm, readExtensions } from '#formats/der/x509.ts';
import { NONCE } from './cert-id.ts';

/** A successful BasicOCSPResponse (RFC 6960, 4.2.1), as views over its bytes. Nothing is verified. */
export type OcspAnswer = ReturnType<typeof readOcspAnswer>;
export type SingleResponse = OcspAnswer['responses'][number];

const REFUSALS = new Map([
  [1, 'malformedRequest'],
  [2, 'internalError'],
  [3, 'tryLater'],
  [5, 'sigRequired'],
  [6, 'unauthorized'],
]);
const BASIC = '1.3.6.1.5.5.7.48.1.1';
const SUSPENSIONES = new Set([6, 8]);
const ESTADOS = { 128: 'BUENO', 161: 'REVOCADO', 130: 'DESCONOCIDO' } as const;

/** Reads an OCSPResponse strictly. Throws OcspRefusal when it holds no answer and DerError when it is malformed. */
export function readOcspAnswer(der: Uint8Array) {
  const [status, tagged] = readChildren(expectTag(readDer(der), TAG.sequence));
  const code = expectTag(status, TAG.enumerated).content;
  if (code.length !== 1 || code[0] !== 0) throw new OcspRefusal(REFUSALS.get(code[0] ?? -1) ?? 'unknown status');
  const [type, octets] = readChildren(readDer(expectTag(tagged, TAG.context0).content));
  if (readOid(expectTag(type, TAG.oid)) !== BASIC) throw new DerError('not a basic answer');
  const [tbs, algorithm, signature, certificados] = readChildren(expectTag(readWrapped(octets), TAG.sequence));
  return {
    ...readResponseData(expectTag(tbs, TAG.sequence)),
    signatureAlgorithm: readAlgorithm(expectTag(algorithm, TAG.sequence)),
    signature: readOctetBits(expectTag(signature, TAG.bitString)),
    certificados: readCertificados(certificados),
  };
}

function readResponseData(tbs: DerElement) {
  const fields = readChildren(tbs);
  if (fields[0]?.tag === TAG.context0) fields.shift();
  const [responderId, producedAt, responses, extensions] = fields;
  if (!responderId) throw new DerError('no responder');
  readTime(producedAt);
  return {
    /** The signed part, with its header. */
    tbs: tbs.raw,
    responderId,
    responses: readChildren(expectTag(responses, TAG.sequence)).map(readSingleResponse),
    /** The value of the nonce extension that the service echoed, as it came; null when there is none. */
    nonce: refuseCritical(extensions).get(NONCE)?.value.content ?? null,
  };
}

function readSingleResponse(element: DerElement) {
  const [certId, status, thisUpdate, ...optional] = readChildren(expectTag(element, TAG.sequence));
  const estado = ESTADOS[status?.tag as keyof typeof ESTADOS];
  if (!certId || !estado) throw new DerError('unknown certificate status');
  refuseCritical(optional.find((field) => field.tag === TAG.context1));
  const from = readTime(thisUpdate);
  const next = optional.find((field) => field.tag === TAG.context0);
  /** Revoked for now: on hold, or about to be taken off the list (RFC 5280, 5.3.1). */
  const suspendido = estado === 'REVOCADO' && isSuspension(status as DerElement);
  // Without nextUpdate newer news are always to be had.
  return { certId, estado, suspendido, thisUpdate: from, nextUpdate: next ? readTime(readDer(next.content)) : from };
}

/** RevokedInfo: when, and perhaps why. */
function isSuspension(revoked: DerElement): boolean {
  const [, reason] = readChildren(revoked);
  if (!reason) return false;
  const code = expectTag(readDer(expectTag(reason, TAG.context0).content), TAG.enumerated).content;
  return code.length === 1 && SUSPENSIONES.has(code[0] as number);
}

/** We understand the nonce and no other extension: a critical one voids the answer (RFC 6960, 4.4). */
function refuseCritical(tagged: DerElement | undefined): ReturnType<typeof readExtensions> {
  const extensions = readExtensions(tagged && expectTag(tagged, TAG.context1));
  for (const [oid, { critical }] of extensions) {
    if (critical && oid !== NONCE) throw new DerError('critical extension');
  }
  return extensions;
}

function readCertificados(tagged: DerElement | undefined): Uint8Array[] {
  if (!tagged) return [];
  return readChildren(readDer(expectTag(tagged, TAG.context0).content)).map((certificado) => certificado.raw);
}

/** The service understood and did not answer: tryLater, unauthorized… (RFC 6960, 4.2.1). */
export class OcspRefusal extends Error {}
