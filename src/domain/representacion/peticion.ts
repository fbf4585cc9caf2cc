import { chooseSeparador, parseCampos } from '#formats/csv/campos.ts';
import { fail, ok, type Result } from '../result.ts';
import { isPersonaMoral, parseRfc, type Rfc } from '../rfc.ts';

const VIGENCIA_MS = 21 * 86_400_000;

/** Of one accountant in a day, and of one file: whoever has more clients goes on tomorrow. */
export const PETICIONES_MAXIMAS = 1_000;
export const AVISOS_DE_PETICION_AL_DIA = 5;

export type EstadoDePeticion = 'PENDIENTE' | 'ACEPTADA' | 'RECHAZADA' | 'VENCIDA';

type Guardada = { estado: EstadoDePeticion; venceEn: Date };

export function venceLaPeticion(pedidaEn: Date): Date {
  return new Date(pedidaEn.getTime() + VIGENCIA_MS);
}

export type PeticionVista = 'ENVIADA' | 'ACEPTADA' | 'SIN_RESPUESTA';

/** What who asks may know: that somebody said no looks as if nobody had answered, as where there is no Buzón. */
export function vistaPorQuienPide({ estado, venceEn }: Guardada, now: Date): PeticionVista {
  if (estado === 'ACEPTADA') return 'ACEPTADA';
  return now < venceEn ? 'ENVIADA' : 'SIN_RESPUESTA';
}

export type ResultadoDePeticion =
  | 'PEDIDA'
  | 'YA_PEDIDA'
  | 'YA_REPRESENTADO'
  | 'REPETIDO'
  | 'LIMITE_DEL_DIA'
  | 'RFC_MAL_FORMADO'
  | 'RFC_PROPIO';

export type PeticionError =
  | 'PIDE_UNA_MORAL'
  | 'RFC_FALTA'
  | 'ARCHIVO_SIN_RFC'
  | 'ARCHIVO_DE_MAS'
  | 'DEMASIADAS_PETICIONES';

export function judgePedido(texto: string, rfcDeQuienPide: string): Result<Rfc, 'RFC_MAL_FORMADO' | 'RFC_PROPIO'> {
  const rfc = parseRfc(texto);
  if (!rfc.ok) return fail('RFC_MAL_FORMADO');
  return rfc.value === rfcDeQuienPide ? fail('RFC_PROPIO') : ok(rfc.value);
}

export function canPedir(rfc: string): boolean {
  return !isPersonaMoral(rfc);
}

export function pedidosDeCsv(texto: string): string[] {
  const lineas = texto
    .replace(/^\ufeff/, '')
    .split(/\r\n?|\n/)
    .filter((linea) => linea.trim() !== '');
  const separador = chooseSeparador(lineas[0] ?? '');
  const primeras = lineas.map((linea) => {
    const campos = parseCampos(linea, separador);
    return typeof campos === 'string' ? linea : (campos[0] ?? '').trim();
  });
  return /^rfc\b/i.test(primeras[0] ?? '') ? primeras.slice(1) : primeras;
}
