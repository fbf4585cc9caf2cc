import { parseBusquedaDeRegistro } from '#domain/registro-patronal.ts';
import type { ContextoDeTitular } from '#tramites/contexto.ts';
import { CUENTA_MAXIMA } from '#tramites/tarea/count-tareas.ts';
import { elegidosDe } from '#tramites/vigencia/alcance.ts';
import { REGISTROS_POR_PAGINA } from './list-registros.ts';

export interface BusquedaDeHallados {
  buscar: string;
  sinValidar: boolean;
}

/** How many of the vigentes a search finds, CUENTA_MAXIMA where there are more, and on how many pages, null then. */
export async function countHallados(
  ctx: ContextoDeTitular,
  { buscar, sinValidar }: BusquedaDeHallados,
  vigentes: number,
) {
  const { por, prefijo } = parseBusquedaDeRegistro(buscar);
  if (prefijo === '' && !sinValidar) return pagesOf(vigentes);
  const numeros = elegidosDe(ctx);
  const [{ hallados }] = await ctx.db.$queryRaw<[{ hallados: number }]>`
    SELECT count(*)::int AS hallados FROM (
      SELECT FROM registros_hallados(${ctx.actor.titularId}::uuid, ${por === 'NUMERO'}, ${prefijo}, ${sinValidar}) todos
      WHERE ${numeros.length === 0} OR todos.id IN (
        SELECT id FROM registro_patronal WHERE numero = ANY (${numeros}::bpchar[]))
      LIMIT ${CUENTA_MAXIMA}
    ) AS hallado`;
  return hallados < CUENTA_MAXIMA ? pagesOf(hallados) : { hallados, paginas: null };
}

function pagesOf(hallados: number): { hallados: number; paginas: number } {
  return { hallados, paginas: Math.max(1, Math.ceil(hallados / REGISTROS_POR_PAGINA)) };
}
