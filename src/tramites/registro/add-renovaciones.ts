import { appendHoja, hashDeHoja, partesDe } from '#domain/bitacora/merkle.ts';
import type { Db } from '#infra/db/db.ts';
import { readRangosDe } from '#tramites/bitacora/arbol.ts';
import { arbolDeRenovaciones, countRenovaciones } from '#tramites/bitacora/arbol-de-renovaciones.ts';
import { type Algoritmo, resumenDe } from '#tramites/bitacora/hash-de.ts';
import type { Contexto, Tx } from '#tramites/contexto.ts';
import { type EnRegistro, findEnRegistro } from './prove-acuse.ts';
import { collectPruebas } from './prove-tiempo.ts';
import { type AnclaSellada, type ContextoDeTiempo, selectSelladas } from './select-selladas.ts';

/** One at a time adds leaves; the others leave it to that one. */
const CANDADO = 817_003;
const LOTE = 200;
/** What is left over, when SHA-256 has just been told weak, waits for the next run. */
const LOTES = 100;

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

async function addLote({ tx, ...ctx }: ContextoDeRenovacion & { tx: Tx }): Promise<number> {
  const { algoritmo } = ctx;
  const [lock] = await tx.$queryRaw<[{ taken: boolean }]>`SELECT pg_try_advisory_xact_lock(${CANDADO}) AS taken`;
  if (!lock.taken) return 0;
  const acuses = algoritmo === 'sha256' ? [] : await listAcuses({ ...ctx, db: tx });
  let posicion = await countRenovaciones(tx, algoritmo);
  const resumen = resumenDe(algoritmo);
  const frontera = await readRangosDe(arbolDeRenovaciones(tx, algoritmo), partesDe({ desde: 0, hasta: posicion }));
  const data = [...(await listSellos(tx, algoritmo)), ...acuses].map(({ dato, ...hoja }) => {
    const nodos = appendHoja(resumen, frontera, ++posicion, hashDeHoja(resumen, resumen(dato)));
    return { ...hoja, algoritmo, posicion, nodos: Uint8Array.from(Buffer.concat(nodos)) };
  });
  await tx.hojaDeRenovacion.createMany({ data });
  return data.length;
}

type Hoja = { dias: Date[]; acuseId: string | null; dato: Uint8Array };

async function listSellos(tx: Tx, algoritmo: Algoritmo): Promise<Hoja[]> {
  const sellos = await tx.$queryRaw<{ dia: Date; token: Uint8Array }[]>`
    SELECT dia, token FROM sello_de_ancla WHERE NOT EXISTS (
      SELECT FROM hoja_de_renovacion WHERE algoritmo = ${algoritmo} AND acuse_id IS NULL AND dias = ARRAY[dia]
    ) ORDER BY dia LIMIT ${LOTE}`;
  return sellos.map(({ dia, token }) => ({ dias: [dia], acuseId: null, dato: token }));
}

/** In the order of the log, up to the first whose stamps do not hold, or that has none: those after it have none either. */
async function listAcuses(ctx: ContextoDeTiempo): Promise<Hoja[]> {
  const [last] = await ctx.db.hojaDeRenovacion.findMany({
    where: { algoritmo: 'sha512', acuseId: { not: null } },
    orderBy: { posicion: 'desc' },
    take: 1,
    select: { acuseId: true },
  });
  const desde = last?.acuseId ? ((await findEnRegistro(ctx.db, last.acuseId))?.posicion ?? 0) : 0;
  const acuses = await ctx.db.$queryRaw<{ id: string }[]>`
    SELECT datos ->> 'clave' AS id FROM bitacora_cadena JOIN bitacora ON id = bitacora_id
    WHERE posicion > ${desde} AND evento = 'HECHO' AND datos ->> 'tabla' = 'acuse' ORDER BY posicion LIMIT ${LOTE}`;
  const hojas: Hoja[] = [];
  for (const { id } of acuses) {
    const acuse = await findEnRegistro(ctx.db, id);
    const selladas = acuse ? await selectSelladas(ctx, acuse) : [];
    if (!acuse || selladas.length === 0) break;
    const dias = selladas.map(({ dia }) => dia);
    hojas.push({ dias, acuseId: id, dato: await datoDeAcuse(ctx.db, acuse, selladas) });
  }
  return hojas;
}

/** As `openssl dgst -sha512 -r` lists the files of the evidence that showed it until then. */
export async function datoDeAcuse(
  db: Db | Tx,
  acuse: EnRegistro,
  anclas: readonly AnclaSellada[],
): Promise<Uint8Array> {
  const archivos = [...acuse.archivos, ...(await collectPruebas(db, acuse, anclas))];
  const lines = archivos.map(([name, bytes]) => `${resumenDe('sha512')(bytes).toString('hex')} *${name}\n`);
  return Buffer.from(lines.join(''));
}
