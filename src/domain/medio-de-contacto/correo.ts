import { fail, ok, type Result } from '../result.ts';

export type CorreoError = 'CORREO_VACIO' | 'CORREO_MAL_FORMADO' | 'CORREO_DEMASIADO_LARGO' | 'CORREO_CON_ACENTOS';

export interface Correo {
  /** As typed, the domain in lower case. */
  valor: string;
  /** For comparing: all in lower case. No rules about dots or «+», which differ from one provider to the next. */
  valorComparable: string;
}

// RFC 5321, 4.5.3.1: octets of the local part, and of a path less its angle brackets.
const MAX_LOCAL_PART = 64;
const MAX_ADDRESS = 254;
const ATEXT = "[a-z\\d!#$%&'*+/=?^_`{|}~-]+";
const LOCAL_PART = new RegExp(`^${ATEXT}(?:\\.${ATEXT})*$`, 'i');
const LABEL = /^[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?$/;
const TOP_LEVEL = /^(?:[a-z]{2,63}|xn--[a-z\d-]{1,59})$/;

/**
 * Reads one e-mail address: a dot-atom (RFC 5322) at a domain name of two labels or more. Refused are quoted local
 * parts, address literals, anything that could begin another header, and letters outside ASCII, which the mail servers
 * of most recipients do not take. The error for those is its own, because the person can correct it.
 */
export function parseCorreo(text: string): Result<Correo, CorreoError> {
  const typed = text.trim().replace(/\p{Default_Ignorable_Code_Point}/gu, '');
  if (typed === '') return fail('CORREO_VACIO');
  const at = typed.lastIndexOf('@');
  if (at < 1 || /[\s\p{Cc}]/u.test(typed)) return fail('CORREO_MAL_FORMADO');
  if (/\P{ASCII}/u.test(typed)) return fail('CORREO_CON_ACENTOS');
  const localPart = typed.slice(0, at);
  const domain = typed.slice(at + 1).toLowerCase();
  if (localPart.length > MAX_LOCAL_PART || typed.length > MAX_ADDRESS) return fail('CORREO_DEMASIADO_LARGO');
  if (!LOCAL_PART.test(localPart) || !isDomainName(domain)) return fail('CORREO_MAL_FORMADO');
  const valor = `${localPart}@${domain}`;
  return ok({ valor, valorComparable: valor.toLowerCase() });
}

function isDomainName(domain: string): boolean {
  const labels = domain.split('.');
  return labels.length >= 2 && labels.every((label) => LABEL.test(label)) && TOP_LEVEL.test(labels.at(-1) as string);
}
