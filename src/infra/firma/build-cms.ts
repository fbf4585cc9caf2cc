import { createHash } from 'node:crypto';
import { OID } from '#formats/cms/oid.ts';
import { readX509 } from '#formats/der/x509.ts';
import {
  context,
  fromDer,
  inDerOrder,
  integer,
  type Nodo,
  nothing,
  octets,
  oid,
  sequence,
  set,
  toDer,
} from '#infra/asn1/asn1.ts';

export type BuildCms = typeof buildCms;

const VERSION_1 = Uint8Array.of(1);

interface PartesDeCms {
  certificado: Uint8Array;
  /** Of those above it, where they go along. */
  autoridades?: readonly Uint8Array[];
  firma: Uint8Array;
  /** What was signed in place of the bytes, in DER order; none when the signature is over the bytes themselves. */
  firmados?: Nodo[];
  sinFirmar?: Nodo[];
}

/** A signature that exists already, as a detached CMS (RFC 5652). Throws DerError when `certificado` is none. */
export function buildCms(partes: PartesDeCms): Uint8Array {
  const { certificado, autoridades = [], firma, firmados = [], sinFirmar = [] } = partes;
  const { issuer, serialNumber } = readX509(certificado);
  const signerInfo = sequence(
    integer(VERSION_1),
    sequence(fromDer(issuer.raw), integer(serialNumber)),
    algorithm(OID.sha256),
    ...tagged(0, firmados),
    algorithm(OID.rsaEncryption),
    octets(firma),
    ...tagged(1, sinFirmar),
  );
  const signedData = sequence(
    integer(VERSION_1),
    set(algorithm(OID.sha256)),
    sequence(oid(OID.data)),
    context(0, ...inDerOrder([certificado, ...autoridades].map(fromDer))),
    set(signerInfo),
  );
  return toDer(sequence(oid(OID.signedData), context(0, signedData)));
}

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

function tagged(number: number, atributos: Nodo[]): Nodo[] {
  return atributos.length > 0 ? [context(number, ...atributos)] : [];
}

function algorithm(dotted: string): Nodo {
  return sequence(oid(dotted), nothing());
}
