import { MECANISMOS, type Mecanismo } from '#domain/medio-de-contacto/mecanismo.ts';
import { RESULTADOS_DE_REBOTE, type ResultadoDeRebote } from '#domain/rebote/resultado.ts';
import { periodoDe, type Rango } from '#domain/soporte/rango-del-tablero.ts';
import type { ContextoDeSoporte, Tx } from '#tramites/contexto.ts';
import { type Suma, summarizeTramos } from './summarize-tramos.ts';

/** All of one moment, and by one connection. */
export function collectTablero({ lectura, now }: ContextoDeSoporte, rango: Rango) {
  const ahora = now();
  return lectura((db) => db.$transaction((tx) => collect(tx, rango, ahora), { isolationLevel: 'RepeatableRead' }));
}

async function collect(tx: Tx, rango: Rango, ahora: Date) {
  const { dias, ...periodo } = periodoDe(rango, ahora);
  const sumas = await summarizeTramos(tx, periodo, ahora);
  const sumasDe = (cual: string) => sumas.filter((suma) => suma.cual === cual);
  const cuantos = (cual: string, valor = '') => sumasDe(cual).find((suma) => suma.valor === valor)?.cuantos ?? 0;
  return {
    activaciones: dias.map((dia) => ({ dia, total: cuantos('ACTIVACIONES', dia) })),
    embudo: { registraron: cuantos('REGISTRARON'), validaron: cuantos('VALIDARON'), firmaron: cuantos('FIRMARON') },
    entregas: {
      porProveedor: MECANISMOS.flatMap((mecanismo) => entregasDe(mecanismo, sumasDe(mecanismo))),
      porDominio: sumasDe('CORREO_ELECTRONICO').map(({ valor, cuantos, aceptados, fallidos }) => ({
        dominio: valor,
        mensajes: cuantos,
        aceptados,
        fallidos,
      })),
    },
    rebotes: Object.fromEntries(
      RESULTADOS_DE_REBOTE.map((resultado) => [resultado, cuantos('REBOTES', resultado)]),
    ) as Record<ResultadoDeRebote, number>,
    sinMedio: cuantos('SIN_MEDIO'),
    tiempos: MECANISMOS.flatMap((mecanismo) => tiemposDe(mecanismo, sumasDe(`TIEMPO_${mecanismo}`))),
    aclaraciones: await countAclaracionesPorEdad(tx, ahora),
  };
}

function entregasDe(mecanismo: Mecanismo, sumas: readonly Suma[]) {
  const total = (de: 'cuantos' | 'aceptados' | 'fallidos') => sumas.reduce((suma, each) => suma + each[de], 0);
  const entregas = {
    mecanismo,
    mensajes: total('cuantos'),
    aceptados: total('aceptados'),
    fallidos: total('fallidos'),
  };
  return sumas.length > 0 ? [entregas] : [];
}

/** The shortest time within which half of them were done. */
function tiemposDe(mecanismo: Mecanismo, sumas: readonly Suma[]) {
  const validados = sumas.reduce((total, { cuantos }) => total + cuantos, 0);
  let seen = 0;
  const mitad = sumas
    .map(({ valor, cuantos }) => ({ segundos: Number(valor), cuantos }))
    .sort((one, other) => one.segundos - other.segundos)
    .find(({ cuantos }) => {
      seen += cuantos;
      return seen * 2 >= validados;
    });
  return mitad ? [{ mecanismo, validados, mitadEnSegundos: mitad.segundos }] : [];
}

type Edad = 'hastaUnDia' | 'hastaTresDias' | 'hastaSieteDias' | 'masDeSieteDias';

async function countAclaracionesPorEdad(tx: Tx, ahora: Date) {
  const [edades] = await tx.$queryRaw<[Record<Edad, number>]>`
    SELECT count(*) FILTER (WHERE edad < interval '1 day')::int AS "hastaUnDia",
           count(*) FILTER (WHERE edad >= interval '1 day' AND edad < interval '3 days')::int AS "hastaTresDias",
           count(*) FILTER (WHERE edad >= interval '3 days' AND edad < interval '7 days')::int AS "hastaSieteDias",
           count(*) FILTER (WHERE edad >= interval '7 days')::int AS "masDeSieteDias"
    FROM (SELECT ${ahora}::timestamptz - espera_desde AS edad FROM aclaracion WHERE espera_desde IS NOT NULL) AS espera`;
  return edades;
}
