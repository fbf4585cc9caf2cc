import { type KeyObject, sign } from 'node:crypto';
import {
  bits,
  context,
  fecha,
  fromDer,
  integer,
  isTrue,
  type Nodo,
  nothing,
  octets,
  oid,
  sequence,
  toDer,
} from '#infra/asn1/asn1.ts';

export type Resumen = 'sha1' | 'sha256' | 'sha512';

interface CertificadoSpec {
  serie: string;
  issuer: Nodo;
  subject: Nodo;
  validoDesde: Date;
  validoHasta: Date;
  publicKey: KeyObject;
  extensions: Nodo[];
  signWith: KeyObject;
  resumen?: Resumen;
}

const FIRMAS: Record<Resumen, string> = {
  sha1: '1.2.840.113549.1.1.5',
  sha256: '1.2.840.113549.1.1.11',
  sha512: '1.2.840.113549.1.1.13',
};

export function buildCertificado(spec: CertificadoSpec): Uint8Array<ArrayBuffer> {
  const { resumen = 'sha256' } = spec;
  const tbs = sequence(
    context(0, integer(Uint8Array.of(2))),
    integer(Buffer.from(spec.serie, 'latin1')),
    algorithm(resumen),
    spec.issuer,
    sequence(fecha(spec.validoDesde), fecha(spec.validoHasta)),
    spec.subject,
    fromDer(spec.publicKey.export({ type: 'spki', format: 'der' })),
    context(3, sequence(...spec.extensions)),
  );
  return signStructure(tbs, spec.signWith, resumen);
}

/** SEQUENCE { what is signed, algorithm, signature, … }: the shape that certificates and OCSP answers share. */
export function signStructure(tbs: Nodo, signWith: KeyObject, resumen: Resumen = 'sha256', ...rest: Nodo[]) {
  const signature = sign(resumen, toDer(tbs), signWith);
  return toDer(sequence(tbs, algorithm(resumen), bits(signature), ...rest));
}

const EXTENSION = { basicConstraints: '2.5.29.19', keyUsage: '2.5.29.15', extendedKeyUsage: '2.5.29.37' } as const;
const NETSCAPE_CERT_TYPE = '2.16.840.1.113730.1.1';

/** Critical and, for who is no authority, empty: as the SAT writes it. */
export function basicConstraints(isAutoridad: boolean): Nodo {
  const value = isAutoridad ? sequence(isTrue()) : sequence();
  return sequence(oid(EXTENSION.basicConstraints), isTrue(), octets(toDer(value)));
}

/** digitalSignature and nonRepudiation, those of a certificate that seals. */
export const CSD_USAGE = 0xc0;

export function keyUsage(octet: number): Nodo {
  const unused = Math.log2(octet & -octet);
  return sequence(oid(EXTENSION.keyUsage), octets(toDer(bits(Uint8Array.of(octet), unused))));
}

export function netscapeCertType(octet: number): Nodo {
  return sequence(oid(NETSCAPE_CERT_TYPE), octets(toDer(bits(Uint8Array.of(octet), 5))));
}

export function extendedKeyUsage(...uses: string[]): Nodo {
  return sequence(oid(EXTENSION.extendedKeyUsage), octets(toDer(sequence(...uses.map(oid)))));
}

function algorithm(resumen: Resumen): Nodo {
  return sequence(oid(FIRMAS[resumen]), nothing());
}
