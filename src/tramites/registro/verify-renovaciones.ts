import { appendHoja, hashDeHoja, joinPartes } from '#domain/bitacora/merkle.ts';
import type { Db } from '#infra/db/db.ts';
import { BYTES, findTamanoDeRenovaciones } from '#tramites/bitacora/arbol-de-renovaciones.ts';
import { type Algoritmo, resumenDe } from '#tramites/bitacora/hash-de.ts';
import { findDato } from './add-renovaciones.ts';

/** Whether each tree of renewals is what its leaves are of, stamps and acuses, and that for which the anchors vouch. */
export async function verifyRenovaciones(db: Db): Promise<boolean> {
  return (await verifyArbol(db, 'sha256')) && (await verifyArbol(db, 'sha512'));
}

async function verifyArbol(db: Db, algoritmo: Algoritmo): Promise<boolean> {
  const raices = await db.$queryRaw<{ tamano: bigint; raiz: string }[]>`
    SELECT renovaciones AS tamano, raiz_de_renovaciones AS raiz FROM ancla_de_bitacora
    WHERE length(raiz_de_renovaciones) = ${2 * BYTES[algoritmo]} ORDER BY renovaciones`;
  const resumen = resumenDe(algoritmo);
  const frontera: Uint8Array[] = [];
  const total = await findTamanoDeRenovaciones(db, algoritmo);
  for (let posicion = 1; posicion <= total; posicion++) {
    const hoja = await db.hojaDeRenovacion.findUnique({ where: { algoritmo_posicion: { algoritmo, posicion } } });
    const dato = hoja && (await findDato(db, hoja));
    if (!dato) return false;
    const nodos = appendHoja(resumen, frontera, posicion, hashDeHoja(resumen, resumen(dato)));
    if (!Buffer.concat(nodos).equals(hoja.nodos)) return false;
    const raiz = Buffer.from(joinPartes(resumen, frontera)).toString('hex');
    while (Number(raices[0]?.tamano) === posicion) if (raices.shift()?.raiz !== raiz) return false;
  }
  return raices.length === 0;
}
