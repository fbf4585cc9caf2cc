import type { Ancla } from '#domain/bitacora/texto-canonico.ts';
import type { Db } from '#infra/db/db.ts';
import { resumenDeAncla } from '#tramites/bitacora/anchor-bitacora.ts';
import { BYTES } from '#tramites/bitacora/arbol-de-renovaciones.ts';
import type { Algoritmo } from '#tramites/bitacora/hash-de.ts';
import type { Contexto, Tx } from '#tramites/contexto.ts';
import type { EnRegistro } from './prove-acuse.ts';

export type AnclaSellada = Ancla & { token: Uint8Array };
/** Until when the word of its TSA can be verified, and by which authority of TSA_AC_DIR. */
type Sellada = AnclaSellada & { hasta: Date; autoridad: Uint8Array };

export type ContextoDeTiempo = Pick<Contexto, 'now' | 'verifySelloDeTiempo'> & { db: Db | Tx };

/**
 * The stamped anchors that show since when an acuse is in the log: the first that has it and, before each stamp aged, one that
 * renewed it (RFC 4998, 5.2). Where that came too late, from the next stamp on. None where no stamp of all holds now.
 */
export async function selectSelladas(ctx: ContextoDeTiempo, { acuseId, posicion }: EnRegistro): Promise<Sellada[]> {
  const rehecha = await findRehecha(ctx.db, acuseId);
  if (rehecha) {
    const antes = (await readAnclas(ctx.db, rehecha.dias)).flatMap((ancla) => judge(ctx, ancla) ?? []);
    return antes.length === rehecha.dias.length ? extend(ctx, antes, 'sha512', rehecha.posicion) : [];
  }
  for (let desde = new Date(0); ; ) {
    const primera = await findSellada(ctx, { posicion, desde });
    if (!primera) return [];
    const selladas = await extend(ctx, [primera], 'sha256');
    if (selladas.length > 0) return selladas;
    desde = primera.hasta;
  }
}

/** Until when the last stamp of all can be renewed; null where there is none that we trust. */
export async function findPlazoDeRenovacion(ctx: ContextoDeTiempo): Promise<Date | null> {
  const last = await ctx.db.selloDeAncla.findFirst({ orderBy: { fecha: 'desc' }, include: { ancla: true } });
  return last && (judge(ctx, { ...last.ancla, token: last.token })?.hasta ?? null);
}

/** The leaf under SHA-512 of what had shown, until SHA-256 was told weak, since when the acuse is there; null for none. */
export function findRehecha(db: Db | Tx, acuseId: string) {
  const where = { algoritmo_acuseId: { algoritmo: 'sha512', acuseId } };
  return db.hojaDeRenovacion.findUnique({ where, select: { dias: true, posicion: true } });
}

/** With those that renewed the last in time, up to one that holds now; none where there is no such. */
async function extend(ctx: ContextoDeTiempo, antes: Sellada[], algoritmo: Algoritmo, rehecha?: bigint) {
  const selladas = [...antes];
  let hoja = rehecha;
  for (let last = antes.at(-1); last && (hoja || last.hasta <= ctx.now()); last = selladas.at(-1)) {
    hoja ??= await findHojaDeSello(ctx.db, algoritmo, last.dia);
    const next = hoja && (await findSellada(ctx, { algoritmo, hoja, hasta: last.hasta }));
    if (!next) return last.hasta > ctx.now() ? selladas : [];
    selladas.push(next);
    hoja = undefined;
  }
  return selladas;
}

/** The position of that of the stamp of a day. */
export async function findHojaDeSello(db: Db | Tx, algoritmo: Algoritmo, dia: Date): Promise<bigint | undefined> {
  const where = { algoritmo, acuseId: null, dias: { equals: [dia] } };
  return (await db.hojaDeRenovacion.findFirst({ where, select: { posicion: true } }))?.posicion;
}

/** Those of the days, in their order. */
export async function readAnclas(db: Db | Tx, dias: Date[]): Promise<AnclaSellada[]> {
  const where = { dia: { in: dias } };
  const sellos = await db.selloDeAncla.findMany({ where, orderBy: { fecha: 'asc' }, include: { ancla: true } });
  return sellos.map(({ token, ancla }) => ({ ...ancla, token }));
}

const LOTE = 5;
const NUNCA = new Date('9999-01-01');
type Busqueda = { posicion?: number; desde?: Date; hasta?: Date; hoja?: bigint; algoritmo?: Algoritmo };

/** The first that has a leaf of the log or, of a leaf of the tree of renewals, the last in time; by one whom we trust. */
async function findSellada(
  ctx: ContextoDeTiempo,
  { posicion = 0, desde = new Date(0), hasta = NUNCA, hoja, algoritmo = 'sha256' }: Busqueda,
): Promise<Sellada | null> {
  const cifras = hoja ? 2 * BYTES[algoritmo] : null;
  for (let salto = 0; ; salto += LOTE) {
    const anclas = await ctx.db.$queryRaw<AnclaSellada[]>`
      SELECT ancla.*, raiz_de_renovaciones AS "raizDeRenovaciones", token
      FROM ancla_de_bitacora AS ancla JOIN sello_de_ancla USING (dia)
      WHERE raiz IS NOT NULL AND posicion >= ${posicion} AND fecha > ${desde} AND fecha <= ${hasta}
        AND (${cifras}::int IS NULL OR length(raiz_de_renovaciones) = ${cifras} AND renovaciones >= ${hoja ?? 0n})
      ORDER BY extract(epoch FROM fecha) * ${hoja ? -1 : 1}::int LIMIT ${LOTE} OFFSET ${salto}`;
    const selladas = anclas.flatMap((ancla) => judge(ctx, ancla) ?? []);
    if (selladas[0] || anclas.length < LOTE) return selladas[0] ?? null;
  }
}

function judge(ctx: ContextoDeTiempo, ancla: AnclaSellada): Sellada | null {
  const respuesta = ctx.verifySelloDeTiempo({ token: ancla.token, resumen: resumenDeAncla(ancla) });
  if (respuesta.resultado !== 'SELLADO') return null;
  const { hasta, cadena } = respuesta.sello;
  return { ...ancla, hasta, autoridad: cadena.at(-1) as Uint8Array };
}
