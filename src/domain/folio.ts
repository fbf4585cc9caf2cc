import { fail, ok, type Result } from './result.ts';

/** `BI-AAAA.NNNNNNNN-CC`: year in Central time, sequence of at least eight digits, two check digits. */
export type Folio = string & { readonly __folio: unique symbol };

const SEQUENCE_MIN_DIGITS = 8;
const FOLIO = /^BI-(\d{4})\.(\d{8}|[1-9]\d{8,14})-(\d{2})$/;
const IGNORED = /[\s\p{Default_Ignorable_Code_Point}]/gu;
const ESCRITO =
  /^(?:folio)?[^\p{L}\d]*bi[\p{Pd}−._/]*(\d{4})[\p{Pd}−._,/]*(\d{8,15})[\p{Pd}−._/]*(\d{2})[^\p{L}\d]*$/iu;

/** Check digits: ISO 7064 MOD 97-10 over the digits of year and sequence. RangeError on what cannot be (a bug). */
export function buildFolio(year: number, sequence: number | bigint): Folio {
  const folio = `BI-${year}.${String(sequence).padStart(SEQUENCE_MIN_DIGITS, '0')}`;
  const complete = `${folio}-${checkDigits(folio.replace(/\D/g, ''))}`;
  if (!FOLIO.test(complete) || sequence < 1) throw new RangeError(`no folio for ${year}, ${sequence}`);
  return complete as Folio;
}

/** Any case, stray blanks, any hyphen or none, the signs of a sentence around it. Wrong check digits are refused. */
export function parseFolio(text: string): Result<Folio, 'FOLIO_MAL_FORMADO'> {
  const [, year, sequence, check] = ESCRITO.exec(text.replace(IGNORED, '')) ?? [];
  const folio = `BI-${year}.${sequence}-${check}`;
  if (!year || !sequence || !FOLIO.test(folio) || checkDigits(year + sequence) !== check)
    return fail('FOLIO_MAL_FORMADO');
  return ok(folio as Folio);
}

function checkDigits(digits: string): string {
  return String(98n - ((BigInt(digits) * 100n) % 97n)).padStart(2, '0');
}
