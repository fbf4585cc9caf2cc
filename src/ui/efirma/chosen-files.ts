import { readPiezas } from '#formats/der/read-piezas.ts';
import { MAX_FILE_BYTES } from './campo.ts';
import { areSwapped, isCertificado, isLlave, judgeCertificado } from './judge-certificado.ts';

/**
 * By content. A place for which there is none takes a file that is neither, so that signing says what is wrong. Of a whole folder,
 * with the sello digital beside it: the certificate of the e.firma, and the key that the SAT named as its own.
 */
export async function sortFiles(files: File[]): Promise<{ certificado?: File; llave?: File }> {
  const found = await Promise.all(files.map(async (file) => ({ file, ...(await withBytes(file, lookAt)) })));
  const certificado = found.find(({ isEfirma }) => isEfirma) ?? found.find(({ conCertificado }) => conCertificado);
  const llaves = found.filter(({ conLlave }) => conLlave);
  const llave =
    llaves.find(({ file }) => /fiel/i.test(file.name)) ??
    llaves.find(({ file }) => !/csd/i.test(file.name)) ??
    llaves[0];
  const rest = files.filter((file) => file !== certificado?.file && file !== llave?.file);
  return { certificado: certificado?.file ?? rest.shift(), llave: llave?.file ?? rest.shift() };
}

function lookAt(bytes: Uint8Array) {
  const piezas = readPiezas(bytes);
  const conCertificado = piezas.some(isCertificado);
  return { conCertificado, conLlave: piezas.some(isLlave), isEfirma: conCertificado && judgeCertificado(piezas).ok };
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
