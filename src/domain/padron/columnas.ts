import { fail, ok, type Result } from '../result.ts';

export const COLUMNAS = ['rfc', 'nombre', 'registro_patronal', 'subdelegacion', 'domicilio', 'estado'] as const;

export type Columna = (typeof COLUMNAS)[number];

export type Encabezado = { indices: Record<Columna, number>; total: number };

export type EncabezadoError = 'FALTAN_COLUMNAS' | 'COLUMNAS_REPETIDAS';

export type FallaDeEncabezado = { codigo: EncabezadoError; columnas: Columna[] };

const NOMBRES: Record<string, Columna> = {
  razonsocial: 'nombre',
  nombreorazonsocial: 'nombre',
  registro: 'registro_patronal',
  rp: 'registro_patronal',
  nrp: 'registro_patronal',
  numeroderegistropatronal: 'registro_patronal',
  direccion: 'domicilio',
  estatus: 'estado',
  ...Object.fromEntries(COLUMNAS.map((columna) => [columna.replace('_', ''), columna])),
};

export function readEncabezado(campos: readonly string[]): Result<Encabezado, FallaDeEncabezado> {
  const total = campos.findLastIndex((campo) => campo.trim() !== '') + 1;
  const found = campos.map((campo) => NOMBRES[toKey(campo)]);
  const placesOf = (columna: Columna) => found.flatMap((name, index) => (name === columna ? [index] : []));
  const missing = COLUMNAS.filter((columna) => placesOf(columna).length === 0);
  if (missing.length > 0) return fail({ codigo: 'FALTAN_COLUMNAS', columnas: missing });
  const repeated = COLUMNAS.filter((columna) => placesOf(columna).length > 1);
  if (repeated.length > 0) return fail({ codigo: 'COLUMNAS_REPETIDAS', columnas: repeated });
  const indices = Object.fromEntries(COLUMNAS.map((columna) => [columna, found.indexOf(columna)]));
  return ok({ indices: indices as Encabezado['indices'], total });
}

function toKey(text: string): string {
  return text
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
}
