import { maskCorreo, maskRfc, maskTelefono } from '../mascara.ts';

/** From where a word begins, so that a long one without «@» is read once and not from each of its letters. */
const CORREO = /(?<![^\s@<>()[\]:;,"'])[^\s@<>()[\]:;,"']+@[^\s@<>()[\]:;,"']+\.[^\s@<>()[\]:;,"'.]+/g;
const TELEFONO = /(?<![\p{L}\d])\+?\(?\d(?:[\s().-]{0,2}\d){9,14}(?!\d)/gu;
const RFC = /(?<![\p{L}\d])[A-ZÑ&]{3,4}[\s-]?\d{6}[\s-]?[A-Z\d]{3}(?![\p{L}\d])/giu;
const FOLIO = /(\bBI-\d{4}\.\d{8,15}-\d{2}\b)/i;

export function hasDatosPersonales(text: string): boolean {
  return coverDatosPersonales(text) !== text;
}

/** The text with what looks like one of these masked: servers repeat addresses in their answers. Folios stay. */
export function coverDatosPersonales(text: string): string {
  return text
    .split(FOLIO)
    .map((part) => (FOLIO.test(part) ? part : coverPart(part)))
    .join('');
}

function coverPart(text: string): string {
  return text
    .replace(CORREO, maskCorreo)
    .replace(RFC, (rfc) => maskRfc(rfc.replace(/[\s-]/g, '')))
    .replace(TELEFONO, maskTelefono);
}
