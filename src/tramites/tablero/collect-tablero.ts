import { periodoDe, type Rango } from '#domain/soporte/rango-del-tablero.ts';
import type { Db } from '#infra/db/db.ts';
import type { ContextoDeSoporte } from '../contexto.ts';
import { countAclaracionesPorEdad } from './count-aclaraciones-por-edad.ts';
import { countActivaciones } from './count-activaciones.ts';
import { countEmbudo } from './count-embudo.ts';
import { countEntregas } from './count-entregas.ts';
import { countRebotes } from './count-rebotes.ts';
import { countTiemposDeValidacion } from './count-tiempos-de-validacion.ts';

export type Tablero = Awaited<ReturnType<typeof collectTablero>>;

/** By indexes on dates, one after the other, so that a board takes one connection. */
export function collectTablero({ lectura, now }: ContextoDeSoporte, rango: Rango) {
  return lectura((db) => collect(db, rango, now()));
}

async function collect(db: Db, rango: Rango, ahora: Date) {
  const cuenta = { db, ...periodoDe(rango, ahora) };
  return {
    activaciones: await countActivaciones(cuenta),
    embudo: await countEmbudo(cuenta),
    entregas: await countEntregas(cuenta),
    rebotes: await countRebotes(cuenta),
    tiempos: await countTiemposDeValidacion(cuenta),
    aclaraciones: await countAclaracionesPorEdad(db, ahora),
  };
}
