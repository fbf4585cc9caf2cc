import { readFileSync } from 'node:fs';
import { formatCantidad } from '#domain/cantidad.ts';
import type { Db } from '#infra/db/db.ts';
import { Fault } from '#server/fault.ts';
import { findTamano, readRangos } from '#tramites/bitacora/arbol.ts';

/** What heads kept elsewhere say of this database: how many facts it lacks, and which of them it contradicts. */
export async function compareCabezas(db: Db, archivo: string): Promise<{ faltan: number; distintas: number[] }> {
  const { cadenas, raices } = readGuardadas(archivo);
  const hasta = await findTamano(db);
  const distintas: number[] = [];
  for (const { tamano, hash } of cadenas.filter((cada) => cada.tamano <= hasta)) {
    const where = { posicion: BigInt(tamano) };
    const eslabon = await db.eslabonDeBitacora.findUnique({ where, select: { cadena: true } });
    if (eslabon?.cadena !== hash) distintas.push(tamano);
  }
  for (const { tamano, hash } of raices.filter((cada) => cada.tamano <= hasta)) {
    const [raiz] = await readRangos(db, [{ desde: 0, hasta: tamano }]);
    if (!raiz || Buffer.from(raiz).toString('base64') !== hash) distintas.push(tamano);
  }
  const mayor = Math.max(...[...cadenas, ...raices].map(({ tamano }) => tamano));
  return { faltan: Math.max(0, mayor - hasta), distintas };
}

export function describeFaltan(faltan: number): string {
  return `A esta base le faltan los últimos ${formatCantidad(faltan)} hechos que ya se habían escrito.`;
}

/** Of the chain, as bitacora:verificar prints them; of the log, as it prints its root or as a signed note has it. */
function readGuardadas(archivo: string) {
  const texto = readFileSync(archivo, { encoding: 'utf8' }).replaceAll('\\n', '\n');
  const find = (expression: RegExp) =>
    Array.from(texto.matchAll(expression), ([, tamano, hash]) => ({ tamano: Number(tamano), hash: hash as string }));
  const cadenas = find(/\b([1-9]\d{0,14}):([0-9a-f]{64})\b/g);
  const raices = find(/\b([1-9]\d{0,14})[:\n]([A-Za-z\d+/]{43}=)/g);
  if (cadenas.length + raices.length === 0) throw new Fault(`${archivo}: no tiene ninguna cabeza.`);
  return { cadenas, raices };
}
