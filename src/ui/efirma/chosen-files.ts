import { judgeFile } from '#domain/efirma/judge-file.ts';
import { readCertificado } from '#domain/efirma/read-certificado.ts';
import { unwrapPem } from '#domain/efirma/unwrap-pem.ts';
import { MAX_FILE_BYTES } from './tamano-maximo.ts';

/**
 * Which of several files is the certificate and which the key, by content. A place for which there is none takes a
 * file that is neither, so that signing says what is wrong with it.
 */
export async function sortFiles(files: File[]): Promise<{ certificado?: File; llave?: File }> {
  const kinds = await Promise.all(files.map((file) => withBytes(file, judgeFile)));
  const certificado = files[kinds.indexOf('CERTIFICADO')];
  const llave = files[kinds.findIndex((kind) => kind === 'LLAVE_CIFRADA' || kind === 'LLAVE_SIN_CIFRAR')];
  const rest = files.filter((file) => file !== certificado && file !== llave);
  return { certificado: certificado ?? rest.shift(), llave: llave ?? rest.shift() };
}

/** The RFC of a certificate; null for any other file. */
export async function readRfc(file: File): Promise<string | null> {
  const leido = await withBytes(file, (bytes) => readCertificado(unwrapPem(bytes)));
  return leido?.ok ? leido.value.rfc : null;
}

/** Null for a file too large to be either, or that can no longer be read. The bytes are overwritten afterwards. */
async function withBytes<Value>(file: File, look: (bytes: Uint8Array) => Value): Promise<Value | null> {
  if (file.size > MAX_FILE_BYTES) return null;
  const bytes = await file.arrayBuffer().then(
    (buffer) => new Uint8Array(buffer),
    () => null,
  );
  const value = bytes && look(bytes);
  bytes?.fill(0);
  return value;
}
