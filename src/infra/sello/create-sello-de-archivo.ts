import { createHash, createPrivateKey, type KeyObject, sign, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { formatSerie } from '#domain/efirma/read-certificado.ts';
import { unwrapPem } from '#domain/efirma/unwrap-pem.ts';
import { readX509, type X509 } from '#domain/efirma/x509.ts';
import { MARCA_DE_DEMO } from './certificado-de-demo.ts';
import type { Sello } from './sello.ts';

export interface ArchivosDeSello {
  /** Paths: certificate (X.509) and private key (PKCS#8), each DER or PEM. */
  cert: string;
  key: string;
  /** Password of the key; empty for one that is not encrypted. */
  password: string;
  now: Date;
}

/** Throws an Error with one line for the operator, naming the setting at fault, when they cannot seal at `now`. */
export function createSelloDeArchivo({ cert, key, password, now }: ArchivosDeSello): Sello {
  const certificado = readCertificado(cert);
  const llave = readLlave(key, password);
  checkVigencia(certificado.x509, now);
  checkPair(certificado.parsed, llave);
  const { parsed, x509 } = certificado;
  return {
    huella: createHash('sha256').update(parsed.raw).digest('hex'),
    serie: formatSerie(x509.serialNumber),
    certificadoPem: parsed.toString(),
    isDemo: Buffer.from(x509.subject.raw).includes(MARCA_DE_DEMO),
    sign: async (bytes) => new Uint8Array(await promisify(sign)('RSA-SHA256', bytes, llave)),
  };
}

function readCertificado(path: string): { parsed: X509Certificate; x509: X509 } {
  const der = unwrapPem(readSetting('SELLO_CERT', path));
  try {
    return { parsed: new X509Certificate(der), x509: readX509(der) };
  } catch (cause) {
    throw new Error(`SELLO_CERT: ${path} no es un certificado X.509 (DER o PEM).`, { cause });
  }
}

function readLlave(path: string, password: string): KeyObject {
  const content = readSetting('SELLO_KEY', path);
  const isDer = content[0] === 0x30;
  const passphrase = password === '' ? {} : { passphrase: password };
  try {
    return createPrivateKey(
      isDer
        ? { key: content, format: 'der', type: 'pkcs8', ...passphrase }
        : { key: content, format: 'pem', ...passphrase },
    );
  } catch (cause) {
    const hint = password === '' ? 'está cifrada (falta SELLO_KEY_PASSWORD)' : 'SELLO_KEY_PASSWORD no la abre';
    throw new Error(`SELLO_KEY: ${path} no es una llave privada PKCS#8 (DER o PEM), o ${hint}.`, { cause });
  }
}

function readSetting(name: string, path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (cause) {
    throw new Error(`${name}: no se puede leer ${path}; revisa la ruta y sus permisos.`, { cause });
  }
}

function checkVigencia({ notBefore, notAfter }: X509, now: Date): void {
  if (now < notBefore) {
    throw new Error(`SELLO_CERT: el certificado aún no es vigente; lo será a partir de ${notBefore.toISOString()}.`);
  }
  if (now > notAfter) {
    throw new Error(
      `SELLO_CERT: el certificado venció el ${notAfter.toISOString()}; configura uno vigente y su llave.`,
    );
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
