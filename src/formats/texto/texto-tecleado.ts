const ACCENTS_USED_AS_APOSTROPHE = /[´‘’ʼʹ′]/g;
const OTHER_DIGITS = /[٠-٩۰-۹]/g;

/**
 * What a keyboard or a paste meant: signs in ASCII, NFKC, nothing invisible. For comparing and reading only: a name or
 * a free text keeps its signs (cleanText).
 */
export function plainSigns(text: string): string {
  return text
    .replace(ACCENTS_USED_AS_APOSTROPHE, "'")
    .normalize('NFKC')
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .replace(/[\p{Pd}−]/gu, '-')
    .replace(/[“”„«»]/g, '"')
    .replace(OTHER_DIGITS, (digit) => String((digit.codePointAt(0) as number) & 0xf));
}
