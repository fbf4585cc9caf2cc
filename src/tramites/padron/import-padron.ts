import { randomUUID } from 'node:crypto';
import { gravedadDe, type ObservacionDeLinea } from '#domain/padron/observacion.ts';
import { fail, ok, type Result } from '#domain/result.ts';
import type { Codificacion } from '#formats/csv/codificacion.ts';
import { appendBitacora } from '#tramites/bitacora/append-bitacora.ts';
import { type ArchivoDePadron, type FallaDePadron, judgeArchivo, type Parte, readPadron } from './read-padron.ts';
import { type ContextoDePadron, forgetNumeros, type Importacion, storeLote } from './store-lote.ts';

const REGISTROS_POR_LOTE = 2_000;

export interface ResumenDePadron {
  codificacion: Codificacion;
  leidos: number;
  nuevos: number;
  cambiados: number;
  /** The same registro came before in the file. */
  repetidos: number;
  rechazados: number;
  /** Rows that were loaded, or had come before, and of which something is said all the same. */
  avisos: number;
}

interface Informe {
  /** What rows are told, in the order of the file but for those that are repeated. */
  onObservaciones(observaciones: readonly ObservacionDeLinea[]): Promise<void>;
  onAvance(resumen: ResumenDePadron): void;
}

/**
 * In lots: a million rows take no more memory than a thousand. A bad row never stops the rest; one not in the file
 * stays. Loads nothing when columns or encoding cannot be told for sure.
 */
export async function importPadron(ctx: ContextoDePadron, archivo: ArchivoDePadron, informe: Informe) {
  const codificacion = await judgeArchivo(archivo);
  if (!codificacion.ok) return fail({ codigo: codificacion.error });
  const importacion: Importacion = { id: randomUUID(), iniciadaEn: ctx.now() };
  try {
    return await importAs(importacion, ctx, { ...archivo, codificacion: codificacion.value }, informe);
  } finally {
    await forgetNumeros(ctx, importacion);
  }
}

async function importAs(
  importacion: Importacion,
  ctx: ContextoDePadron,
  { open, codificacion }: ArchivoDePadron & { codificacion: Codificacion },
  informe: Informe,
): Promise<Result<ResumenDePadron, FallaDePadron>> {
  const resumen = { codificacion, leidos: 0, nuevos: 0, cambiados: 0, repetidos: 0, rechazados: 0, avisos: 0 };
  let lote: Parte['registros'] = [];
  const store = async () => {
    const { nuevos, cambiados, repetidos } = await storeLote(ctx, importacion, lote);
    resumen.nuevos += nuevos;
    resumen.cambiados += cambiados;
    resumen.repetidos += repetidos.length;
    resumen.avisos += repetidos.length;
    const columna = 'registro_patronal';
    await informe.onObservaciones(
      repetidos.map(({ numero: valor, ...lineas }) => ({ ...lineas, columna, motivo: 'REPETIDO', valor })),
    );
    lote = [];
  };
  for await (const parte of readPadron(open(), codificacion)) {
    if (!parte.ok) return parte;
    const { registros, observaciones, rechazados } = parte.value;
    await informe.onObservaciones(observaciones);
    resumen.leidos += registros.length + rechazados;
    resumen.rechazados += rechazados;
    resumen.avisos += observaciones.filter((each) => gravedadDe(each) === 'aviso').length;
    for (const registro of registros) if (lote.push(registro) === REGISTROS_POR_LOTE) await store();
    informe.onAvance(resumen);
  }
  if (lote.length > 0) await store();
  informe.onAvance(resumen);
  await appendBitacora(ctx.db, ctx, { evento: 'PADRON_IMPORTADO', datos: { ...resumen } });
  return ok(resumen);
}
