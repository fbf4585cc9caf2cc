import { OID } from '#formats/cms/oid.ts';
import { readX509 } from '#formats/der/x509.ts';
import { context, fromDer, integer, type Nodo, nothing, octets, oid, sequence, set, toDer } from '#infra/asn1/asn1.ts';

export type BuildCms = typeof buildCms;

const VERSION_1 = Uint8Array.of(1);

interface PartesDeCms {
  certificado: Uint8Array;
  firma: Uint8Array;
  /** What was signed in place of the bytes, in DER order; none when the signature is over the bytes themselves. */
  firmados?: Nodo[];
  sinFirmar?: Nodo[];
}

/** A signature that exists already, as a detached CMS (RFC 5652). Throws DerError when `certificado` is none. */
export function buildCms({ certificado, firma, firmados = [], sinFirmar = [] }: PartesDeCms): Uint8Array {
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
    context(0, fromDer(certificado)),
    set(signerInfo),
  );
  return toDer(sequence(oid(OID.signedData), context(0, signedData)));
}

function tagged(number: number, atributos: Nodo[]): Nodo[] {
  return atributos.length > 0 ? [context(number, ...atributos)] : [];
}

function algorithm(dotted: string): Nodo {
  return sequence(oid(dotted), nothing());
}
