import { fail, ok, type Result } from '#domain/result.ts';
import { readPiezas } from '#formats/der/read-piezas.ts';
import { type Answer, type FirmaFailure, failWith } from './campo.ts';
import { areSwapped, type CertificadoElegido, judgeCertificado, judgeLlave } from './judge-certificado.ts';
import { openKey } from './open-key.ts';
import { RSA_SHA256 } from './rsa-sha256.ts';

/** The bytes of the two files and the password in UTF-8; null and empty where there is none yet. */
interface ParElegido {
  certificado: Uint8Array | null;
  llave: Uint8Array | null;
  contrasena: Uint8Array;
}

export interface ParAbierto {
  certificado: CertificadoElegido;
  key: CryptoKey;
}

/** Every fault at once; none when something is missing; no cryptography before. The caller overwrites the bytes. */
export async function openPair(par: ParElegido): Promise<Answer<ParAbierto>> {
  if (par.certificado && par.llave && areSwapped(par.certificado, par.llave))
    return failWith('ARCHIVOS_INTERCAMBIADOS', 'certificado');
  const certificados = par.certificado && judgeCertificado(readPiezas(par.certificado));
  const llave = par.llave && judgeLlave(readPiezas(par.llave));
  if (!certificados?.ok || !llave?.ok || par.contrasena.length === 0)
    return fail([...faultOf(certificados, 'certificado'), ...faultOf(llave, 'llave')]);
  const key = await openKey(llave.value, par.contrasena);
  return key.ok ? findPair(certificados.value, key.value) : failWith(key.error, 'contrasena');
}

async function findPair(certificados: CertificadoElegido[], key: CryptoKey): Promise<Answer<ParAbierto>> {
  const signature = await signProbe(key);
  if (!signature) return failWith('CONTRASENA_INCORRECTA', 'contrasena');
  const publicKeys = await Promise.all(certificados.map(({ spki }) => importSpki(spki)));
  for (const [index, publicKey] of publicKeys.entries()) {
    const isPair = publicKey && (await crypto.subtle.verify(RSA_SHA256, publicKey, signature, PROBE));
    if (isPair) return ok({ certificado: certificados[index] as CertificadoElegido, key });
  }
  if (publicKeys.every((publicKey) => !publicKey)) return failWith('CERTIFICADO_NO_ES_EFIRMA', 'certificado');
  return failWith('PAR_NO_CORRESPONDE', 'llave');
}

function faultOf(judged: Result<unknown, FirmaFailure['codigo']> | null, campo: FirmaFailure['campo']): FirmaFailure[] {
  return judged && !judged.ok ? [{ codigo: judged.error, campo }] : [];
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
