import { X509Certificate } from 'node:crypto';
import { type Rango, rangosDeInclusion } from '#domain/bitacora/merkle.ts';
import { textoDeAncla } from '#domain/bitacora/texto-canonico.ts';
import type { Db } from '#infra/db/db.ts';
import { readRangos, readRangosDe } from '#tramites/bitacora/arbol.ts';
import { algoritmoDeAncla, arbolDeRenovaciones } from '#tramites/bitacora/arbol-de-renovaciones.ts';
import type { Contexto, Tx } from '#tramites/contexto.ts';
import { type Archivos, type EnRegistro, toBase64 } from './prove-acuse.ts';
import { type AnclaSellada, findHojaDeSello, findRehecha, selectSelladas } from './select-selladas.ts';

/** Since when an acuse is in the log, by the word of those of TSA_AC_DIR; no files where none holds now. */
export async function proveTiempo(ctx: Contexto, acuse: EnRegistro): Promise<Archivos> {
  const selladas = await selectSelladas(ctx, acuse);
  const pruebas = await collectPruebas(ctx.db, acuse, selladas);
  const pems = selladas.map(({ autoridad }) => new X509Certificate(autoridad).toString());
  return selladas.length === 0
    ? pruebas
    : pruebas.set('autoridades-de-tiempo.pem', Buffer.from([...new Set(pems)].join('')));
}

/**
 * Of each anchor its text, which is what was stamped; its stamp; and how what it vouches for leads to it: the acuse to the
 * first, each stamp to the next and, to the first after SHA-256 was told weak, all that there was (RFC 4998, 5.3).
 */
export async function collectPruebas(
  db: Db | Tx,
  acuse: EnRegistro,
  anclas: readonly AnclaSellada[],
): Promise<Archivos> {
  const archivos: Archivos = new Map();
  const rehecha = await findRehecha(db, acuse.acuseId);
  for (const [index, ancla] of anclas.entries()) {
    const antes = anclas[index - 1];
    const isRehecha = index === rehecha?.dias.length;
    const [hoja, hashes] = antes
      ? await proveRenovacion(db, ancla, isRehecha ? rehecha.posicion : antes.dia)
      : await proveHoja(acuse.posicion, Number(ancla.posicion), (rangos) => readRangos(db, rangos));
    archivos
      .set(`tiempo-${index + 1}.txt`, Buffer.from(textoDeAncla(ancla)))
      .set(`tiempo-${index + 1}.prueba`, Buffer.from(`${[hoja - 1, ...hashes.map(toBase64)].join('\n')}\n`))
      .set(`tiempo-${index + 1}.der`, ancla.token);
  }
  return archivos;
}

/** Of a leaf, or of that of the stamp of a day, in the tree that the anchor vouches for. */
async function proveRenovacion(db: Db | Tx, ancla: AnclaSellada, cual: bigint | Date) {
  const algoritmo = algoritmoDeAncla(ancla);
  const hoja = cual instanceof Date ? (await findHojaDeSello(db, algoritmo, cual))?.posicion : cual;
  const arbol = arbolDeRenovaciones(db, algoritmo);
  return proveHoja(Number(hoja), Number(ancla.renovaciones), (rangos) => readRangosDe(arbol, rangos));
}

async function proveHoja(hoja: number, hasta: number, read: (rangos: Rango[]) => Promise<Uint8Array[]>) {
  return [hoja, await read(rangosDeInclusion(hoja - 1, { desde: 0, hasta }))] as const;
}
