import { rmSync } from 'node:fs';
import { appendFile } from 'node:fs/promises';
import { gravedadDe, type ObservacionDeLinea } from '#domain/padron/observacion.ts';
import { MARCA_UTF8, toLineaDeCsv } from '#formats/csv/csv.ts';
import { Fault } from '#server/fault.ts';
import { explicacionDe } from '#wording/padron/explica-observacion.ts';

const ENCABEZADO = ['linea', 'columna', 'gravedad', 'motivo', 'valor'];
const LARGO_DEL_VALOR = 500;

/** For its owner alone: it repeats what the padrón says. One that a load before has left goes. Throws Fault. */
export function createErrorReport(archivo: string): (observaciones: readonly ObservacionDeLinea[]) => Promise<void> {
  try {
    rmSync(archivo, { force: true });
  } catch (error) {
    throw new Fault(`${archivo}: no se pudo quitar el de la vez anterior (${(error as Error).message}).`);
  }
  let encabezado = `${MARCA_UTF8}${toLineaDeCsv(ENCABEZADO)}`;
  return async (observaciones) => {
    if (observaciones.length === 0) return;
    const lines = encabezado + observaciones.map(toLine).join('');
    encabezado = '';
    await appendFile(archivo, lines, { mode: 0o600 }).catch((error: Error) => {
      throw new Fault(`${archivo}: no se pudo escribir qué renglones tienen errores (${error.message}).`);
    });
  };
}

function toLine(observacion: ObservacionDeLinea): string {
  const { linea, columna, valor } = observacion;
  const textos = [columna ?? '', gravedadDe(observacion), explicacionDe(observacion)];
  return toLineaDeCsv([linea, ...textos, valor.slice(0, LARGO_DEL_VALOR)]);
}
