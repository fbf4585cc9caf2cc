import { plainSigns } from '#formats/texto/texto-tecleado.ts';
import { fail, ok, type Result } from '../result.ts';

export type CorreoError = 'CORREO_VACIO' | 'CORREO_MAL_FORMADO' | 'CORREO_DEMASIADO_LARGO' | 'CORREO_CON_ACENTOS';

export interface Correo {
  valor: string;
  /** For comparing: lower case, the domain in ASCII. No rules about dots or «+», which differ from one provider to the next. */
  valorComparable: string;
}

// RFC 5321, 4.5.3.1: octets of the local part, and of a path less its angle brackets.
const MAX_LOCAL_PART = 64;
const MAX_ADDRESS = 254;
const MAX_PASTED = 1_000;
const ATEXT = "[a-z\\d!#$%&'*+/=?^_`{|}~-]+";
const LOCAL_PART = new RegExp(`^${ATEXT}(?:\\.${ATEXT})*$`, 'i');
const LABEL = /^[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?$/;
const TOP_LEVEL = /^(?:[a-z]{2,63}|xn--[a-z\d-]{1,59})$/;
/** A name of the international alphabet, and those letters that every font of an acuse has. */
const INTERNATIONAL = /^[\p{L}\p{M}\p{N}.-]+$/u;
const PRINTABLE = /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{N}.-]+$/u;

/** A dot-atom (RFC 5322), ASCII before the «@» as most mail servers ask; the domain compares as DNS has it (`xn--`). */
export function parseCorreo(text: string): Result<Correo, CorreoError> {
  if (text.length > MAX_PASTED) return fail('CORREO_DEMASIADO_LARGO');
  const typed = unwrap(plainSigns(text).trim());
  if (typed === '') return fail('CORREO_VACIO');
  const at = typed.lastIndexOf('@');
  if (at < 1 || /[\s\p{Cc}]/u.test(typed)) return fail('CORREO_MAL_FORMADO');
  const localPart = typed.slice(0, at);
  if (/\P{ASCII}/u.test(localPart)) return fail('CORREO_CON_ACENTOS');
  const written = typed.slice(at + 1).toLowerCase();
  const domain = toAsciiDomain(written);
  if (localPart.length > MAX_LOCAL_PART || at + 1 + domain.length > MAX_ADDRESS) return fail('CORREO_DEMASIADO_LARGO');
  if (!LOCAL_PART.test(localPart) || !isDomainName(domain)) return fail('CORREO_MAL_FORMADO');
  return ok({
    valor: `${localPart}@${PRINTABLE.test(written) ? written : domain}`,
    valorComparable: `${localPart.toLowerCase()}@${domain}`,
  });
}

const WITH_NAME = /^(?:[^<>@\p{Cc}]*|["']?([^<>"',;\s]+)["']? *(?=<\1>))<([^<>]+)>[\s.,;]*$/iu;

function unwrap(text: string): string {
  const [, , inBrackets] = WITH_NAME.exec(text) ?? [];
  const address = (inBrackets ?? text).trim().replace(/^mailto:(?:[\s/]|%20)*([^?]*).*$/is, '$1');
  const bare = address.replace(/^[\s<(["]+|[\s.,;:>)\]"']+$/g, '');
  return /^'.*'[\s.,;:]*$/s.test(address) ? bare.slice(1) : bare;
}

/** As DNS has it; what cannot be a name comes back as it is. `URL` knows the tables (UTS 46) in browsers and in Node. */
function toAsciiDomain(domain: string): string {
  if (!/\P{ASCII}/u.test(domain) || !INTERNATIONAL.test(domain)) return domain;
  try {
    return new URL(`http://${domain}`).hostname;
  } catch {
    return domain;
  }
}

function isDomainName(domain: string): boolean {
  const labels = domain.split('.');
  return labels.length >= 2 && labels.every((label) => LABEL.test(label)) && TOP_LEVEL.test(labels.at(-1) as string);
}
