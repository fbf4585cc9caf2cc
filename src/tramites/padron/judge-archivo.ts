import { fail, ok, type Result } from '#domain/result.ts';
import { CODIFICACIONES, type Codificacion, type ContenidoError, createSondeo } from '#formats/csv/codificacion.ts';

/** Looks through the whole of it before anything is loaded. A named encoding stands where the file is text. */
export async function judgeArchivo(archivo: ArchivoDePadron): Promise<Result<Codificacion, ContenidoError>> {
  const sondeo = createSondeo();
  for await (const bytes of archivo.open()) sondeo.add(bytes);
  const judged = sondeo.judge();
  const found = CODIFICACIONES.find((codificacion) => codificacion === judged);
  const named = found || judged === 'CODIFICACION_DUDOSA' ? archivo.codificacion : undefined;
  return named || found ? ok((named ?? found) as Codificacion) : fail(judged as ContenidoError);
}

/** A file that can be read more than once, and its encoding where somebody named it. */
export interface ArchivoDePadron {
  open(): AsyncIterable<Uint8Array>;
  codificacion?: Codificacion | undefined;
}
