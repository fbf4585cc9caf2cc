import { fail, ok, type Result } from '#domain/result.ts';
import { nullIfMalformed } from '#formats/der/der.ts';
import { readX509, type X509 } from '#formats/der/x509.ts';
import { classifyUso, isAutoridad } from '#formats/der/x509-uso.ts';
import { readSujeto } from './sujeto.ts';

/** Nothing of it is verified: for showing, and for checks that follow the chain's. */
export type CertificadoLeido = ReturnType<typeof describeX509>;

export function readCertificado(der: Uint8Array): Result<CertificadoLeido, 'CERTIFICADO_ILEGIBLE'> {
  const leido = nullIfMalformed(() => describeX509(readX509(der)));
  return leido ? ok(leido) : fail('CERTIFICADO_ILEGIBLE');
}

/** The 20 digits that the SAT prints, ASCII in the octets of the INTEGER (`3330…` = `30…`); of another authority, hexadecimal. */
export function formatSerie(serialNumber: Uint8Array): string {
  const text = String.fromCharCode(...serialNumber);
  if (/^\d{20}$/.test(text)) return text;
  return Array.from(serialNumber, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function describeX509(x509: X509) {
  return {
    ...readSujeto(x509.subject),
    kind: classifyUso(x509),
    isAutoridad: isAutoridad(x509),
    serie: formatSerie(x509.serialNumber),
    validoDesde: x509.notBefore,
    validoHasta: x509.notAfter,
    algoritmoDeFirma: x509.signatureAlgorithm,
    algoritmoDeLlave: x509.publicKeyAlgorithm,
    spki: x509.spki,
  };
}
