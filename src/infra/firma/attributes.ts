import { createHash } from 'node:crypto';
import { OID } from '#formats/cms/oid.ts';
import { fromDer, inDerOrder, type Nodo, octets, oid, sequence, set, toDer } from '../asn1/asn1.ts';

/** What is signed in place of a document (RFC 5652, 5.4; RFC 5035). PAdES allows no time here: it stands in the PDF. */
export function atributosFirmados({ certificado, sha256 }: { certificado: Uint8Array; sha256: Uint8Array }): Nodo[] {
  const huella = createHash('sha256').update(certificado).digest();
  return inDerOrder([
    atributo(OID.contentType, oid(OID.data)),
    atributo(OID.messageDigest, octets(sha256)),
    atributo(OID.signingCertificateV2, sequence(sequence(sequence(octets(huella))))),
  ]);
}

/** The bytes under the signature: the attributes as a SET, whatever their tag is in the CMS. */
export function toBeSigned(atributos: Nodo[]): Uint8Array {
  return toDer(set(...atributos));
}

/** RFC 3161, appendix A: it comes after the signature, so it is not signed. */
export function atributoDeTiempo(token: Uint8Array): Nodo {
  return atributo(OID.signatureTimeStamp, fromDer(token));
}

function atributo(type: string, value: Nodo): Nodo {
  return sequence(oid(type), set(value));
}
