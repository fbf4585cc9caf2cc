import { cleanText } from '#formats/texto/texto-limpio.ts';
import { plainSigns } from '#formats/texto/texto-tecleado.ts';
import { fail, ok, type Result } from './result.ts';

/** 11 characters: municipality (3), consecutive (5), modalidad (2), check digit (1). */
export type NumeroDeRegistroPatronal = string & { readonly __registroPatronal: unique symbol };

const NUMERO = /^[A-Z\d]\d{9}(\d?)$/;
const BLANKS_AND_HYPHENS = /[\s-]/g;

/** 10 or 11 characters, with or without hyphens. A wrong check digit is kept: the padrón decides, not arithmetic. */
export function parseRegistroPatronal(text: string): Result<NumeroDeRegistroPatronal, 'REGISTRO_PATRONAL_MAL_FORMADO'> {
  const numero = plainSigns(text)
    .replace(BLANKS_AND_HYPHENS, '')
    .replace(/[a-z]/g, (letter) => letter.toUpperCase());
  if (!NUMERO.test(numero)) return fail('REGISTRO_PATRONAL_MAL_FORMADO');
  return ok((numero.length === 10 ? numero + checkDigit(numero) : numero) as NumeroDeRegistroPatronal);
}

type BusquedaDeRegistro = { por: 'NUMERO' | 'SUBDELEGACION'; prefijo: string };

export function parseBusquedaDeRegistro(text: string): BusquedaDeRegistro {
  const numero = parsePrefijoDeNumero(text);
  if (/^[A-Z]?\d*$/.test(numero) && (numero.length !== 1 || /\d/.test(numero)))
    return { por: 'NUMERO', prefijo: numero };
  return { por: 'SUBDELEGACION', prefijo: cleanText(text) };
}

export function parsePrefijoDeNumero(text: string): string {
  return plainSigns(cleanText(text)).replace(BLANKS_AND_HYPHENS, '').toUpperCase();
}

export function formatRegistroPatronal(numero: string): string {
  return [numero.slice(0, 3), numero.slice(3, 8), numero.slice(8, 10), numero.slice(10)].join('-');
}

export function hasValidCheckDigit(numero: NumeroDeRegistroPatronal): boolean {
  return numero.at(-1) === checkDigit(numero.slice(0, 10));
}

/** Luhn over the ten characters, a leading letter as its index plus ten (A→10 … Z→35); dominio.md, «Identifiers». */
function checkDigit(ten: string): string {
  const digits = ten.replace(/^[A-Z]/, (letter) => String(letter.charCodeAt(0) - 55));
  const sum = [...digits].reverse().reduce((total, digit, i) => total + luhnTerm(Number(digit), i % 2 === 0), 0);
  return String((10 - (sum % 10)) % 10);
}

function luhnTerm(digit: number, doubled: boolean): number {
  if (!doubled) return digit;
  return digit > 4 ? digit * 2 - 9 : digit * 2;
}
