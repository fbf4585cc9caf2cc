import { fail, ok, type Result } from '#domain/result.ts';
import type { FirmaFailure } from './firma-failure.ts';
import { type CertificadoElegido, judgePair } from './judge-pair.ts';
import { openKey } from './open-key.ts';
import { RSA_SHA256 } from './rsa-sha256.ts';

/** The bytes of the two files and the password in UTF-8. */
export interface ParElegido {
  certificado: Uint8Array;
  llave: Uint8Array;
  contrasena: Uint8Array;
}

export interface ParAbierto {
  certificado: CertificadoElegido;
  key: CryptoKey;
}

/** Judges the files, opens the key and proves that it is the certificate's. The caller overwrites the bytes. */
export async function openPair(par: ParElegido): Promise<Result<ParAbierto, FirmaFailure>> {
  const certificado = judgePair(par.certificado, par.llave);
  if (!certificado.ok) return certificado;
  // Meanwhile: it never fails by throwing, and is only looked at when the key is open.
  const importing = importSpki(certificado.value.spki);
  const key = await openKey(par.llave, par.contrasena);
  if (!key.ok) return fail({ codigo: key.error, campo: key.error === 'LLAVE_ILEGIBLE' ? 'llave' : 'contrasena' });
  const publicKey = await importing;
  if (!publicKey) return fail({ codigo: 'CERTIFICADO_NO_ES_EFIRMA', campo: 'certificado' });
  const signature = await signProbe(key.value);
  if (!signature) return fail({ codigo: 'CONTRASENA_INCORRECTA', campo: 'contrasena' });
  const isPair = await crypto.subtle.verify(RSA_SHA256, publicKey, signature, PROBE);
  if (!isPair) return fail({ codigo: 'PAR_NO_CORRESPONDE', campo: 'llave' });
  return ok({ certificado: certificado.value, key: key.value });
}

async function importSpki(spki: Uint8Array): Promise<CryptoKey | null> {
  try {
    return await crypto.subtle.importKey('spki', Uint8Array.from(spki), RSA_SHA256, false, ['verify']);
  } catch {
    return null;
  }
}

/** Null for the rare damaged key that could be imported and cannot sign. */
async function signProbe(key: CryptoKey): Promise<ArrayBuffer | null> {
  try {
    return await crypto.subtle.sign(RSA_SHA256, key, PROBE);
  } catch {
    return null;
  }
}

/** Neither a login nor a document. */
const PROBE = new TextEncoder().encode('Comprobación de que la llave privada corresponde al certificado');
