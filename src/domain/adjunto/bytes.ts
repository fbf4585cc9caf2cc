// Reading files of which nothing is known: each function answers for any bytes and any place, also beyond the end.

/** Whether these characters (of one byte each) stand at `at`. */
export function hasText(bytes: Uint8Array, at: number, text: string): boolean {
  if (at < 0 || at + text.length > bytes.length) return false;
  for (let i = 0; i < text.length; i++) if (bytes[at + i] !== text.charCodeAt(i)) return false;
  return true;
}

/** Where these characters stand first, from `from` on; -1 when they do not. */
export function findText(bytes: Uint8Array, text: string, from = 0): number {
  const first = text.charCodeAt(0);
  for (let at = bytes.indexOf(first, from); at !== -1; at = bytes.indexOf(first, at + 1)) {
    if (hasText(bytes, at, text)) return at;
  }
  return -1;
}

/** The bytes from `from` to before `to` as characters of one byte each. */
export function textBetween(bytes: Uint8Array, from: number, to: number): string {
  return String.fromCharCode(...bytes.subarray(Math.max(from, 0), Math.max(to, 0)));
}

/** A number of two bytes, the greater first; NaN beyond the end. */
export function uint16At(bytes: Uint8Array, at: number): number {
  return at + 2 > bytes.length ? Number.NaN : ((bytes[at] as number) << 8) | (bytes[at + 1] as number);
}

/** A number of four bytes, the greatest first; NaN beyond the end. */
export function uint32At(bytes: Uint8Array, at: number): number {
  return at < 0 || at + 4 > bytes.length ? Number.NaN : uint16At(bytes, at) * 0x10000 + uint16At(bytes, at + 2);
}

/** The first byte from `from` on that is not zero, which is how files are padded; the length when there is none. */
export function skipPadding(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at < bytes.length && bytes[at] === 0) at++;
  return at;
}
