import { formatRegistroPatronal } from '#domain/registro-patronal.ts';
import type { ContextoDeTitular } from '#tramites/contexto.ts';
import { countHallados, countRegistros, listRegistros } from '#tramites/registro-patronal/list-registros.ts';
import type { Seleccion } from '#tramites/registro-patronal/mark-registros.ts';
import type { ListaDeRegistros } from '#ui/registro-patronal/estado-de-registros.ts';

type Pedida = Pick<ListaDeRegistros, 'buscar' | 'sinValidar' | 'recorrido' | 'vez'> & { seleccion: Seleccion };

/** One page of the titular's registros patronales as the form shows it. */
export async function collectLista(ctx: ContextoDeTitular, pedida: Pedida): Promise<ListaDeRegistros> {
  const { buscar, sinValidar, recorrido, vez, seleccion } = pedida;
  const { seleccionId, todos, cuantos } = seleccion;
  const { vigentes } = await countRegistros(ctx);
  const [{ filas, hasMas }, hallados] = await Promise.all([
    listRegistros(ctx, { buscar, sinValidar, despuesDe: recorrido.at(-1) ?? '', seleccionId }),
    countHallados(ctx, { buscar, sinValidar }, vigentes),
  ]);
  return {
    seleccionId,
    todos,
    elegidos: cuantos,
    total: vigentes,
    ...hallados,
    buscar,
    sinValidar,
    recorrido,
    filas: filas.map(({ isMarcado, ...fila }) => ({
      ...fila,
      mostrado: formatRegistroPatronal(fila.numero),
      isElegido: isMarcado !== todos,
    })),
    hasMas,
    vez,
  };
}
