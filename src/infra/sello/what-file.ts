import { X509Certificate } from 'node:crypto';
import { unwrapPem } from '#formats/der/read-bloques.ts';

const ES_LLAVE = 'es una llave privada: aquí va sólo el certificado; la llave, en SELLO_KEY.';
const ES_P7B =
  'es un PKCS#7 (.p7b): saca de él el certificado del sello con «openssl pkcs7 -print_certs» (con «-inform DER» si no es texto).';
const ES_CSR = 'es una solicitud de certificado (CSR): hace falta el certificado que la autoridad entregó por ella.';

const BLOQUES = [
  [/-----BEGIN [A-Z ]*PRIVATE KEY-----/, ES_LLAVE],
  [/-----BEGIN [A-Z ]*CERTIFICATE REQUEST-----/, ES_CSR],
  [/-----BEGIN (PKCS7|CMS)-----/, ES_P7B],
] as const;

const S = '30(?:80|[0-7].|81..|82.{4}|83.{6}|84.{8})';
const PKCS_7 = '06092a864886f70d0107';

/** By how the DER begins: PKCS#7, PKCS#12, encrypted and open PKCS#8, PKCS#1. */
const COMIENZOS = [
  [`^${S}${PKCS_7}`, ES_P7B],
  [
    `^${S}020103${S}${PKCS_7}`,
    'es un PKCS#12 (.pfx o .p12), que reúne certificado y llave: sepáralos con «openssl pkcs12 -clcerts -nokeys» (SELLO_CERT) y «openssl pkcs12 -nocerts» (SELLO_KEY).',
  ],
  [`^${S}${S}06(?:09|0a)2a864886f70d01(?:05|0c)`, ES_LLAVE],
  [`^${S}020100(?:02|${S}06)`, ES_LLAVE],
] as const;

/** For the operator: the end of a line that says what to do. Null where the file is none of those at hand. */
export function explainNoCertificado(content: Buffer): string | null {
  const text = content.toString('latin1');
  const certificados = text.match(/-----BEGIN CERTIFICATE-----/g)?.length ?? 0;
  if (certificados > 1)
    return `trae ${certificados} certificados, y sólo uno es el del sello: deja en él ese, sin los de su autoridad.`;
  const der = Buffer.from(unwrapPem(content));
  const start = der.subarray(0, 64).toString('hex');
  return (
    BLOQUES.find(([block]) => block.test(text))?.[1] ??
    COMIENZOS.find(([beginning]) => new RegExp(beginning).test(start))?.[1] ??
    explainCertificado(der, start)
  );
}

function explainCertificado(der: Buffer, start: string): string | null {
  const whole = der.subarray(0, lengthOf(der));
  if (!isCertificado(whole)) return null;
  const sobra = der.length - whole.length;
  if (sobra > 0)
    return `trae ${sobra === 1 ? 'un byte' : `${sobra} bytes`} de más detrás del certificado: expórtalo o pídelo de nuevo.`;
  // RFC 5280, 4.1: a version 1 leaves its number out; the others count from 0.
  const version = Number(new RegExp(`^${S}${S}a0030201(..)`).exec(start)?.[1] ?? 0) + 1;
  if (version === 3) return null;
  return `es un certificado X.509 de la versión ${version}: hace falta uno de la versión 3, que dice para qué sirve; pídelo así a quien lo emite (con openssl, agrega extensiones: «-extfile»).`;
}

function lengthOf([, first = 0, ...rest]: Buffer): number {
  if (first < 0x80) return 2 + first;
  const size = first & 0x7f;
  return 2 + size + rest.slice(0, size).reduce((total, byte) => total * 256 + byte, 0);
}

function isCertificado(der: Buffer): boolean {
  try {
    return new X509Certificate(der).raw.length === der.length;
  } catch {
    return false;
  }
}
