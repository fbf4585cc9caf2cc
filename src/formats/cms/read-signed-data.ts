import { type DerElement, DerError, readChildren, readDer, readOid, TAG } from '#formats/der/der.ts';
import { expectTag } from '#formats/der/der-value.ts';
import { readAlgorithm } from '#formats/der/x509.ts';
import { OID } from './oid.ts';

/** A CMS that one party signed (RFC 5652). Nothing is verified. */
export type SignedData = ReturnType<typeof readSignedData>;
export type FirmanteDeCms = SignedData['firmante'];

/** Reads it strictly: DER, one signer, with signed attributes. Throws DerError. */
export function readSignedData(der: Uint8Array) {
  const [type, tagged] = readChildren(expectTag(readDer(der), TAG.sequence));
  if (readOid(expectTag(type, TAG.oid)) !== OID.signedData) throw new DerError('not SignedData');
  const fields = readChildren(expectTag(readDer(expectTag(tagged, TAG.context0).content), TAG.sequence));
  const [, , encapsulated, ...rest] = fields;
  const [contentType, content] = readChildren(expectTag(encapsulated, TAG.sequence));
  const carried = rest.find(({ tag }) => tag === TAG.context0);
  const certificados = carried ? readChildren(carried).filter(({ tag }) => tag === TAG.sequence) : [];
  const [signer, another] = readChildren(expectTag(rest.at(-1), TAG.set));
  if (another) throw new DerError('more than one signer');
  return {
    contentType: readOid(expectTag(contentType, TAG.oid)),
    content: content ? expectTag(readDer(expectTag(content, TAG.context0).content), TAG.octetString).content : null,
    certificados: certificados.map(({ raw }) => raw),
    firmante: readFirmante(expectTag(signer, TAG.sequence)),
  };
}

function readFirmante(signer: DerElement) {
  const [, sid, digest, signed, algorithm, signature, unsigned] = readChildren(signer);
  if (!sid || !signed) throw new DerError('no signer');
  const firmados = Uint8Array.from(expectTag(signed, TAG.context0).raw);
  firmados[0] = TAG.set;
  return {
    /** Issuer and serial number, or the key's identifier. */
    sid,
    digestAlgorithm: readAlgorithm(expectTag(digest, TAG.sequence)),
    firmados,
    atributos: readAtributos(signed),
    signatureAlgorithm: readAlgorithm(expectTag(algorithm, TAG.sequence)),
    firma: expectTag(signature, TAG.octetString).content,
    sinFirmar: unsigned ? readAtributos(expectTag(unsigned, TAG.context1)) : new Map<string, DerElement>(),
  };
}

/** Of those that are read here there is one of a kind, with one value (RFC 5652, 11). */
function readAtributos(tagged: DerElement): Map<string, DerElement> {
  const atributos = new Map<string, DerElement>();
  for (const atributo of readChildren(tagged)) {
    const [type, values] = readChildren(expectTag(atributo, TAG.sequence));
    const oid = readOid(expectTag(type, TAG.oid));
    const [value] = readChildren(expectTag(values, TAG.set));
    if (!value || atributos.has(oid)) throw new DerError('empty or repeated attribute');
    atributos.set(oid, value);
  }
  return atributos;
}
