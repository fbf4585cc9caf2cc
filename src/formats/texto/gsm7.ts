// 3GPP TS 23.038, 6.2.1: the default alphabet, and the characters of its extension table, which take two septets.
const BASIC =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?' +
  '¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà';
const EXTENDED = '^{}\\[~]|€\f';

/** Null if a character would force the whole text into UCS-2. */
export function lengthGsm7(texto: string): number | null {
  let length = 0;
  for (const char of texto) {
    if (BASIC.includes(char)) length += 1;
    else if (EXTENDED.includes(char)) length += 2;
    else return null;
  }
  return length;
}
