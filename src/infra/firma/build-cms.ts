import { readX509 } from '#domain/efirma/x509.ts';
import { context, fromDer, integer, type Nodo, nothing, octets, oid, sequence, set, toDer } from '#infra/asn1/asn1.ts';

export type BuildCms = typeof buildCms;

const DATA = '1.2.840.113549.1.7.1';
const SIGNED_DATA = '1.2.840.113549.1.7.2';
const SHA256 = '2.16.840.1.101.3.4.2.1';
const RSA_ENCRYPTION = '1.2.840.113549.1.1.1';
const VERSION_1 = Uint8Array.of(1);

/**
 * A signature that exists already, as a detached CMS (RFC 5652, SignedData): RSA-SHA256 over the bytes themselves, so
 * without signed attributes. Throws DerError when `certificado` (DER) is none.
 */
export function buildCms({ certificado, firma }: { certificado: Uint8Array; firma: Uint8Array }): Uint8Array {
  const { issuer, serialNumber } = readX509(certificado);
  const signerInfo = sequence(
    integer(VERSION_1),
    sequence(fromDer(issuer.raw), integer(serialNumber)),
    algorithm(SHA256),
    algorithm(RSA_ENCRYPTION),
    octets(firma),
  );
  const signedData = sequence(
    integer(VERSION_1),
    set(algorithm(SHA256)),
    sequence(oid(DATA)),
    context(0, fromDer(certificado)),
    set(signerInfo),
  );
  return toDer(sequence(oid(SIGNED_DATA), context(0, signedData)));
}

function algorithm(dotted: string): Nodo {
  return sequence(oid(dotted), nothing());
}
