import { fail, ok, type Result } from './result.ts';

/** The taxpayer's key: 12 characters (persona moral) or 13 (persona física), upper case, NFC, without blanks. */
export type Rfc = string & { readonly __rfc: unique symbol };

type RfcError = 'RFC_MAL_FORMADO' | 'RFC_GENERICO';

const RFC = /^[A-ZÑ&]{3,4}\d{6}[A-Z\d]{2}[A\d]$/;
const GENERICOS = ['XAXX010101000', 'XEXX010101000'];
const BLANKS_AND_SIGNS = /[\s\p{Pd}−.,;:_\p{Default_Ignorable_Code_Point}]/gu;
const CHECK_ALPHABET = '0123456789ABCDEFGHIJKLMN&OPQRSTUVWXYZ Ñ';

/** Any case, with blanks, hyphens or dots. The SAT's generic RFCs cannot own a buzón; the check digit is not judged. */
export function parseRfc(text: string): Result<Rfc, RfcError> {
  const rfc = text
    .normalize('NFKC')
    .replace(BLANKS_AND_SIGNS, '')
    // Only these letters: String.toUpperCase would also turn «ß» into «SS» and «ı» into «I».
    .replace(/[a-zñ]/g, (letter) => letter.toUpperCase());
  if (!RFC.test(rfc)) return fail('RFC_MAL_FORMADO');
  if (GENERICOS.includes(rfc)) return fail('RFC_GENERICO');
  return ok(rfc as Rfc);
}

export function isPersonaMoral(rfc: string): boolean {
  return rfc.length === 12;
}

/** The SAT's check digit. Some valid RFCs fail it (AAA010101AAA): warn, never reject; the certificate decides. */
export function hasValidCheckDigit(rfc: Rfc): boolean {
  const body = [...rfc].slice(0, -1);
  const start = isPersonaMoral(rfc) ? 481 : 0;
  const sum = body.reduce((total, char, i) => total + CHECK_ALPHABET.indexOf(char) * (rfc.length - i), start);
  const digit = 11 - (sum % 11);
  return rfc.at(-1) === (digit === 10 ? 'A' : digit === 11 ? '0' : String(digit));
}
