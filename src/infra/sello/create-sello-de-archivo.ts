import { createPrivateKey, type KeyObject, sign, type X509Certificate } from 'node:crypto';
import { promisify } from 'node:util';
import { openCertificadoDeSello, readSetting } from './certificado-de-sello.ts';
import type { Sello } from './sello.ts';

interface ArchivosDeSello {
  cert: string;
  key: string;
  password: string;
  now: Date;
}

/** Throws one line for the operator, naming the setting at fault, when they cannot seal at `now`. */
export function createSelloDeArchivo({ cert, key, password, now }: ArchivosDeSello): Sello {
  const { parsed, datos } = openCertificadoDeSello(cert, now);
  const llave = readLlave(key, password);
  checkPair(parsed, llave);
  return { ...datos, sign: async (bytes) => new Uint8Array(await promisify(sign)('RSA-SHA256', bytes, llave)) };
}

function readLlave(path: string, password: string): KeyObject {
  const content = readSetting('SELLO_KEY', path);
  const format = content[0] === 0x30 ? 'der' : 'pem';
  try {
    return createPrivateKey({ key: content, format, type: 'pkcs8', passphrase: password || undefined });
  } catch (cause) {
    const hint = password === '' ? 'está cifrada (falta SELLO_KEY_PASSWORD)' : 'SELLO_KEY_PASSWORD no la abre';
    throw new Error(`SELLO_KEY: ${path} no es una llave privada PKCS#8 (DER o PEM), o ${hint}.`, { cause });
  }
}

function checkPair(certificado: X509Certificate, llave: KeyObject): void {
  if (llave.asymmetricKeyType !== 'rsa' || (llave.asymmetricKeyDetails?.modulusLength ?? 0) < 2048) {
    throw new Error('SELLO_KEY: la llave debe ser RSA de 2048 bits o más.');
  }
  if (!certificado.checkPrivateKey(llave)) {
    throw new Error(
      'SELLO_KEY: la llave no corresponde al certificado de SELLO_CERT; configura las dos del mismo par.',
    );
  }
}
