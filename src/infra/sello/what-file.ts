import { unwrapPem } from '#formats/der/read-bloques.ts';
import { readPiezas, type TipoDePieza } from '#formats/der/read-piezas.ts';

const ES_LLAVE = 'es una llave privada: aquí va sólo el certificado; la llave, en SELLO_KEY.';
const ES_P7B =
  'es un PKCS#7 (.p7b): saca de él el certificado del sello con «openssl pkcs7 -print_certs» (con «-inform DER» si no es texto).';

const ES_OTRO: Partial<Record<TipoDePieza, string>> = {
  LLAVE_CIFRADA: ES_LLAVE,
  LLAVE_SIN_CIFRAR: ES_LLAVE,
  SOLICITUD: 'es una solicitud de certificado (CSR): hace falta el certificado que la autoridad entregó por ella.',
  PFX: 'es un PKCS#12 (.pfx o .p12), que reúne certificado y llave: sepáralos con «openssl pkcs12 -clcerts -nokeys» (SELLO_CERT) y «openssl pkcs12 -nocerts» (SELLO_KEY).',
};

/** How the DER of a PKCS#7 begins, and that of a certificate that has its version, in hexadecimal. */
const SECUENCIA = '30(?:80|[0-7].|81..|82.{4}|83.{6}|84.{8})';
const PKCS_7 = new RegExp(`^${SECUENCIA}06092a864886f70d0107`);
const VERSION = new RegExp(`^${SECUENCIA}${SECUENCIA}a0030201(..)`);

/** For the operator: the end of a line that says what to do. Null where the file is none of those at hand. */
export function explainNoCertificado(content: Buffer): string | null {
  const text = content.toString('latin1');
  const der = unwrapPem(content);
  const start = Buffer.from(der.subarray(0, 64)).toString('hex');
  if (/-----BEGIN (PKCS7|CMS)-----/.test(text) || PKCS_7.test(start)) return ES_P7B;
  const piezas = readPiezas(content);
  const [certificado, ...otros] = piezas.filter(({ tipo }) => tipo === 'CERTIFICADO');
  if (/-----BEGIN [A-Z ]*PRIVATE KEY-----/.test(text)) return ES_LLAVE;
  const otro = piezas.find(({ tipo }) => tipo in ES_OTRO);
  if (otro) return ES_OTRO[otro.tipo] ?? null;
  const sobra = certificado && otros.length === 0 ? der.length - certificado.der.length : 0;
  if (sobra > 0)
    return `trae ${sobra === 1 ? 'un byte' : `${sobra} bytes`} de más detrás del certificado: expórtalo o pídelo de nuevo.`;
  // RFC 5280, 4.1: a version 1 leaves its number out; the others count from 0.
  const version = Number(VERSION.exec(start)?.[1] ?? 0) + 1;
  if (!certificado || version === 3) return null;
  return `es un certificado X.509 de la versión ${version}: hace falta uno de la versión 3, que dice para qué sirve; pídelo así a quien lo emite (con openssl, agrega extensiones: «-extfile»).`;
}
