/** The place in the bitácora where a page begins, from an address; null for the newest, or for what is no place. */
export function parsePosicionDeBitacora(text: string | string[] | undefined): bigint | null {
  return typeof text === 'string' && /^\d{1,18}$/.test(text) ? BigInt(text) : null;
}
