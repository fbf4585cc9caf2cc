// Control, format, surrogate and private-use characters, noncharacters, and whatever is invisible by default
// (joiners, variation selectors, fillers).
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Noncharacter_Code_Point}\p{Default_Ignorable_Code_Point}]/gu;
const BLANKS = /[\s\u0085\u2800]+/gu;

/**
 * NFC, without invisible characters, blanks collapsed. Before any cadena original is built: a character that the fonts
 * of an acuse lack breaks PDF/A, and what is sealed cannot be cleaned afterwards.
 */
export function cleanText(text: string): string {
  return text.replace(BLANKS, ' ').replace(INVISIBLE, '').normalize('NFC').replace(BLANKS, ' ').trim();
}
