import { cleanText } from '#formats/texto/texto-limpio.ts';
import { fail, ok, type Result } from '../result.ts';
import { hasDatosPersonales } from './datos-personales.ts';

const DETALLE_MINIMO = 10;
export const DETALLE_MAXIMO = 300;
export const NOTA_MAXIMA = 1000;

export type DetalleError = 'DETALLE_CORTO' | 'DETALLE_LARGO' | 'TEXTO_CON_DATOS_PERSONALES';
export type NotaDeFolioError = 'NOTA_VACIA' | 'NOTA_LARGA' | 'TEXTO_CON_DATOS_PERSONALES';

export function parseDetalle(text: string): Result<string, DetalleError> {
  const detalle = cleanText(text);
  if (countCharacters(detalle) < DETALLE_MINIMO) return fail('DETALLE_CORTO');
  if (countCharacters(detalle) > DETALLE_MAXIMO) return fail('DETALLE_LARGO');
  return hasDatosPersonales(detalle) ? fail('TEXTO_CON_DATOS_PERSONALES') : ok(detalle);
}

export function parseNota(text: string): Result<string, NotaDeFolioError> {
  const nota = cleanText(text);
  if (nota === '') return fail('NOTA_VACIA');
  if (countCharacters(nota) > NOTA_MAXIMA) return fail('NOTA_LARGA');
  return hasDatosPersonales(nota) ? fail('TEXTO_CON_DATOS_PERSONALES') : ok(nota);
}

/** As PostgreSQL counts them, which checks the limits again. */
function countCharacters(text: string): number {
  return Array.from(text).length;
}
