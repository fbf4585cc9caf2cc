import { readChildren, readOid, TAG } from './der.ts';
import { expectTag, readTrue, readWrapped } from './der-value.ts';
import type { X509 } from './x509.ts';

const BASIC_CONSTRAINTS = '2.5.29.19';
const KEY_USAGE = '2.5.29.15';
const EXTENDED_KEY_USAGE = '2.5.29.37';
const NETSCAPE_CERT_TYPE = '2.16.840.1.113730.1.1';
const UNDERSTOOD = new Set([BASIC_CONSTRAINTS, KEY_USAGE, EXTENDED_KEY_USAGE, NETSCAPE_CERT_TYPE]);

const CLIENT_AUTH = '1.3.6.1.5.5.7.3.2';
const EMAIL_PROTECTION = '1.3.6.1.5.5.7.3.4';

/** digitalSignature, nonRepudiation, dataEncipherment and keyAgreement. */
const EFIRMA_USAGE = 0xd8;
const CSD_USAGE = 0xc0;
const SIGNS_CERTIFICATES = 0x04;
const SIGNS_LISTS = 0x02;

type ClaseDeCertificado = 'EFIRMA' | 'CSD' | 'OTRO';

/**
 * By its uses, as efirma.md measured them; an empty OU is no proof. A critical extension that we do not understand
 * makes it OTRO (RFC 5280, 4.2). Throws DerError.
 */
export function classifyUso(certificado: X509): ClaseDeCertificado {
  const usage = readKeyUsage(certificado);
  const extended = readExtendedKeyUsage(certificado);
  if (isAutoridad(certificado) || usage & SIGNS_LISTS || hasUnknownCritical(certificado)) return 'OTRO';
  const isEfirma = (usage & EFIRMA_USAGE) === EFIRMA_USAGE;
  if (isEfirma && extended.includes(CLIENT_AUTH) && extended.includes(EMAIL_PROTECTION)) return 'EFIRMA';
  return usage === CSD_USAGE && extended.length === 0 ? 'CSD' : 'OTRO';
}

/** By basicConstraints with cA, or keyCertSign. */
function isAutoridad(certificado: X509): boolean {
  const extension = certificado.extensions.get(BASIC_CONSTRAINTS);
  const [ca] = extension ? readChildren(expectTag(readWrapped(extension.value), TAG.sequence)) : [];
  const isCa = ca?.tag === TAG.boolean && readTrue(ca);
  return isCa || (readKeyUsage(certificado) & SIGNS_CERTIFICATES) !== 0;
}

/** Throws DerError. */
export function readExtendedKeyUsage(certificado: X509): string[] {
  const extension = certificado.extensions.get(EXTENDED_KEY_USAGE);
  if (!extension) return [];
  return readChildren(expectTag(readWrapped(extension.value), TAG.sequence)).map(readOid);
}

/** RFC 5280, 4.2.1.3: its first octet, 0 when it is absent. */
function readKeyUsage(certificado: X509): number {
  const extension = certificado.extensions.get(KEY_USAGE);
  if (!extension) return 0;
  return expectTag(readWrapped(extension.value), TAG.bitString).content[1] ?? 0;
}

function hasUnknownCritical({ extensions }: X509): boolean {
  return [...extensions].some(([oid, { critical }]) => critical && !UNDERSTOOD.has(oid));
}
