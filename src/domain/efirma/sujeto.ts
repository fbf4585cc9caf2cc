import { type DerElement, DerError, nullIfMalformed, readChildren, readOid, TAG } from '#formats/der/der.ts';
import { readDirectoryString } from '#formats/der/der-string.ts';
import { expectTag } from '#formats/der/der-value.ts';
import { cleanText } from '#formats/texto/texto-limpio.ts';

const ATTRIBUTES = {
  '2.5.4.3': 'commonName',
  '2.5.4.41': 'name',
  '2.5.4.10': 'organization',
  '2.5.4.45': 'rfc',
  '2.5.4.5': 'curp',
  '1.2.840.113549.1.9.1': 'correo',
} as const;
type Attribute = (typeof ATTRIBUTES)[keyof typeof ATTRIBUTES];

/**
 * Without RFC when 2.5.4.45 is absent or holds none: then it is none of the SAT's for taxpayers. Throws DerError when an
 * attribute that says who it is comes twice, or is not text.
 */
export function readSujeto(subject: DerElement) {
  const found = findAttributes(subject);
  const text = (attribute: Attribute) => readText(found.get(attribute));
  const rfc = parseRfcDelCertificado(text('rfc'));
  const curp = parseCurpDelCertificado(text('curp'));
  return {
    rfc: rfc.titular,
    rfcRepresentante: rfc.representante,
    curp: curp.titular,
    curpRepresentante: curp.representante,
    nombre: cleanText(text('commonName') || text('name') || text('organization')),
    correo: readCorreo(found.get('correo')),
  };
}

function findAttributes(subject: DerElement): Map<Attribute, DerElement> {
  const found = new Map<Attribute, DerElement>();
  for (const set of readChildren(expectTag(subject, TAG.sequence))) {
    for (const pair of readChildren(expectTag(set, TAG.set))) {
      const [type, value] = readChildren(expectTag(pair, TAG.sequence));
      const attribute = ATTRIBUTES[readOid(expectTag(type, TAG.oid)) as keyof typeof ATTRIBUTES];
      if (!attribute) continue;
      if (!value || found.has(attribute)) throw new DerError('missing or repeated attribute');
      found.set(attribute, value);
    }
  }
  return found;
}

function readText(value: DerElement | undefined): string {
  return value ? readDirectoryString(value) : '';
}

/** The address is only a suggestion for the first medio: a malformed one keeps nobody out. */
function readCorreo(value: DerElement | undefined): string | null {
  return nullIfMalformed(() => cleanText(readText(value))) || null;
}

const RFC_PAIR = /^([A-ZÑ&]{3,4}\d{6}[A-Z\d]{2}[A\d])(?: ?\/ ?([A-ZÑ&]{4}\d{6}[A-Z\d]{2}[A\d]))?$/;
const CURP_PAIR = /^([A-Z]{4}\d{6}[A-Z]{6}[A-Z\d]\d)?(?: ?\/ ?([A-Z]{4}\d{6}[A-Z]{6}[A-Z\d]\d))?$/;

/** Reads 2.5.4.45, `RFC` or `RFC / RFC of the representative`, in NFC. Both null when it has another form. */
export function parseRfcDelCertificado(text: string) {
  return readPair(RFC_PAIR, text);
}

/** Reads 2.5.4.5, `CURP`, `CURP / CURP` or, for a persona moral, ` / CURP`. Both null when it has another form. */
export function parseCurpDelCertificado(text: string) {
  return readPair(CURP_PAIR, text);
}

function readPair(pattern: RegExp, text: string) {
  const upper = text.normalize('NFC').replace(/[a-zñ]/g, (letter) => letter.toUpperCase());
  const [, titular = null, representante = null] = pattern.exec(upper.trimEnd()) ?? [];
  return { titular, representante };
}
