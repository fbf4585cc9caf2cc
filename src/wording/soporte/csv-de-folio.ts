import { formatFechaIsoCentro } from '#domain/fecha.ts';
import { MARCA_UTF8, toLineaDeCsv } from '#formats/csv/csv.ts';
import type { FolioEnPalabras } from './folio-en-palabras.ts';

const ENCABEZADOS = ['Folio', 'Parte', 'Fecha', 'Qué', 'Detalle', 'Quién', 'Veces', 'Última vez'];

/** RFC 4180, in UTF-8 with its mark, hours of Central Mexico with their offset. Its export is the last event. */
export function csvDeFolio(leido: FolioEnPalabras): string {
  const { folio, titular, resumen, cronologia, pendientes, leidoEn } = leido;
  const datos = [
    ['RFC', titular.rfc],
    ['Nombre o razón social', titular.nombre],
    ...leido.datos.map(({ termino, valor }) => [termino, valor]),
  ];
  const filas = [
    ...datos.map(([termino, valor]) => ['Dato', null, termino, valor, null, null, null]),
    ...resumen.frases.map((frase) => ['Resumen', leidoEn, frase, null, null, null, null]),
    ...cronologia.map(({ fecha, texto, detalle, quien, veces, ultimaFecha }) => [
      'Sucedió',
      fecha,
      texto,
      detalle,
      quien,
      veces,
      veces > 1 ? ultimaFecha : null,
    ]),
    ...pendientes.map(({ cuando, texto, quien }) => ['Por suceder', cuando, texto, null, quien, null, null]),
  ];
  return `${MARCA_UTF8}${[ENCABEZADOS, ...filas.map((fila) => [folio, ...fila])].map(toLine).join('')}`;
}

type Celda = string | number | Date | null | undefined;

function toLine(celdas: readonly Celda[]): string {
  return toLineaDeCsv(celdas.map((celda) => (celda instanceof Date ? formatFechaIsoCentro(celda) : (celda ?? ''))));
}
