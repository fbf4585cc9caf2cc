import { createHash, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { formatSerie } from '#domain/efirma/read-certificado.ts';
import { readCertificados } from '#formats/der/read-piezas.ts';
import { readX509, type X509 } from '#formats/der/x509.ts';
import { isStrongKey } from '#infra/firma/fortaleza.ts';
import type { Sello } from './sello.ts';
import { explainNoCertificado } from './what-file.ts';

/** In the subject of the demo's sealing certificate, and of no other: by it an acuse knows that it is a demonstration. */
export const MARCA_DE_DEMO = 'DEMOSTRACIÓN SIN VALIDEZ OFICIAL';

/** Throws one line for the operator when it cannot be read, is none, is not in force, or its key is not RSA to believe. */
export function openCertificadoDeSello(path: string, now: Date) {
  const { parsed, x509, autoridades } = readCertificado(path);
  checkVigencia(x509, now);
  checkLlave(parsed);
  checkCadena(path, [parsed, ...autoridades]);
  const datos: Omit<Sello, 'sign'> = {
    huella: createHash('sha256').update(parsed.raw).digest('hex'),
    serie: formatSerie(x509.serialNumber),
    certificadoPem: [parsed, ...autoridades].join(''),
    isDemo: Buffer.from(x509.subject.raw).includes(MARCA_DE_DEMO),
  };
  return { parsed, datos };
}

/** Throws one line for the operator. */
export function readSetting(name: string, path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (cause) {
    throw new Error(`${name}: no se puede leer ${path}; revisa la ruta y sus permisos.`, { cause });
  }
}

function readCertificado(path: string): { parsed: X509Certificate; x509: X509; autoridades: X509Certificate[] } {
  const content = readSetting('SELLO_CERT', path);
  const fault = explainNoCertificado(content);
  if (fault !== null) throw new Error(`SELLO_CERT: ${path} ${fault}`);
  try {
    const [der = content, ...autoridades] = readCertificados(content);
    const x509 = readX509(der);
    return {
      parsed: new X509Certificate(der),
      x509,
      autoridades: autoridades.map((each) => new X509Certificate(each)),
    };
  } catch (cause) {
    throw new Error(`SELLO_CERT: ${path} no es un certificado X.509 (DER o PEM).`, { cause });
  }
}

export function checkVigencia({ notBefore, notAfter }: Pick<X509, 'notBefore' | 'notAfter'>, now: Date): void {
  if (now < notBefore) {
    throw new Error(`SELLO_CERT: el certificado aún no es vigente; lo será a partir de ${notBefore.toISOString()}.`);
  }
  if (now > notAfter) {
    throw new Error(
      `SELLO_CERT: el certificado venció el ${notAfter.toISOString()}; configura uno vigente y su llave.`,
    );
  }
}

function checkLlave({ publicKey }: X509Certificate): void {
  if (publicKey.asymmetricKeyType !== 'rsa' || !isStrongKey(publicKey))
    throw new Error(
      'SELLO_CERT: la llave del certificado debe ser RSA de 2048 bits o más, hasta 8192 y con exponente 65537.',
    );
}

/** In the order in which servers of the web have theirs: its own first, and each signed by the next. */
function checkCadena(path: string, cadena: X509Certificate[]): void {
  const isSuelto = (each: X509Certificate, i: number) => {
    const emisor = cadena[i + 1];
    return emisor && !(each.checkIssued(emisor) && each.verify(emisor.publicKey) && isStrongKey(emisor.publicKey));
  };
  if (cadena.some(isSuelto))
    throw new Error(
      `SELLO_CERT: ${path} trae ${cadena.length} certificados que no son una cadena: pon primero el del sello y después, en orden, el de la autoridad que firmó cada uno.`,
    );
}
