import type { Ancla } from '#domain/bitacora/texto-canonico.ts';
import type { Db } from '#infra/db/db.ts';
import type { Tx } from '#tramites/contexto.ts';
import { type Arbol, readRangosDe } from './arbol.ts';
import { type Algoritmo, resumenDe } from './hash-de.ts';

export const BYTES = { sha256: 32, sha512: 64 } as const;

/** Of the stamps that were renewed under an algorithm and, where another became weak, of what showed since when each acuse is. */
export function arbolDeRenovaciones(db: Db | Tx, algoritmo: Algoritmo): Arbol {
  const find = (hojas: bigint[]) => db.hojaDeRenovacion.findMany({ where: { algoritmo, posicion: { in: hojas } } });
  return { resumen: resumenDe(algoritmo), bytes: BYTES[algoritmo], find };
}

/** By the end of its index: a count reads every leaf. */
export async function findTamanoDeRenovaciones(db: Db | Tx, algoritmo: Algoritmo): Promise<number> {
  const last = { where: { algoritmo }, orderBy: { posicion: 'desc' }, select: { posicion: true } } as const;
  return Number((await db.hojaDeRenovacion.findFirst(last))?.posicion ?? 0n);
}

/** What an anchor says of the tree as it is now; null while it is empty. */
export async function findRaizDeRenovaciones(db: Db, algoritmo: Algoritmo) {
  const tamano = await findTamanoDeRenovaciones(db, algoritmo);
  if (tamano === 0) return null;
  const [raiz] = await readRangosDe(arbolDeRenovaciones(db, algoritmo), [{ desde: 0, hasta: tamano }]);
  return { renovaciones: BigInt(tamano), raizDeRenovaciones: Buffer.from(raiz as Uint8Array).toString('hex') };
}

/** The length of its root tells it. */
export function algoritmoDeAncla({ raizDeRenovaciones }: Ancla): Algoritmo {
  return raizDeRenovaciones?.length === 2 * BYTES.sha512 ? 'sha512' : 'sha256';
}
