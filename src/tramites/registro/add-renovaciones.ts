import { appendHoja, hashDeHoja, partesDe } from '#domain/bitacora/merkle.ts';
import type { Db } from '#infra/db/db.ts';
import { readRangosDe } from '#tramites/bitacora/arbol.ts';
import { arbolDeRenovaciones, findTamanoDeRenovaciones } from '#tramites/bitacora/arbol-de-renovaciones.ts';
import { type Algoritmo, resumenDe } from '#tramites/bitacora/hash-de.ts';
import type { Contexto, Tx } from '#tramites/contexto.ts';
import { findEnRegistro } from './prove-acuse.ts';
import { collectPruebas } from './prove-tiempo.ts';
import { type ContextoDeTiempo, readAnclas, selectSelladas } from './select-selladas.ts';

const LOTE = 200;
/** What is left over, when SHA-256 has just been told weak, waits for the next run. */
const LOTES = 50;

type ContextoDeRenovacion = Pick<Contexto, 'db' | 'now' | 'verifySelloDeTiempo' | 'algoritmo'>;

/**
 * Puts what is to be stamped again in the tree of renewals, whose root is in the next anchor: each stamp of an anchor; and, by
 * an algorithm that came after another, all that shows since when each acuse is in the log, hashed with the new one.
 */
export async function addRenovaciones(ctx: ContextoDeRenovacion): Promise<void> {
  for (let lote = 0; lote < LOTES; lote++) {
    const added = await ctx.db.$transaction((tx) => addLote({ ...ctx, tx }));
    if (added < LOTE) return;
  }
}

/** Of two that add at once the key lets one, and the other does it again. */
async function addLote({ tx, ...ctx }: ContextoDeRenovacion & { tx: Tx }): Promise<number> {
  const { algoritmo } = ctx;
  const acuses = algoritmo === 'sha256' ? [] : await listAcuses({ ...ctx, db: tx });
  let posicion = await findTamanoDeRenovaciones(tx, algoritmo);
  const resumen = resumenDe(algoritmo);
  const frontera = await readRangosDe(arbolDeRenovaciones(tx, algoritmo), partesDe({ desde: 0, hasta: posicion }));
  const hojas = [...(await listSellos(tx, algoritmo)), ...acuses];
  for (const hoja of hojas) {
    const dato = resumen((await findDato(tx, hoja)) ?? '');
    const nodos = Buffer.concat(appendHoja(resumen, frontera, ++posicion, hashDeHoja(resumen, dato)));
    await tx.hojaDeRenovacion.create({ data: { ...hoja, algoritmo, posicion, nodos: Uint8Array.from(nodos) } });
  }
  return hojas.length;
}

type Hoja = { dias: Date[]; acuseId: string | null };

function listSellos(tx: Tx, algoritmo: Algoritmo): Promise<Hoja[]> {
  return tx.$queryRaw`
    SELECT ARRAY[dia] AS dias, NULL AS "acuseId" FROM sello_de_ancla WHERE NOT EXISTS (
      SELECT FROM hoja_de_renovacion WHERE algoritmo = ${algoritmo} AND acuse_id IS NULL AND dias = ARRAY[dia]
    ) ORDER BY dia LIMIT ${LOTE}`;
}

/** In the order of their ids, which is that of time, up to the first whose stamps do not hold or that has none yet. */
async function listAcuses(ctx: ContextoDeTiempo): Promise<Hoja[]> {
  const acuses = await ctx.db.$queryRaw<{ id: string }[]>`
    SELECT id::text FROM acuse WHERE id > coalesce((
      SELECT acuse_id FROM hoja_de_renovacion WHERE algoritmo = 'sha512' AND acuse_id IS NOT NULL ORDER BY posicion DESC LIMIT 1
    ), '00000000-0000-0000-0000-000000000000') ORDER BY id LIMIT ${LOTE}`;
  const hojas: Hoja[] = [];
  for (const { id: acuseId } of acuses) {
    const acuse = await findEnRegistro(ctx.db, acuseId);
    const dias = acuse ? (await selectSelladas(ctx, acuse)).map(({ dia }) => dia) : [];
    if (dias.length === 0) break;
    hojas.push({ acuseId, dias });
  }
  return hojas;
}

/**
 * What a leaf is the hash of: a stamp or, of an acuse, the files of the evidence that showed it until then, as `openssl dgst
 * -sha512 -r` lists them. Null where something of it is not there.
 */
export async function findDato(db: Db | Tx, { acuseId, dias }: Hoja): Promise<string | Uint8Array | null> {
  const anclas = await readAnclas(db, dias);
  if (anclas.length < dias.length) return null;
  if (acuseId === null) return anclas[0]?.token ?? null;
  const acuse = await findEnRegistro(db, acuseId);
  if (!acuse) return null;
  const archivos = [...acuse.archivos, ...(await collectPruebas(db, acuse, anclas))];
  return archivos.map(([name, bytes]) => `${resumenDe('sha512')(bytes).toString('hex')} *${name}\n`).join('');
}
