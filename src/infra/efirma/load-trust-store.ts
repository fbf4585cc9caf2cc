import { createHash, X509Certificate } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { readPiezas } from '#formats/der/read-piezas.ts';
import { readX509 } from '#formats/der/x509.ts';
import { isStrongKey } from '#infra/firma/fortaleza.ts';

/** An authority in whose name certificates are believed. */
export type Autoridad = ReturnType<typeof readAutoridad>;

export type TrustStore = readonly Autoridad[];

const EXTENSIONS = new Set(['.cer', '.crt', '.der', '.pem', '.p7b', '.p7c']);

/**
 * Reads the authorities of a folder (`.cer .crt .der .pem .p7b .p7c`), in any shape that `readPiezas` knows.
 * Self-signed ones are roots; an authority whose issuer is in the folder must be signed by it; one whose issuer is
 * absent is itself an anchor. Throws an Error with one line for the operator when the folder is empty, a file is not an
 * authority's certificate or its key is weak.
 */
export function loadTrustStore(dir: string): TrustStore {
  const archivos = readdirSync(dir).filter((name) => EXTENSIONS.has(extname(name).toLowerCase()));
  const all = archivos.sort().flatMap((name) => readAutoridades(name, join(dir, name)));
  const store = [...new Map(all.map((autoridad) => [autoridad.huella, autoridad])).values()];
  if (store.length === 0) throw new Error(`No hay certificados de autoridad (.cer, .crt, .der, .pem, .p7b) en ${dir}`);
  for (const autoridad of store) {
    if (!isStrongKey(autoridad.publicKey))
      throw new Error(`${autoridad.archivo} tiene una llave débil: no es RSA de 2048 a 8192 bits con exponente 65537`);
    checkIssuer(autoridad, store);
  }
  return store;
}

/** Whether `issuer` signed `certificado`: by name first, which costs nothing, and then by signature. */
export function isIssuedBy(certificado: X509Certificate, issuer: Autoridad): boolean {
  return certificado.checkIssued(issuer.certificado) && certificado.verify(issuer.publicKey);
}

/** Everything in a file must be an authority's certificate: a part that was passed over would be missed much later. */
function readAutoridades(archivo: string, path: string): Autoridad[] {
  try {
    return readPiezas(readFileSync(path)).map(({ der }) => readAutoridad(archivo, new X509Certificate(der)));
  } catch (cause) {
    throw new Error(`${archivo} no es el certificado de una autoridad`, { cause });
  }
}

function readAutoridad(archivo: string, certificado: X509Certificate) {
  if (!certificado.ca) throw new Error('not an authority');
  const { publicKey, raw } = certificado;
  return {
    archivo,
    /** The original bytes (DER), never written anew: AC6 holds malformed strings. */
    der: new Uint8Array(raw),
    nombre: readX509(raw).subject.raw,
    certificado,
    publicKey,
    /** SHA-256 of `der`, in hexadecimal: what an operator pins. */
    huella: createHash('sha256').update(raw).digest('hex'),
    validoDesde: new Date(certificado.validFrom),
    validoHasta: new Date(certificado.validTo),
    isRaiz: certificado.checkIssued(certificado) && certificado.verify(publicKey),
  };
}

/** Several may bear the issuer's name (two test authorities share theirs): one of them must have signed. */
function checkIssuer(autoridad: Autoridad, store: Autoridad[]): void {
  if (autoridad.isRaiz) return;
  const named = store.filter((other) => autoridad.certificado.checkIssued(other.certificado));
  if (named.length === 0 || named.some((other) => autoridad.certificado.verify(other.publicKey))) return;
  throw new Error(`${autoridad.archivo} no está firmado por la autoridad que nombra, ${named[0]?.archivo}`);
}
