import { appendHoja, hashDeHoja, joinPartes } from '#domain/bitacora/merkle.ts';
import type { Db } from '#infra/db/db.ts';
import { BYTES } from '#tramites/bitacora/arbol-de-renovaciones.ts';
import { type Algoritmo, resumenDe } from '#tramites/bitacora/hash-de.ts';
import { datoDeAcuse } from './add-renovaciones.ts';
import { findEnRegistro } from './prove-acuse.ts';
import { readAnclas } from './select-selladas.ts';

const LOTE = 500;

/** Whether each tree of renewals is what its leaves are of, stamps and acuses, and that for which the anchors vouch. */
export async function verifyRenovaciones(db: Db): Promise<boolean> {
  for (const algoritmo of ['sha256', 'sha512'] as const) {
    const raices = await db.$queryRaw<{ tamano: bigint; raiz: string }[]>`
      SELECT renovaciones AS tamano, raiz_de_renovaciones AS raiz FROM ancla_de_bitacora
      WHERE length(raiz_de_renovaciones) = ${2 * BYTES[algoritmo]} ORDER BY renovaciones`;
    const resumen = resumenDe(algoritmo);
    const frontera: Uint8Array[] = [];
    let tamano = 0;
    for await (const { posicion, nodos, dato } of listHojas(db, algoritmo)) {
      tamano += 1;
      if (!dato || Number(posicion) !== tamano) return false;
      const hechos = appendHoja(resumen, frontera, tamano, hashDeHoja(resumen, resumen(dato)));
      if (!Buffer.concat(hechos).equals(nodos)) return false;
      const raiz = Buffer.from(joinPartes(resumen, frontera)).toString('hex');
      while (Number(raices[0]?.tamano) === tamano) if (raices.shift()?.raiz !== raiz) return false;
    }
    if (raices.length > 0) return false;
  }
  return true;
}

async function* listHojas(db: Db, algoritmo: Algoritmo) {
  for (let after = 0n; ; ) {
    const hojas = await db.hojaDeRenovacion.findMany({
      where: { algoritmo, posicion: { gt: after } },
      orderBy: { posicion: 'asc' },
      take: LOTE,
    });
    for (const hoja of hojas) yield { ...hoja, dato: await findDato(db, hoja) };
    if (hojas.length < LOTE) return;
    after = hojas.at(-1)?.posicion ?? after;
  }
}

/** What the leaf is the hash of; null where something of it is not there. */
async function findDato(db: Db, { acuseId, dias }: { acuseId: string | null; dias: Date[] }) {
  const anclas = await readAnclas(db, dias);
  if (anclas.length < dias.length) return null;
  if (acuseId === null) return anclas[0]?.token ?? null;
  const acuse = await findEnRegistro(db, acuseId);
  return acuse && datoDeAcuse(db, acuse, anclas);
}
