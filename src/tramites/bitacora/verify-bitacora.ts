import { textoDeEslabon, textoDeFila } from '#domain/bitacora/texto-canonico.ts';
import { fail, ok } from '#domain/result.ts';
import type { Contexto } from '#tramites/contexto.ts';
import { type AnclaVerificada, openAnclas, type RupturaDeAncla } from './anchor-bitacora.ts';
import { openArbol, type RupturaDeArbol } from './arbol.ts';
import { type FechasFueraDeLugar, openFechas } from './fechas.ts';
import { hashDe } from './hash-de.ts';
import {
  countSinEncadenar,
  type EslabonLeido,
  type FilaLeida,
  findFilaSuelta,
  listEslabones,
  listPendientes,
  type Ruptura,
} from './lectura.ts';

type RupturaDeCadena = Ruptura<'FALTA_ESLABON' | 'ESLABON_CAMBIADO' | 'FALTA_FILA' | 'FILA_CAMBIADA' | 'FILA_SUELTA'>;

export type RupturaDeBitacora = RupturaDeCadena | RupturaDeAncla | RupturaDeArbol;

export interface BitacoraIntegra {
  eslabones: bigint;
  /** The chained hash of the last link, which vouches for every row before it; null while there is none. */
  cabeza: string | null;
  sinEncadenar: Awaited<ReturnType<typeof countSinEncadenar>>;
  /** Size and root of the log, which is made with the chain; null while it is empty. */
  raiz: string | null;
  anclas: AnclaVerificada[];
  /** What is whole and has a date that disagrees with its place. */
  fechas: FechasFueraDeLugar;
}

type ContextoDeLectura = Pick<Contexto, 'db' | 'now' | 'verifySelloDeTiempo'>;

type Progress = (done: bigint, total: bigint) => void;

/** In memory that does not depend on its length. The error is the first place where it is not what was written. */
export async function verifyBitacora(ctx: ContextoDeLectura, onProgress: Progress = () => undefined) {
  const last = { orderBy: { posicion: 'desc' }, select: { posicion: true } } as const;
  const total = (await ctx.db.eslabonDeBitacora.findFirst(last))?.posicion ?? 0n;
  let posicion = 0n;
  let cabeza: string | null = null;
  const anclas = await openAnclas(ctx);
  const arbol = await openArbol(ctx.db);
  const fechas = openFechas(ctx.db);
  for await (const lote of listEslabones(ctx.db)) {
    for (const eslabon of lote) {
      const ruptura = judgeEslabon(posicion + 1n, cabeza, eslabon) ?? anclas.judge(eslabon) ?? arbol.judge(eslabon);
      if (ruptura) return fail(ruptura);
      ({ posicion, cadena: cabeza } = eslabon);
    }
    await fechas.judge(lote);
    onProgress(posicion, total);
  }
  const ruptura = anclas.judgeRest() ?? (await judgeTail(ctx)) ?? (await arbol.judgeRest());
  if (ruptura) return fail(ruptura);
  const sinEncadenar = await countSinEncadenar(ctx);
  const [raiz, ultimas] = [arbol.raiz(), anclas.last()];
  return ok({ eslabones: posicion, cabeza, raiz, sinEncadenar, anclas: ultimas, fechas: fechas.fechas });
}

/** The chain vouches for the link, and the link for its row: so the link is judged first. */
function judgeEslabon(expected: bigint, anterior: string | null, eslabon: EslabonLeido): RupturaDeCadena | null {
  const { posicion, bitacoraId, hash, cadena, fila } = eslabon;
  if (posicion !== expected) return { tipo: 'FALTA_ESLABON', posicion: expected, bitacoraId: null };
  if (hashDe(textoDeEslabon(anterior, eslabon)) !== cadena) return { tipo: 'ESLABON_CAMBIADO', posicion, bitacoraId };
  if (fila === null) return { tipo: 'FALTA_FILA', posicion, bitacoraId };
  return isAsWritten(fila) && fila.hash === hash ? null : { tipo: 'FILA_CAMBIADA', posicion, bitacoraId };
}

/** What is not chained yet: rows that wait for it must be as they were written, and every other row is one too many. */
async function judgeTail({ db }: ContextoDeLectura): Promise<RupturaDeCadena | null> {
  for await (const lote of listPendientes(db)) {
    for (const { bitacoraId, fila } of lote) {
      if (fila === null) return { tipo: 'FALTA_FILA', posicion: null, bitacoraId };
      if (!isAsWritten(fila)) return { tipo: 'FILA_CAMBIADA', posicion: null, bitacoraId };
    }
  }
  const bitacoraId = await findFilaSuelta(db);
  return bitacoraId === null ? null : { tipo: 'FILA_SUELTA', posicion: null, bitacoraId };
}

function isAsWritten(fila: FilaLeida): boolean {
  return hashDe(textoDeFila(fila)) === fila.hash;
}

/** Acuses whose row has another instant than the one that their sello covers. */
export interface ShiftedHours {
  acuses: number;
  primerFolio: string;
  ultimoFolio: string;
  /** The rows of the bitácora that tell of the first and of the last of them; those between are as wrong. */
  primeraFila: bigint | null;
  ultimaFila: bigint | null;
  /** How far the rows are ahead of the truth, in minutes: one figure for each offset that the server's zone had. */
  adelantosMinutos: number[];
}

/** What an earlier version wrote hours off, the database's time zone not being UTC; null when there is none. */
export async function findShiftedHours({ db }: Pick<Contexto, 'db'>): Promise<ShiftedHours | null> {
  const [hallado] = await db.$queryRaw<[Omit<ShiftedHours, 'primeraFila' | 'ultimaFila'>]>`
    SELECT count(*)::int AS acuses, coalesce(min(folio COLLATE "C"), '') AS "primerFolio",
           coalesce(max(folio COLLATE "C"), '') AS "ultimoFolio",
           coalesce(array_agg(DISTINCT round(extract(epoch FROM fecha - fecha_sellada(datos)) / 60)::int), '{}')
             AS "adelantosMinutos"
    FROM acuse WHERE fecha <> fecha_sellada(datos)`;
  if (hallado.acuses === 0) return null;
  const folio = { in: [hallado.primerFolio, hallado.ultimoFolio] };
  const { _min, _max } = await db.bitacora.aggregate({
    where: { folio, evento: 'ACUSE_EMITIDO' },
    _min: { id: true },
    _max: { id: true },
  });
  return { ...hallado, primeraFila: _min.id, ultimaFila: _max.id };
}
