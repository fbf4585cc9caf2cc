import { inflateSync } from 'node:zlib';

export type AccionesDePdf = 'SIN_ACCIONES' | 'CON_ACCIONES' | 'SIN_REVISAR';

/** Scripts, and what starts a program (ISO 32000-1, 12.6.4); XFA forms carry scripts of their own. */
const ACCION = /\/(JavaScript|JS|Launch|XFA)(?![A-Za-z0-9])/;

/** A letter of a name written as `#hh` (7.3.5), which nothing but a wish to hide it explains. */
const LETRA_ESCONDIDA = /\/[A-Za-z]{0,10}#([46][1-9A-Fa-f]|[57][0-9Aa])/;

/** What is looked through of packed objects: how many streams and, unpacked, how many bytes of all. No more is vouched for. */
const FLUJOS_MAXIMOS = 1000;
const DESEMPACADO_MAXIMO = 2 * 1024 * 1024;

const DICCIONARIO = 512;

/** A warning and no verdict: the structure is not followed. It cannot tell of what is encrypted or hides names. */
export function findAccionesDePdf(contenido: Uint8Array): AccionesDePdf {
  const text = latin1(contenido);
  const objects = unpackObjects(contenido, text);
  const texts = [text, ...(objects ?? []).map(latin1)];
  if (texts.some((each) => ACCION.test(each))) return 'CON_ACCIONES';
  const isLegible = objects && !text.includes('/Encrypt') && !texts.some((each) => LETRA_ESCONDIDA.test(each));
  return isLegible ? 'SIN_ACCIONES' : 'SIN_REVISAR';
}

/** The contents of every stream of objects (7.5.7); null when one of them cannot be had. */
function unpackObjects(contenido: Uint8Array, text: string): Uint8Array[] | null {
  const objects: Uint8Array[] = [];
  let left = DESEMPACADO_MAXIMO;
  for (let at = text.indexOf('/ObjStm'); at !== -1; at = text.indexOf('/ObjStm', at + 1)) {
    const start = /stream\r?\n/.exec(text.slice(at, at + DICCIONARIO));
    if (!start || objects.length === FLUJOS_MAXIMOS) return null;
    const object = unpack(contenido.subarray(at + start.index + start[0].length), left);
    if (!object) return null;
    objects.push(object);
    left -= object.length;
  }
  return objects;
}

/** What is packed ends by itself. Null when it does not unpack, or to more than `maxOutputLength` bytes. */
function unpack(packed: Uint8Array, maxOutputLength: number): Uint8Array | null {
  if (maxOutputLength < 1) return null;
  try {
    return inflateSync(packed, { maxOutputLength });
  } catch {
    return null;
  }
}

function latin1({ buffer, byteOffset, length }: Uint8Array): string {
  return Buffer.from(buffer, byteOffset, length).toString('latin1');
}
