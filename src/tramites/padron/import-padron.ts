import { gravedadDe, type ObservacionDeLinea } from '#domain/padron/observacion.ts';
import { ok, type Result } from '#domain/result.ts';
import { appendBitacora } from '#tramites/bitacora/append-bitacora.ts';
import { type FallaDePadron, type Parte, readPadron } from './read-padron.ts';
import { type ContextoDePadron, storeLote } from './store-lote.ts';

const REGISTROS_POR_LOTE = 2_000;

/** Rows of the file by what became of them. */
export interface ResumenDePadron {
  leidos: number;
  nuevos: number;
  cambiados: number;
  rechazados: number;
  avisos: number;
}

interface Informe {
  /** What rows are told, in the order of the file. */
  onObservaciones(observaciones: readonly ObservacionDeLinea[]): Promise<void>;
  onAvance(resumen: ResumenDePadron): void;
}

/**
 * Loads a padrón from the bytes of a CSV, in lots with a transaction each, so that a million rows take no more memory than
 * a thousand and the portal goes on meanwhile. A bad row never stops the rest; a row that is not in the file is not
 * deleted. Where a numero comes more than once the last row stands. Fails when it is no CSV with the columns.
 */
export async function importPadron(
  ctx: ContextoDePadron,
  bytes: AsyncIterable<Uint8Array>,
  informe: Informe,
): Promise<Result<ResumenDePadron, FallaDePadron>> {
  const resumen: ResumenDePadron = { leidos: 0, nuevos: 0, cambiados: 0, rechazados: 0, avisos: 0 };
  let lote: Parte['registros'] = [];
  const store = async () => {
    const { registros, repetidos } = keepLast(lote);
    lote = [];
    await informe.onObservaciones(repetidos);
    resumen.avisos += repetidos.length;
    const { nuevos, cambiados } = await storeLote(ctx, registros);
    resumen.nuevos += nuevos;
    resumen.cambiados += cambiados;
    informe.onAvance(resumen);
  };
  for await (const parte of readPadron(bytes)) {
    if (!parte.ok) return parte;
    const { registros, observaciones, rechazados } = parte.value;
    await informe.onObservaciones(observaciones);
    resumen.leidos += registros.length + rechazados;
    resumen.rechazados += rechazados;
    resumen.avisos += observaciones.filter((each) => gravedadDe(each) === 'aviso').length;
    for (const registro of registros) if (lote.push(registro) === REGISTROS_POR_LOTE) await store();
  }
  if (lote.length > 0) await store();
  await ctx.db.$transaction((tx) => appendBitacora(tx, ctx, { evento: 'PADRON_IMPORTADO', datos: { ...resumen } }));
  return ok(resumen);
}

function keepLast(lote: Parte['registros']) {
  const last = new Map(lote.map((each) => [each.registro.registroPatronal, each]));
  const repetidos = lote.flatMap(({ linea, registro }): ObservacionDeLinea[] => {
    const otraLinea = last.get(registro.registroPatronal)?.linea ?? linea;
    if (otraLinea === linea) return [];
    return [{ linea, columna: 'registro_patronal', motivo: 'REPETIDO', valor: registro.registroPatronal, otraLinea }];
  });
  return { registros: [...last.values()].map(({ registro }) => registro), repetidos };
}
