import type { RegistroSinCupo } from '#domain/medio-de-contacto/sin-cupo.ts';
import { formatRegistroPatronal } from '#domain/registro-patronal.ts';
import { MARCA_UTF8, toLineaDeCsv } from '#formats/csv/csv.ts';
import { MOTIVOS_SIN_CUPO } from '../etiquetas.ts';

const ENCABEZADO = ['Registro Patronal', 'Subdelegación', 'Motivo'];

export function csvDeSinCupo(registros: readonly RegistroSinCupo[]): string {
  const lineas = registros.map(({ numero, subdelegacion, motivo }) => [
    formatRegistroPatronal(numero),
    subdelegacion,
    MOTIVOS_SIN_CUPO[motivo],
  ]);
  return `${MARCA_UTF8}${[ENCABEZADO, ...lineas].map(toLineaDeCsv).join('')}`;
}
