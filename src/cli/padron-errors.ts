import { once } from 'node:events';
import { createWriteStream, rmSync } from 'node:fs';
import { gravedadDe, type ObservacionDeLinea } from '#domain/padron/observacion.ts';
import { MARCA_UTF8, toLineaDeCsv } from '#formats/csv/csv.ts';
import { Fault } from '#server/fault.ts';
import { explicacionDe } from '#wording/padron/explica-observacion.ts';

const ENCABEZADO = ['linea', 'columna', 'gravedad', 'motivo', 'valor'];
const LARGO_DEL_VALOR = 500;

/** For its owner alone: it repeats what the padrón says. One that a load before has left goes. Throws Fault. */
export function createErrorReport(archivo: string) {
  remove(archivo);
  let stream: ReturnType<typeof createWriteStream> | null = null;
  let fault: Error | null = null;
  const open = () => {
    const created = createWriteStream(archivo, { mode: 0o600 });
    created.on('error', (error) => {
      fault = error;
    });
    created.write(`${MARCA_UTF8}${toLineaDeCsv(ENCABEZADO)}`);
    return created;
  };
  const settle = async (event: 'drain' | 'finish') => {
    await once(stream as NonNullable<typeof stream>, event).catch(() => undefined);
    if (fault) throw new Fault(`${archivo}: no se pudo escribir qué renglones tienen errores (${fault.message}).`);
  };
  return {
    async write(observaciones: readonly ObservacionDeLinea[]): Promise<void> {
      if (observaciones.length === 0) return;
      stream ??= open();
      if (!stream.write(observaciones.map(toLine).join(''))) await settle('drain');
    },
    async end(): Promise<void> {
      if (!stream) return;
      stream.end();
      await settle('finish');
    },
  };
}

function remove(archivo: string): void {
  try {
    rmSync(archivo, { force: true });
  } catch (error) {
    throw new Fault(`${archivo}: no se pudo quitar el de la vez anterior (${(error as Error).message}).`);
  }
}

function toLine(observacion: ObservacionDeLinea): string {
  const { linea, columna, valor } = observacion;
  const textos = [columna ?? '', gravedadDe(observacion), explicacionDe(observacion)];
  return toLineaDeCsv([linea, ...textos, valor.slice(0, LARGO_DEL_VALOR)]);
}
