import { OID } from '#formats/cms/oid.ts';
import { readSignedData, type SignedData } from '#formats/cms/read-signed-data.ts';
import { readDer, TAG } from '#formats/der/der.ts';
import { expectTag } from '#formats/der/der-value.ts';
import { readX509, sameBytes } from '#formats/der/x509.ts';
import { RSA_SHA256 } from '../efirma/rsa-sha256.ts';

/** Readers take a header within the first kilobyte (ISO 32000-1, annex H). */
export function isPdf(bytes: Uint8Array): boolean {
  return toText(bytes.subarray(0, 1024)).includes('%PDF-');
}

/** SHA-256 in hexadecimal. */
export async function huellaDe(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  return toHex(await digest(bytes));
}

/**
 * The SHA-256 of the certificate whose seal inside a PDF covers all of it but the seal itself and holds; null when none
 * does. Whether that certificate is the institute's is for the server to say.
 */
export async function readSelloEnNavegador(pdf: Uint8Array<ArrayBuffer>): Promise<string | null> {
  try {
    const sellado = splitSellado(pdf);
    if (!sellado) return null;
    const { firmante, certificados } = sellado.signedData;
    const stated = expectTag(firmante.atributos.get(OID.messageDigest), TAG.octetString).content;
    if (firmante.digestAlgorithm !== OID.sha256 || !sameBytes(stated, await digest(sellado.amparado))) return null;
    for (const certificado of certificados)
      if (await isSignedBy(certificado, firmante)) return huellaDe(Uint8Array.from(certificado));
    return null;
  } catch {
    return null;
  }
}

/** The last /Contents, which its /ByteRange must leave out alone. */
function splitSellado(pdf: Uint8Array) {
  const text = toText(pdf);
  const rango = /\/ByteRange \[([\d ]+)\]/.exec(text.slice(text.lastIndexOf('/ByteRange [')));
  const [inicio, desde = 0, hasta = 0, resto = 0] = rango?.[1]?.trim().split(' ').map(Number) ?? [];
  if (inicio !== 0 || hasta <= desde || hasta + resto !== pdf.length) return null;
  const contenido = /^<((?:[\da-f]{2})+)>$/i.exec(text.slice(desde, hasta))?.[1];
  if (!contenido) return null;
  const relleno = fromHex(contenido);
  const cms = readDer(relleno.subarray(0, 4 + (relleno[2] ?? 0) * 256 + (relleno[3] ?? 0))).raw;
  const amparado = new Uint8Array(desde + resto);
  amparado.set(pdf.subarray(0, desde));
  amparado.set(pdf.subarray(hasta), desde);
  return { amparado, signedData: readSignedData(cms) };
}

async function isSignedBy(certificado: Uint8Array, { firmados, firma }: SignedData['firmante']): Promise<boolean> {
  const spki = Uint8Array.from(readX509(certificado).spki);
  const llave = await crypto.subtle.importKey('spki', spki, RSA_SHA256, false, ['verify']);
  return crypto.subtle.verify(RSA_SHA256, llave, Uint8Array.from(firma), Uint8Array.from(firmados));
}

async function digest(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
}

function toText(bytes: Uint8Array): string {
  return new TextDecoder('latin1').decode(bytes);
}

function fromHex(digits: string): Uint8Array {
  return Uint8Array.from(digits.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}

function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
