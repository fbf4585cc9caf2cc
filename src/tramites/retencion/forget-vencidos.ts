import { type ClaseVencible, VENCIBLES, type Vencible, vencidoDesde } from '#domain/retencion/retencion.ts';
import type { Contexto } from '#tramites/contexto.ts';

/** Rows of one statement: whoever needs one of them waits no longer than that. */
const LOTE = 500;

/**
 * What is over by the table of domain/retencion goes, in batches of their own, each found by an index. Two at once do the
 * same work: whoever comes second finds the batch gone. @returns how many of each class went or, as a drill, would go.
 */
export async function forgetVencidos(
  { db, now, desfaseMs }: Pick<Contexto, 'db' | 'now' | 'desfaseMs'>,
  { isSimulacro = false, signal }: { isSimulacro?: boolean; signal?: AbortSignal } = {},
): Promise<[ClaseVencible, number][]> {
  const cuentas: [ClaseVencible, number][] = [];
  for (const [clase, regla] of Object.entries<Vencible>(VENCIBLES)) {
    const hasta = vencidoDesde(regla.plazo, new Date(now().getTime() - (regla.porLaMaquina ? desfaseMs() : 0)));
    const { contar, borrar } = sqlOf(regla);
    let total = isSimulacro ? ((await db.$queryRawUnsafe<[{ n: number }]>(contar, hasta))[0]?.n ?? 0) : 0;
    for (let idas = isSimulacro ? 0 : LOTE; idas > 0 && !signal?.aborted; total += idas)
      idas = await db.$executeRawUnsafe(borrar, hasta);
    cuentas.push([clase as ClaseVencible, total]);
  }
  return cuentas;
}

/** In what removes, the condition stands twice: what was renewed since it was found stays. */
function sqlOf({ tablas: [tabla], desde }: Vencible): { contar: string; borrar: string } {
  const limite = tabla === 'limite' ? '(extract(epoch FROM $1::timestamptz) * 1000)::bigint' : '$1::timestamptz';
  const vencido = `"${desde}" <= ${limite}`;
  const lote = `SELECT ctid FROM "${tabla}" WHERE ${vencido} ORDER BY "${desde}" LIMIT ${LOTE}`;
  return {
    contar: `SELECT count(*)::int AS n FROM "${tabla}" WHERE ${vencido}`,
    borrar: `DELETE FROM "${tabla}" WHERE ctid = ANY (ARRAY(${lote})) AND ${vencido}`,
  };
}
