import type { Ancla } from '#domain/bitacora/texto-canonico.ts';
import type { Db } from '#infra/db/db.ts';
import { ANCLA, verifySelloDeAncla } from '#tramites/bitacora/anchor-bitacora.ts';
import { BYTES } from '#tramites/bitacora/arbol-de-renovaciones.ts';
import type { Algoritmo } from '#tramites/bitacora/hash-de.ts';
import type { Contexto, Tx } from '#tramites/contexto.ts';
import type { EnRegistro } from './prove-acuse.ts';

export type AnclaSellada = Ancla & { token: Uint8Array };
/** Until when the word of its TSA can be verified, and by which authority of TSA_AC_DIR. */
type Sellada = AnclaSellada & Record<'fecha' | 'hasta', Date> & { autoridad: Uint8Array };

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

/** The leaf under SHA-512 of what had shown, until SHA-256 was told weak, since when the acuse is there; null for none. */
export function findRehecha(db: Db | Tx, acuseId: string) {
  return db.hojaDeRenovacion.findUnique({
    where: { algoritmo_acuseId: { algoritmo: 'sha512', acuseId } },
    select: { dias: true, posicion: true },
  });
}

/** With those that renewed the last in time, up to one that holds now; none where there is no such. */
async function extend(ctx: ContextoDeTiempo, antes: Sellada[], algoritmo: Algoritmo, rehecha?: bigint) {
  const selladas = [...antes];
  let hoja = rehecha;
  for (let last = antes.at(-1); last; last = selladas.at(-1)) {
    if (hoja === undefined && last.hasta > ctx.now()) return selladas;
    hoja ??= (await findHojaDeSello(ctx.db, algoritmo, last.dia))?.posicion;
    const next = hoja && (await findSellada(ctx, { algoritmo, hoja, hasta: last.hasta }));
    if (!next) return last.hasta > ctx.now() ? selladas : [];
    selladas.push(next);
    hoja = undefined;
  }
  return selladas;
}

export function findHojaDeSello(db: Db | Tx, algoritmo: Algoritmo, dia: Date) {
  return db.hojaDeRenovacion.findFirst({
    where: { algoritmo, acuseId: null, dias: { equals: [dia] } },
    select: { posicion: true },
  });
}

/** Those of the days, in their order. */
export async function readAnclas(db: Db | Tx, dias: Date[]): Promise<AnclaSellada[]> {
  const sellos = await db.selloDeAncla.findMany({
    where: { dia: { in: dias } },
    orderBy: { fecha: 'asc' },
    select: { token: true, ancla: { select: ANCLA } },
  });
  return sellos.map(({ token, ancla }) => ({ ...ancla, token }));
}

type Busqueda = { posicion: number; desde: Date } | { algoritmo: Algoritmo; hoja: bigint; hasta: Date };

const LOTE = 5;

/** The first that has a leaf of the log or, of a leaf of the tree of renewals, the last in time; by one whom we trust. */
async function findSellada(ctx: ContextoDeTiempo, busqueda: Busqueda): Promise<Sellada | null> {
  const { db } = ctx;
  for (let desde = 0; ; desde += LOTE) {
    const filas =
      'hoja' in busqueda
        ? await db.$queryRaw<AnclaSellada[]>`
          SELECT ancla_de_bitacora.*, raiz_de_renovaciones AS "raizDeRenovaciones", token
          FROM ancla_de_bitacora JOIN sello_de_ancla USING (dia)
          WHERE length(raiz_de_renovaciones) = ${2 * BYTES[busqueda.algoritmo]} AND renovaciones >= ${busqueda.hoja}
            AND fecha <= ${busqueda.hasta} ORDER BY fecha DESC LIMIT ${LOTE} OFFSET ${desde}`
        : await db.$queryRaw<AnclaSellada[]>`
          SELECT ancla_de_bitacora.*, raiz_de_renovaciones AS "raizDeRenovaciones", token
          FROM ancla_de_bitacora JOIN sello_de_ancla USING (dia)
          WHERE raiz IS NOT NULL AND posicion >= ${busqueda.posicion} AND fecha > ${busqueda.desde}
          ORDER BY fecha LIMIT ${LOTE} OFFSET ${desde}`;
    for (const fila of filas) {
      const sellada = judge(ctx, fila);
      if (sellada) return sellada;
    }
    if (filas.length < LOTE) return null;
  }
}

function judge(ctx: ContextoDeTiempo, ancla: AnclaSellada): Sellada | null {
  const respuesta = verifySelloDeAncla(ctx, ancla, ancla.token);
  return respuesta.resultado === 'SELLADO' ? { ...ancla, ...respuesta.sello } : null;
}
