import type { Dia } from '#domain/dia.ts';
import type { Mecanismo } from '#domain/medio-de-contacto/mecanismo.ts';
import { isUtil } from '#domain/medio-de-contacto/salud.ts';
import { inPartes } from '#domain/partes.ts';
import { periodoDe, type Rango } from '#domain/soporte/rango-del-tablero.ts';
import type { Db } from '#infra/db/db.ts';
import type { ContextoDeSoporte } from '#tramites/contexto.ts';
import { listSalud } from '#tramites/medio-de-contacto/list-salud.ts';
import { type Cuenta, countEntregas, countRebotes } from './count-entregas.ts';

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
    sinMedio: await countSinMedio(cuenta),
    tiempos: await countTiemposDeValidacion(cuenta),
    aclaraciones: await countAclaracionesPorEdad(db, ahora),
  };
}

type Edad = 'hastaUnDia' | 'hastaTresDias' | 'hastaSieteDias' | 'masDeSieteDias';

async function countAclaracionesPorEdad(db: Db, ahora: Date) {
  const [edades] = await db.$queryRaw<[Record<Edad, number>]>`
    SELECT count(*) FILTER (WHERE edad < interval '1 day')::int AS "hastaUnDia",
           count(*) FILTER (WHERE edad >= interval '1 day' AND edad < interval '3 days')::int AS "hastaTresDias",
           count(*) FILTER (WHERE edad >= interval '3 days' AND edad < interval '7 days')::int AS "hastaSieteDias",
           count(*) FILTER (WHERE edad >= interval '7 days')::int AS "masDeSieteDias"
    FROM (SELECT ${ahora}::timestamptz - espera_desde AS edad FROM aclaracion WHERE espera_desde IS NOT NULL) AS espera`;
  return edades;
}

/** By the first solicitud of a titular that was not found to be void later. `OFFSET 0`: as in the funnel. */
async function countActivaciones({ db, dias, desde, hasta }: Cuenta) {
  const rows = await db.$queryRaw<{ dia: Dia; total: number }[]>`
    SELECT to_char(fecha AT TIME ZONE 'America/Mexico_City', 'YYYY-MM-DD') AS dia, count(*)::int AS total
    FROM solicitud AS firmada
    WHERE fecha >= ${desde} AND fecha < ${hasta} AND estado <> 'INVALIDA' AND NOT EXISTS (
      SELECT FROM solicitud AS anterior
      WHERE anterior.titular_id = firmada.titular_id AND anterior.estado <> 'INVALIDA'
        AND (anterior.fecha, anterior.id) < (firmada.fecha, firmada.id) OFFSET 0)
    GROUP BY 1`;
  const totals = new Map(rows.map(({ dia, total }) => [dia, total]));
  return dias.map((dia) => ({ dia, total: totals.get(dia) ?? 0 }));
}

/** Each counts where they began; only medios for the RFC (guide IV). Without `OFFSET 0` it walks the whole table. */
async function countEmbudo({ db, desde, hasta }: Cuenta) {
  const [embudo] = await db.$queryRaw<[Record<'registraron' | 'validaron' | 'firmaron', number>]>`
    WITH activo AS (
      SELECT DISTINCT titular_id FROM medio_de_contacto
      WHERE fecha_de_registro >= ${desde} AND fecha_de_registro < ${hasta} AND registros IS NULL
    ), avance AS (
      SELECT con_correo AND con_telefono AS con_ambos, EXISTS (SELECT FROM solicitud
          WHERE solicitud.titular_id = activo.titular_id AND estado <> 'INVALIDA' OFFSET 0) AS firmo
      FROM activo CROSS JOIN LATERAL (
        SELECT min(fecha_de_registro) AS primero,
               bool_or(mecanismo = 'CORREO_ELECTRONICO' AND fecha_de_validacion IS NOT NULL) AS con_correo,
               bool_or(mecanismo = 'TELEFONO' AND fecha_de_validacion IS NOT NULL) AS con_telefono
        FROM medio_de_contacto AS suyo WHERE suyo.titular_id = activo.titular_id AND registros IS NULL) AS suyos
      WHERE primero >= ${desde}
    )
    SELECT count(*)::int AS registraron, count(*) FILTER (WHERE con_ambos)::int AS validaron,
           count(*) FILTER (WHERE con_ambos AND firmo)::int AS firmaron
    FROM avance`;
  return embudo;
}

/**
 * How many titulares with an active Buzón have no medio of their RFC that works, of those whose notices failed, or whose
 * medios were removed or disowned, in the range: each of these leaves a message. `OFFSET 0`: as in the funnel.
 */
async function countSinMedio({ db, desde, hasta }: Cuenta): Promise<number> {
  const candidatos = await db.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT titular_id AS id FROM aviso
    WHERE creado_en >= ${desde} AND creado_en < ${hasta}
      AND (estado IN ('REBOTADO', 'RECHAZADO') OR tipo IN ('MEDIO_ELIMINADO', 'MEDIO_CANCELADO'))
      AND EXISTS (
        SELECT FROM solicitud WHERE solicitud.titular_id = aviso.titular_id AND solicitud.estado = 'FIRMADA' OFFSET 0)`;
  let sinMedio = 0;
  for (const parte of inPartes(candidatos)) {
    const ids = parte.map(({ id }) => id);
    const salud = await listSalud({ db, now: () => hasta }, ids);
    const conMedio = salud.filter(({ registros, ...medio }) => registros === null && isUtil(medio.salud));
    sinMedio += ids.length - new Set(conMedio.map(({ titularId }) => titularId)).size;
  }
  return sinMedio;
}

/**
 * How long those took that were validated in the range, half of them this long or less, from the registration; one that
 * was proved by another medio took none and is left out.
 */
function countTiemposDeValidacion({ db, desde, hasta }: Cuenta) {
  return db.$queryRaw<{ mecanismo: Mecanismo; validados: number; medianaSegundos: number }[]>`
    SELECT mecanismo, count(*)::int AS validados,
           percentile_cont(0.5) WITHIN GROUP (
             ORDER BY extract(epoch FROM fecha_de_validacion - fecha_de_registro)) AS "medianaSegundos"
    FROM medio_de_contacto
    WHERE fecha_de_validacion >= ${desde} AND fecha_de_validacion < ${hasta} AND prueba_de_id IS NULL
    GROUP BY mecanismo ORDER BY mecanismo`;
}
