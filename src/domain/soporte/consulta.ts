import { parseFolio } from '../folio.ts';
import { parseCorreo } from '../medio-de-contacto/correo.ts';
import { parseTelefono } from '../medio-de-contacto/telefono.ts';
import { parseRegistroPatronal } from '../registro-patronal.ts';
import { fail, ok, type Result } from '../result.ts';
import { parseRfc } from '../rfc.ts';
import { wordsOf } from './nombre-buscable.ts';

export type Criterio =
  | { por: 'FOLIO'; folio: string }
  | { por: 'CORREO' | 'TELEFONO'; valorComparable: string }
  | { por: 'RFC'; rfc: string }
  | { por: 'REGISTRO_PATRONAL'; numero: string }
  | { por: 'NOMBRE'; palabras: string[] };

export type ConsultaError =
  | 'CONSULTA_VACIA'
  | 'CONSULTA_LARGA'
  | 'FOLIO_INCOMPLETO'
  | 'CORREO_INCOMPLETO'
  | 'NUMERO_INCOMPLETO'
  | 'NOMBRE_CORTO';

export const CONSULTA_MAXIMA = 254;
const LETRAS_MINIMAS = 3;
const PALABRAS_MAXIMAS = 8;

/** By its form. Ten digits may be a phone as well as a registro: it is looked for as both. Any other form is a name. */
export function parseConsulta(text: string): Result<Criterio[], ConsultaError> {
  const typed = text.normalize('NFKC').trim();
  if (typed === '') return fail('CONSULTA_VACIA');
  if (typed.length > CONSULTA_MAXIMA) return fail('CONSULTA_LARGA');
  if (/^bi\s*(?:\p{Pd}\s*)?\d/iu.test(typed)) {
    const folio = parseFolio(typed);
    return folio.ok ? ok([{ por: 'FOLIO', folio: folio.value }]) : fail('FOLIO_INCOMPLETO');
  }
  if (typed.includes('@')) {
    const correo = parseCorreo(typed);
    return correo.ok
      ? ok([{ por: 'CORREO', valorComparable: correo.value.valorComparable }])
      : fail('CORREO_INCOMPLETO');
  }
  if (/^[\d\s().+\p{Pd}]+$/u.test(typed)) return readNumero(typed);
  const rfc = parseRfc(typed);
  if (rfc.ok) return ok([{ por: 'RFC', rfc: rfc.value }]);
  const registro = parseRegistroPatronal(typed);
  if (registro.ok) return ok([{ por: 'REGISTRO_PATRONAL', numero: registro.value }]);
  return readNombre(typed);
}

function readNumero(typed: string): Result<Criterio[], ConsultaError> {
  const criterios: Criterio[] = [];
  const telefono = parseTelefono(typed);
  if (telefono.ok) criterios.push({ por: 'TELEFONO', valorComparable: telefono.value.valorComparable });
  const registro = parseRegistroPatronal(typed);
  if (registro.ok) criterios.push({ por: 'REGISTRO_PATRONAL', numero: registro.value });
  return criterios.length > 0 ? ok(criterios) : fail('NUMERO_INCOMPLETO');
}

function readNombre(typed: string): Result<Criterio[], ConsultaError> {
  const palabras = wordsOf(typed).slice(0, PALABRAS_MAXIMAS);
  if (palabras.join('').length < LETRAS_MINIMAS) return fail('NOMBRE_CORTO');
  return ok([{ por: 'NOMBRE', palabras }]);
}
