/** Where the seal of a PDF is, in bytes from its start. */
export interface Campo {
  /** Of the four numbers of /ByteRange, without their brackets. */
  rango: { desde: number; hasta: number };
  /** Of /Contents: the hexadecimal digits with their angle brackets, which is all that is not sealed. */
  contenido: { desde: number; hasta: number };
}

const RANGO = '/ByteRange [';
const CONTENIDO = '/Contents <';

/**
 * Finds the field of our own documents, whose dictionary is the last of their objects: what a person wrote comes before
 * it, so no name that looks like a field is taken for one. Null when there is none.
 */
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
