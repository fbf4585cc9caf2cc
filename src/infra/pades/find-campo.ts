import { createHash } from 'node:crypto';

export interface Campo {
  rango: { desde: number; hasta: number };
  /** Of /Contents: the hexadecimal digits with their angle brackets, which is all that is not sealed. */
  contenido: { desde: number; hasta: number };
}

const RANGO = '/ByteRange [';
const CONTENIDO = '/Contents <';

/** The dictionary is the last object of our documents, and what a person wrote comes before it. Null: there is none. */
export function findCampo(pdf: Buffer): Campo | null {
  const rango = pdf.lastIndexOf(RANGO);
  const cierre = pdf.indexOf(']', rango);
  const contenido = pdf.indexOf(CONTENIDO, cierre);
  const hasta = pdf.indexOf('>', contenido);
  if ([rango, cierre, contenido, hasta].includes(-1)) return null;
  return {
    rango: { desde: rango + RANGO.length, hasta: cierre },
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
