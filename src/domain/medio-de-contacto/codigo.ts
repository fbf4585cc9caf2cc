import { plainSigns } from '#formats/texto/texto-tecleado.ts';

/** Guide, section V, step 9. */
const DIGITOS_DEL_CODIGO = 5;

const ENTROPY_BYTES = 6;

/** Of 48 bits, so that no code is likelier by more than one part in 2^31. RangeError on fewer than six bytes. */
export function codeFromHmac(bytes: Uint8Array): string {
  if (bytes.length < ENTROPY_BYTES) throw new RangeError('an HMAC of six bytes or more is needed');
  const number = bytes.subarray(0, ENTROPY_BYTES).reduce((total, byte) => total * 256 + byte, 0);
  return String(number % 10 ** DIGITOS_DEL_CODIGO).padStart(DIGITOS_DEL_CODIGO, '0');
}

/** «12345», «1 2 3 4 5» or the whole SMS, whose «72 horas» is none. More than one is for the person to decide. */
export function readCodigos(text: string): string[] {
  const plain = plainSigns(text);
  const whole = plain.match(/(?<!\d)\d{5}(?!\d)/g) ?? [];
  const grouped = plain.match(/\d(?:[\s.-]?\d)*/g) ?? [];
  const found = whole.length > 0 ? whole : grouped.map((group) => group.replace(/\D/g, ''));
  return [...new Set(found.filter((digits) => digits.length === DIGITOS_DEL_CODIGO))];
}
