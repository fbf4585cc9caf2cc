import type { TipoDeAcuse } from '#domain/acuse/tipo-de-acuse.ts';

const NOMBRES: ReadonlyMap<string, string> = new Map<TipoDeAcuse, string>([
  ['REGISTRO', 'registro'],
  ['VALIDACION', 'validación'],
  ['BAJA', 'baja'],
  ['SOLICITUD', 'la solicitud y manifestación'],
  ['ACLARACION', 'la aclaración'],
  ['REPRESENTACION', 'la designación de representante'],
]);

/** «acuse de validación»: what an acuse is called in a sentence. One of a tipo unknown here is called by its tipo. */
export function nombreDeAcuse(tipo: string): string {
  return `acuse de ${NOMBRES.get(tipo) ?? tipo}`;
}
