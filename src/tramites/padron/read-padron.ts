import { type Encabezado, type FallaDeEncabezado, readEncabezado } from '#domain/padron/columnas.ts';
import { gravedadDe, type ObservacionDeLinea } from '#domain/padron/observacion.ts';
import { type RegistroDelPadron, readRegistroDelPadron } from '#domain/padron/registro-del-padron.ts';
import { fail, ok, type Result } from '#domain/result.ts';
import {
  CODIFICACIONES,
  type Codificacion,
  type ContenidoError,
  createDecodificador,
  createSondeo,
} from '#formats/csv/codificacion.ts';
import { createRenglones, type Renglon } from '#formats/csv/renglones.ts';

export type FallaDePadron = { codigo: ContenidoError } | FallaDeEncabezado;

export interface Parte {
  registros: { linea: number; registro: RegistroDelPadron }[];
  observaciones: ObservacionDeLinea[];
  rechazados: number;
}

/** Piece by piece, so that memory does not grow with the file. The first element that is not ok is the last. */
export async function* readPadron(
  bytes: AsyncIterable<Uint8Array>,
  codificacion: Codificacion,
): AsyncGenerator<Result<Parte, FallaDePadron>> {
  const decodificador = createDecodificador(codificacion);
  const renglones = createRenglones();
  let encabezado: Encabezado | null = null;
  for await (const chunk of withEnd(bytes)) {
    const found = chunk
      ? renglones.push(decodificador.decode(chunk))
      : [...renglones.push(decodificador.end()), ...renglones.end()];
    const first = encabezado ? undefined : found.shift();
    if (first) {
      const read = readEncabezado('campos' in first ? first.campos : []);
      if (!read.ok) return yield read;
      encabezado = read.value;
    }
    if (encabezado) yield ok(readParte(found, encabezado));
  }
  if (!encabezado) yield fail({ codigo: 'ARCHIVO_VACIO' });
}

async function* withEnd(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array | null> {
  yield* bytes;
  yield null;
}

function readParte(renglones: Renglon[], encabezado: Encabezado): Parte {
  const parte: Parte = { registros: [], observaciones: [], rechazados: 0 };
  for (const renglon of renglones) {
    const { linea } = renglon;
    const { registro, observaciones } =
      'campos' in renglon
        ? readRegistroDelPadron(renglon.campos, encabezado)
        : { registro: null, observaciones: [{ columna: null, motivo: renglon.motivo, valor: renglon.texto }] };
    if (registro) parte.registros.push({ linea, registro });
    parte.observaciones.push(...observaciones.map((observacion) => ({ ...observacion, linea })));
    if (observaciones.some((observacion) => gravedadDe(observacion) === 'error')) parte.rechazados += 1;
  }
  return parte;
}

/** Looks through the whole of it before anything is loaded. A named encoding stands where the file may be text in it. */
export async function judgeArchivo(archivo: ArchivoDePadron): Promise<Result<Codificacion, ContenidoError>> {
  const sondeo = createSondeo();
  for await (const bytes of archivo.open()) sondeo.add(bytes);
  const judged = sondeo.judge();
  const found = CODIFICACIONES.find((codificacion) => codificacion === judged);
  const mayBeText = found || judged === 'CODIFICACION_DUDOSA' || archivo.codificacion === 'utf-16';
  const settled = (mayBeText && archivo.codificacion) || found;
  return settled ? ok(settled) : fail(judged as ContenidoError);
}

/** A file that can be read more than once, and its encoding where somebody named it. */
export interface ArchivoDePadron {
  open(): AsyncIterable<Uint8Array>;
  codificacion?: Codificacion | undefined;
}
