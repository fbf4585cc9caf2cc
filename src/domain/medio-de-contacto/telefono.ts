import parsePhoneNumber from 'libphonenumber-js/max';
import { plainSigns } from '#formats/texto/texto-tecleado.ts';
import { fail, ok, type Result } from '../result.ts';
import type { Mecanismo } from './mecanismo.ts';

export type TelefonoError = 'TELEFONO_VACIO' | 'TELEFONO_MAL_FORMADO' | 'TELEFONO_EXTRANJERO';

interface Telefono {
  valor: string;
  valorComparable: string;
  /** A prefix that Mexico no longer dials (044, 045, 01, 521, +521) and was taken off: say so. Null for none or +52. */
  prefijoQuitado: string | null;
}

const MAX_PASTED = 1_000;
const WRITTEN = /^\(?\+?[\d\s().\-/·]+$/;
const ROTULO = /^[^\p{L}\d+(]*(?:(?:tel[eé]fono|tel|cel(?:ular)?|m[oó]vil|whatsapp)\b[^\p{L}\d+(]*)*/iu;
const COLA = /[\s.,;:>"']+$/;
const NATIONAL_DIGITS = 10;
/** Each with the ten digits behind it; the Plan Nacional de Numeración dropped them in 2019. */
const PREFIJOS = ['044', '045', '01', '521', '52044', '52045', '5201', '52'] as const;
// A mobile and a landline cannot be told apart by number in Mexico; 800 and 900 numbers can.
const PERSONALES = ['MOBILE', 'FIXED_LINE', 'FIXED_LINE_OR_MOBILE'];

/** As a person types it. Whether it is a mobile only the code proves. */
export function parseTelefono(text: string): Result<Telefono, TelefonoError> {
  if (text.length > MAX_PASTED) return fail('TELEFONO_MAL_FORMADO');
  const typed = plainSigns(text).trim().replace(ROTULO, '').replace(COLA, '');
  if (typed === '') return fail('TELEFONO_VACIO');
  if (!WRITTEN.test(typed)) return fail('TELEFONO_MAL_FORMADO');
  const digits = typed.replace(/\D/g, '').replace(/^00/, '');
  const isInternational = /^\(?\+/.test(typed) || typed.replace(/\D/g, '').startsWith('00');
  if (isInternational && !digits.startsWith('52')) return fail('TELEFONO_EXTRANJERO');
  const prefijo = PREFIJOS.find((each) => digits.startsWith(each) && digits.length === each.length + NATIONAL_DIGITS);
  const national = digits.slice(prefijo?.length ?? 0);
  if (!isMexican(national)) return fail('TELEFONO_MAL_FORMADO');
  const valor = `+52${national}`;
  return ok({ valor, valorComparable: valor, prefijoQuitado: obsoletePrefix(prefijo, isInternational) });
}

export function formatTelefono(valor: string): string {
  return parsePhoneNumber(valor)?.formatNational() ?? valor;
}

function isMexican(national: string): boolean {
  if (national.length !== NATIONAL_DIGITS) return false;
  const number = parsePhoneNumber(`+52${national}`);
  return number?.number === `+52${national}` && number.isValid() && PERSONALES.includes(number.getType() ?? '');
}

function obsoletePrefix(prefijo: (typeof PREFIJOS)[number] | undefined, isInternational: boolean): string | null {
  if (prefijo === undefined || prefijo === '52') return null;
  if (prefijo === '521') return isInternational ? '+521' : '521';
  return prefijo.replace(/^52/, '');
}

/** The ten digits of a phone, as the person typed them; an address as it is. */
export function formatMedio({ mecanismo, valor }: { mecanismo: Mecanismo; valor: string }): string {
  return mecanismo === 'TELEFONO' ? formatTelefono(valor) : valor;
}
