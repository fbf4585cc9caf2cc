import { X509Certificate } from 'node:crypto';
import { rangosDeInclusion } from '#domain/bitacora/merkle.ts';
import { textoDeAncla } from '#domain/bitacora/texto-canonico.ts';
import type { Db } from '#infra/db/db.ts';
import { arbolDeRegistro, readRangosDe } from '#tramites/bitacora/arbol.ts';
import { algoritmoDeAncla, arbolDeRenovaciones } from '#tramites/bitacora/arbol-de-renovaciones.ts';
import type { Contexto, Tx } from '#tramites/contexto.ts';
import { type Archivos, type EnRegistro, toBase64 } from './prove-acuse.ts';
import { type AnclaSellada, findHojaDeSello, findRehecha, selectSelladas } from './select-selladas.ts';

/** Since when an acuse is in the log, by the word of those of TSA_AC_DIR; no files where none holds now. */
export async function proveTiempo(ctx: Contexto, acuse: EnRegistro): Promise<Archivos> {
  const selladas = await selectSelladas(ctx, acuse);
  const pruebas = await collectPruebas(ctx.db, acuse, selladas);
  const pems = selladas.map(({ autoridad }) => new X509Certificate(autoridad).toString());
  if (pems.length > 0) pruebas.set('autoridades-de-tiempo.pem', Buffer.from([...new Set(pems)].join('')));
  return pruebas;
}

/**
 * Of each anchor its text, which is what was stamped; its stamp; and how what it vouches for leads to it: the acuse to the
 * first, each stamp to the next and, to the first after SHA-256 was told weak, all that there was (RFC 4998, 5.3).
 */
export async function collectPruebas(db: Db | Tx, acuse: EnRegistro, anclas: AnclaSellada[]): Promise<Archivos> {
  const archivos: Archivos = new Map();
  const rehecha = await findRehecha(db, acuse.acuseId);
  for (const [index, ancla] of anclas.entries()) {
    const antes = anclas[index - 1];
    const algoritmo = algoritmoDeAncla(ancla);
    const arbol = antes ? arbolDeRenovaciones(db, algoritmo) : arbolDeRegistro(db);
    const renovada = index === rehecha?.dias.length ? rehecha.posicion : null;
    const hoja = antes ? (renovada ?? (await findHojaDeSello(db, algoritmo, antes.dia))) : acuse.posicion;
    const hasta = Number(antes ? ancla.renovaciones : ancla.posicion);
    const indice = Number(hoja) - 1;
    const hashes = await readRangosDe(arbol, rangosDeInclusion(indice, { desde: 0, hasta }));
    archivos
      .set(`tiempo-${index + 1}.txt`, Buffer.from(textoDeAncla(ancla)))
      .set(`tiempo-${index + 1}.prueba`, Buffer.from(`${[indice, ...hashes.map(toBase64)].join('\n')}\n`))
      .set(`tiempo-${index + 1}.der`, ancla.token);
  }
  return archivos;
}
