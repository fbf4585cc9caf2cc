import { randomBytes } from 'node:crypto';
import { appendHoja, hashDeHoja, joinPartes, partesDe, type Rango, type Resumen } from '#domain/bitacora/merkle.ts';
import type { Db } from '#infra/db/db.ts';
import type { Tx } from '#tramites/contexto.ts';
import { sha256 } from './hash-de.ts';
import type { EslabonLeido, Ruptura } from './lectura.ts';

const SAL_BYTES = 16;
const HASH_BYTES = 32;

/** The hash of the leaf of a link. Salt and hash are hashed as they are printed, so that a shell does the same. */
function hojaDe(sal: Uint8Array, hash: string): Uint8Array {
  return hashDeHoja(sha256, sha256(Buffer.from(`${Buffer.from(sal).toString('hex')}${hash}`)));
}

/** A leaf for each link that has none yet, at most `limit`, by whoever holds the lock of the chain. @returns how many. */
export async function addHojas(tx: Tx, limit: number): Promise<number> {
  const desde = await findTamano(tx);
  const eslabones = await tx.eslabonDeBitacora.findMany({
    where: { posicion: { gt: desde } },
    orderBy: { posicion: 'asc' },
    take: limit,
    select: { posicion: true, hash: true },
  });
  if (eslabones.length === 0) return 0;
  const frontera = await readRangos(tx, partesDe({ desde: 0, hasta: desde }));
  const hojas = eslabones.map(({ posicion, hash }) => {
    const sal = randomBytes(SAL_BYTES);
    const nodos = Buffer.concat(appendHoja(sha256, frontera, Number(posicion), hojaDe(sal, hash)));
    return { posicion: String(posicion), sal: sal.toString('hex'), nodos: nodos.toString('hex') };
  });
  await tx.$executeRaw`
    INSERT INTO hoja_de_registro (posicion, sal, nodos) SELECT posicion, decode(sal, 'hex'), decode(nodos, 'hex')
    FROM jsonb_to_recordset(${JSON.stringify(hojas)}::jsonb) AS hoja (posicion bigint, sal text, nodos text)`;
  return hojas.length;
}

/** By the end of the index: what Prisma asks for a maximum reads every leaf that there is. */
export async function findTamano(db: Db | Tx): Promise<number> {
  const ultima = await db.hojaDeRegistro.findFirst({ orderBy: { posicion: 'desc' }, select: { posicion: true } });
  return Number(ultima?.posicion ?? 0n);
}

/** Where a tree keeps, by the leaf that each ends with, the hashes of its complete subtrees; and how they are hashed. */
export interface Arbol {
  resumen: Resumen;
  bytes: number;
  find: (hojas: bigint[]) => Promise<{ posicion: bigint; nodos: Uint8Array }[]>;
}

export function arbolDeRegistro(db: Db | Tx): Arbol {
  const find = (hojas: bigint[]) => db.hojaDeRegistro.findMany({ where: { posicion: { in: hojas } } });
  return { resumen: sha256, bytes: HASH_BYTES, find };
}

/** The hash of each range of the log. Throws when it does not reach that far. */
export function readRangos(db: Db | Tx, rangos: readonly Rango[]): Promise<Uint8Array[]> {
  return readRangosDe(arbolDeRegistro(db), rangos);
}

/** The same of any tree. */
export async function readRangosDe({ resumen, bytes, find }: Arbol, rangos: readonly Rango[]): Promise<Uint8Array[]> {
  const partes = rangos.map(partesDe);
  const hojas = await find(partes.flat().map(({ hasta }) => BigInt(hasta)));
  const nodos = new Map(hojas.map((hoja) => [Number(hoja.posicion), hoja.nodos]));
  const hashOf = ({ desde, hasta }: Rango) => {
    const at = Math.log2(hasta - desde) * bytes;
    const hash = nodos.get(hasta)?.subarray(at, at + bytes);
    if (hash?.length !== bytes) throw new Error(`the tree has no leaf ${hasta}`);
    return hash;
  };
  return partes.map((each) => joinPartes(resumen, each.map(hashOf)));
}

/** A leaf is not of its link or has other nodes; a signed head is not that of the tree, or of one longer than it. */
export type RupturaDeArbol = Ruptura<'HOJA_CAMBIADA' | 'HOJA_DE_MAS' | 'CABEZA_DISTINTA'>;

/** Recomputes the log along with the chain, and compares it with its signed heads. */
export async function openArbol(db: Db) {
  const cabezas = await db.$queryRaw<Cabeza[]>`
    SELECT tamano, raiz, nota FROM cabeza_de_registro
    UNION ALL SELECT posicion, raiz, NULL FROM ancla_de_bitacora WHERE raiz IS NOT NULL ORDER BY 1`;
  const frontera: Uint8Array[] = [];
  let next = 0;
  let tamano = 0n;
  return {
    judge({ posicion, bitacoraId, hash, hoja }: EslabonLeido): RupturaDeArbol | null {
      if (!hoja) return null;
      if (posicion !== tamano + 1n) return { tipo: 'HOJA_CAMBIADA', posicion: tamano + 1n, bitacoraId };
      tamano = posicion;
      const nodos = appendHoja(sha256, frontera, Number(posicion), hojaDe(hoja.sal, hash));
      if (!Buffer.concat(nodos).equals(hoja.nodos)) return { tipo: 'HOJA_CAMBIADA', posicion, bitacoraId };
      for (let cabeza = cabezas[next]; cabeza?.tamano === posicion; cabeza = cabezas[++next])
        if (!isSuya(cabeza, Buffer.from(joinPartes(sha256, frontera))))
          return { tipo: 'CABEZA_DISTINTA', posicion, bitacoraId };
      return null;
    },
    async judgeRest(): Promise<RupturaDeArbol | null> {
      const cabeza = cabezas[next];
      if (cabeza) return { tipo: 'CABEZA_DISTINTA', posicion: cabeza.tamano, bitacoraId: null };
      const deMas = await db.hojaDeRegistro.findFirst({
        where: { posicion: { gt: tamano } },
        orderBy: { posicion: 'asc' },
        select: { posicion: true },
      });
      return deMas && { tipo: 'HOJA_DE_MAS', ...deMas, bitacoraId: null };
    },
    raiz: () => (tamano === 0n ? null : `${tamano}:${Buffer.from(joinPartes(sha256, frontera)).toString('base64')}`),
  };
}

type Cabeza = { tamano: bigint; raiz: string; nota: string | null };

function isSuya({ tamano, raiz, nota }: Cabeza, calculada: Buffer): boolean {
  const lines = `\n${tamano}\n${calculada.toString('base64')}\n\n`;
  return raiz === calculada.toString('hex') && (nota === null || nota.includes(lines));
}
