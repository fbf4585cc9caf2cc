import { formatFechaIsoCentro } from '#domain/fecha.ts';
import { MARCA_UTF8, toLineaDeCsv } from '#formats/csv/csv.ts';
import type { FolioEnPalabras } from './folio-en-palabras.ts';

const ENCABEZADOS = ['Folio', 'Parte', 'Fecha', 'Qué', 'Detalle', 'Quién', 'Veces', 'Última vez'];

/**
 * A folio as CSV (RFC 4180) for a spreadsheet: UTF-8 with its mark, one row for each fact, thing that happened and thing
 * that waits. Who exported it and when is the last thing that happened. Hours are of Central Mexico, with their offset.
 */
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
