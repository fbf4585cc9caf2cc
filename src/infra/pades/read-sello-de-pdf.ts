import { createHash } from 'node:crypto';
import { readSignedData } from '#formats/cms/read-signed-data.ts';
import { DerError, nullIfMalformed, readDer } from '#formats/der/der.ts';
import { findSigner } from '#infra/firma/find-signer.ts';

/** A seal that holds: everything of the document but the seal itself is under it. */
export type SelloLeido = NonNullable<ReturnType<typeof readSelloDePdf>>;

export function readSelloDePdf(pdf: Buffer) {
  const campo = findCampo(pdf);
  if (!campo || pdf.toString('latin1', campo.rango.desde, campo.rango.hasta).trim() !== rangoDe(pdf, campo))
    return null;
  return nullIfMalformed(() => readCms(pdf, campo));
}

function readCms(pdf: Buffer, campo: Campo) {
  const { desde, hasta } = campo.contenido;
  const cms = unpad(decodeHex(pdf.toString('latin1', desde + 1, hasta - 1)));
  const signedData = readSignedData(cms);
  const certificado = findSigner(signedData, (hash) => hashSealed(pdf, campo, hash));
  if (!certificado) return null;
  /** What a time stamp inside is of, and where its OCTET STRING begins in the CMS. */
  const { firma } = signedData.firmante;
  const posicionDeFirma = firma.byteOffset - cms.byteOffset - headerLength(firma.length);
  return { cms, certificado, firma, posicionDeFirma, antes: desde, despues: pdf.length - hasta };
}

/** Throws DerError on anything else than hexadecimal digits, at which Node would silently stop. */
function decodeHex(digits: string): Buffer {
  const bytes = Buffer.from(digits, 'hex');
  if (bytes.length * 2 !== digits.length) throw new DerError('not hexadecimal');
  return bytes;
}

function unpad(room: Buffer): Uint8Array {
  if (room.length < 4 || room[0] !== 0x30 || room[1] !== 0x82) throw new DerError('not a CMS');
  return readDer(room.subarray(0, 4 + room.readUInt16BE(2))).raw;
}

function headerLength(length: number): number {
  return length < 0x80 ? 2 : length < 0x100 ? 3 : 4;
}

export type Campo = NonNullable<ReturnType<typeof findCampo>>;

const RANGO = '/ByteRange [';
const CONTENIDO = '/Contents <';

/** The dictionary is the last object of our documents, and what a person wrote comes before it. Null: there is none. */
export function findCampo(pdf: Buffer) {
  const rango = pdf.lastIndexOf(RANGO);
  const cierre = pdf.indexOf(']', rango);
  const contenido = pdf.indexOf(CONTENIDO, cierre);
  const hasta = pdf.indexOf('>', contenido);
  if ([rango, cierre, contenido, hasta].includes(-1)) return null;
  return {
    rango: { desde: rango + RANGO.length, hasta: cierre },
    /** Of /Contents: the hexadecimal digits with their angle brackets, which is all that is not sealed. */
    contenido: { desde: contenido + CONTENIDO.length - 1, hasta: hasta + 1 },
  };
}

/** What /ByteRange says of a document whose only unsealed bytes are the field's: 0, and three numbers. */
export function rangoDe(pdf: Buffer, { contenido }: Campo): string {
  return `0 ${contenido.desde} ${contenido.hasta} ${pdf.length - contenido.hasta}`;
}

export function hashSealed(pdf: Buffer, { contenido }: Campo, hash: string): Uint8Array {
  return createHash(hash).update(pdf.subarray(0, contenido.desde)).update(pdf.subarray(contenido.hasta)).digest();
}
