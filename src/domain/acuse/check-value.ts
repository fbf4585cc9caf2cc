import { slugDeTipo, type TipoDeAcuse } from './tipo-de-acuse.ts';

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const CHECK_VALUE_LENGTH = 10;

/** First 10 characters of the base32 of SHA-256(sello) (contrato.md, «Addresses»). RangeError on a shorter digest. */
export function checkValue(selloSha256: Uint8Array): string {
  if (selloSha256.length * 8 < CHECK_VALUE_LENGTH * 5) throw new RangeError('digest too short');
  const bits = Array.from(selloSha256, (byte) => byte.toString(2).padStart(8, '0')).join('');
  return Array.from(
    { length: CHECK_VALUE_LENGTH },
    (_, i) => BASE32[Number.parseInt(bits.slice(i * 5, i * 5 + 5), 2)],
  ).join('');
}

/** Null when it cannot be one. Mail programs that show what they should have decoded put «3D» before it. */
export function parseCheckValue(text: string): string | null {
  const value = text
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toUpperCase()
    .replace(/^3D(?=.{10}$)/, '');
  return /^[A-Z2-7]{10}$/.test(value) ? value : null;
}

export function verificationPath(folio: string, tipo: TipoDeAcuse, valor: string): string {
  return `/verificar/${folio}/${slugDeTipo(tipo)}?v=${valor}`;
}
