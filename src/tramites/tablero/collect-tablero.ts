import { periodoDe, type Rango } from '#domain/soporte/rango-del-tablero.ts';
import type { ContextoDeSoporte } from '../contexto.ts';
import { countAclaracionesPorEdad } from './count-aclaraciones-por-edad.ts';
import { countActivaciones } from './count-activaciones.ts';
import { countEmbudo } from './count-embudo.ts';
import { countEntregas } from './count-entregas.ts';
import { countRebotes } from './count-rebotes.ts';
import { countTiemposDeValidacion } from './count-tiempos-de-validacion.ts';

export type Tablero = Awaited<ReturnType<typeof collectTablero>>;

/** By indexes on dates, one after the other, so that a board takes one connection. */
export async function collectTablero({ db, now }: ContextoDeSoporte, rango: Rango) {
  const ahora = now();
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
