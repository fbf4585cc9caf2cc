import { fail, ok, type Result } from '#domain/result.ts';
import { nullIfMalformed } from '#formats/der/der.ts';
import { readX509, type X509 } from '#formats/der/x509.ts';
import { classifyUso } from '#formats/der/x509-uso.ts';
import { readSujeto } from './sujeto.ts';

/** Nothing of it is verified: for showing, and for checks that follow the chain's. */
export type CertificadoLeido = ReturnType<typeof describeCertificado>;

export function readCertificado(der: Uint8Array): Result<CertificadoLeido, 'CERTIFICADO_ILEGIBLE'> {
  const leido = nullIfMalformed(() => describeCertificado(readX509(der)));
  return leido ? ok(leido) : fail('CERTIFICADO_ILEGIBLE');
}

/** The 20 digits that the SAT prints, ASCII in the octets of the INTEGER (`3330…` = `30…`); of another authority, hexadecimal. */
export function formatSerie(serialNumber: Uint8Array): string {
  const text = String.fromCharCode(...serialNumber);
  if (/^\d{20}$/.test(text)) return text;
  return Array.from(serialNumber, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Throws DerError. */
export function describeCertificado(x509: X509) {
  return {
    ...readSujeto(x509.subject),
    kind: classifyUso(x509),
    serie: formatSerie(x509.serialNumber),
    validoDesde: x509.notBefore,
    validoHasta: x509.notAfter,
    spki: x509.spki,
  };
}
