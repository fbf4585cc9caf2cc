import { readPiezas } from '#formats/der/read-piezas.ts';
import { MAX_FILE_BYTES } from './campo.ts';
import { areSwapped, isCertificado, isLlave, judgeCertificado } from './judge-certificado.ts';

/** By content. A place for which there is none takes a file that is neither, so that signing says what is wrong. */
export async function sortFiles(files: File[]): Promise<{ certificado?: File; llave?: File }> {
  const contents = await Promise.all(files.map((file) => withBytes(file, readPiezas)));
  const certificado = files[contents.findIndex((piezas) => piezas?.some(isCertificado))];
  const llave = files[contents.findIndex((piezas) => piezas?.some(isLlave))];
  const rest = files.filter((file) => file !== certificado && file !== llave);
  return { certificado: certificado ?? rest.shift(), llave: llave ?? rest.shift() };
}

/** The RFC of an e.firma's certificate; null for any other file. */
export async function readRfc(file: File): Promise<string | null> {
  const judged = await withBytes(file, (bytes) => judgeCertificado(readPiezas(bytes)));
  return judged?.ok ? (judged.value[0]?.rfc ?? null) : null;
}

export async function wereSwapped(certificado: File, llave: File): Promise<boolean> {
  return (await withBytes(certificado, (first) => withBytes(llave, (second) => areSwapped(first, second)))) ?? false;
}

/** Null for a file too large to be either, or that can no longer be read. The bytes are overwritten afterwards. */
async function withBytes<Value>(
  file: File,
  look: (bytes: Uint8Array) => Value | Promise<Value>,
): Promise<Value | null> {
  if (file.size > MAX_FILE_BYTES) return null;
  const bytes = await file.arrayBuffer().then(
    (buffer) => new Uint8Array(buffer),
    () => null,
  );
  const value = bytes && (await look(bytes));
  bytes?.fill(0);
  return value;
}
