import { contableHasta } from '#domain/soporte/rango-del-tablero.ts';
import type { Tx } from '#tramites/contexto.ts';

/** Those that failed were refused, had no answer until it was given up, or came back. No `valor`: the domains without a name. */
export interface Suma {
  cual: string;
  valor: string | null;
  cuantos: number;
  aceptados: number;
  fallidos: number;
}

/** With fewer messages a domain may be one person's or one company's, so that it is summed with others. */
const MENSAJES_MINIMOS = 5;
const DOMINIOS = 20;
/** Of a stretch: thousands have one message a day, and a board of ninety would be made of them. */
const DOMINIOS_DE_TRAMO = 100;

/** The messages by which a titular is looked at; as the index `aviso_que_no_llego` has it. */
const NO_LLEGO = `(estado IN ('REBOTADO', 'RECHAZADO') OR tipo IN ('MEDIO_ELIMINADO', 'MEDIO_CANCELADO'))`;

/**
 * The figures of what happened from `$1` and before `$2`, each at the one instant where it counts: so those of two stretches add
 * up to those of both. What changes one of them later must mark that instant, as the triggers of `tramos_del_tablero` do. All by
 * indexes on dates: without `OFFSET 0` whole tables would be walked.
 */
export const CUENTAS = `
  -- The first solicitud of a titular that was not found to be void later, by day.
  SELECT 'ACTIVACIONES' AS cual, to_char(fecha AT TIME ZONE 'America/Mexico_City', 'YYYY-MM-DD') AS valor,
         count(*)::int AS cuantos, 0 AS aceptados, 0 AS fallidos
  FROM solicitud AS firmada
  WHERE fecha >= $1 AND fecha < $2 AND estado <> 'INVALIDA' AND NOT EXISTS (
    SELECT FROM solicitud AS anterior
    WHERE anterior.titular_id = firmada.titular_id AND anterior.estado <> 'INVALIDA'
      AND (anterior.fecha, anterior.id) < (firmada.fecha, firmada.id) OFFSET 0)
  GROUP BY 2
  UNION ALL
  -- How far titulares came, at their first medio: only those for the RFC count (guide IV).
  SELECT paso, '', count(*)::int, 0, 0
  FROM (
    SELECT DISTINCT titular_id FROM medio_de_contacto
    WHERE fecha_de_registro >= $1 AND fecha_de_registro < $2 AND registros IS NULL
  ) AS activo
  CROSS JOIN LATERAL (
    SELECT min(fecha_de_registro) AS primero,
           coalesce(bool_or(mecanismo = 'CORREO_ELECTRONICO' AND fecha_de_validacion IS NOT NULL)
             AND bool_or(mecanismo = 'TELEFONO' AND fecha_de_validacion IS NOT NULL), false) AS con_ambos
    FROM medio_de_contacto AS suyo WHERE suyo.titular_id = activo.titular_id AND registros IS NULL
  ) AS suyos
  CROSS JOIN LATERAL (VALUES ('REGISTRARON', true), ('VALIDARON', con_ambos), ('FIRMARON', con_ambos AND EXISTS (
    SELECT FROM solicitud WHERE solicitud.titular_id = activo.titular_id AND estado <> 'INVALIDA' OFFSET 0))
  ) AS avance (paso, llego)
  WHERE primero >= $1 AND llego GROUP BY 1
  UNION ALL
  -- What became of the messages, by domain: beyond so many, none that a board will name. What was discarded is none.
  SELECT mecanismo::text, CASE WHEN lugar <= ${DOMINIOS_DE_TRAMO} THEN dominio ELSE '' END, sum(mensajes)::int, sum(aceptados)::int,
         sum(fallidos)::int
  FROM (
    SELECT mecanismo, split_part(destino_comparable, '@', 2) AS dominio, count(*) AS mensajes,
           count(*) FILTER (WHERE estado IN ('ACEPTADO', 'ENTREGADO')) AS aceptados,
           count(*) FILTER (WHERE estado IN ('RECHAZADO', 'SIN_RESPUESTA', 'REBOTADO')) AS fallidos,
           row_number() OVER (PARTITION BY mecanismo ORDER BY count(*) DESC, split_part(destino_comparable, '@', 2)) AS lugar
    FROM aviso WHERE creado_en >= $1 AND creado_en < $2 AND estado <> 'DESCARTADO' GROUP BY 1, 2
  ) AS por_dominio
  GROUP BY 1, 2
  UNION ALL
  SELECT 'REBOTES', resultado::text, count(*)::int, 0, 0
  FROM lectura_de_rebote WHERE leida_en >= $1 AND leida_en < $2 GROUP BY 2
  UNION ALL
  -- Titulares with an active Buzón and no medio of their RFC that works (domain/medio-de-contacto/salud), at the last of their
  -- messages that failed, or that told of a medio which was removed or disowned: each of these leaves one.
  SELECT 'SIN_MEDIO', '', count(*)::int, 0, 0
  FROM (SELECT DISTINCT titular_id FROM aviso WHERE creado_en >= $1 AND creado_en < $2 AND ${NO_LLEGO}) AS suyo
  WHERE NOT EXISTS (
      SELECT FROM aviso WHERE aviso.titular_id = suyo.titular_id AND creado_en >= $2 AND ${NO_LLEGO} OFFSET 0)
    AND EXISTS (
      SELECT FROM solicitud WHERE solicitud.titular_id = suyo.titular_id AND solicitud.estado = 'FIRMADA' OFFSET 0)
    AND NOT EXISTS (
      SELECT FROM salud_de_medio AS salud WHERE salud.titular_id = suyo.titular_id AND registros IS NULL
        AND coalesce(ajeno_en < fecha_de_validacion, true)
        AND coalesce(entrega NOT IN ('REBOTADO', 'RECHAZADO'), true) OFFSET 0)
  UNION ALL
  -- From registration to validation, up to the next second, minute or quarter of an hour. What another medio proved took none.
  SELECT 'TIEMPO_' || mecanismo, (ceil(segundos / paso) * paso)::int::text, count(*)::int, 0, 0
  FROM medio_de_contacto
  CROSS JOIN LATERAL (SELECT extract(epoch FROM fecha_de_validacion - fecha_de_registro) AS segundos) AS tardo
  CROSS JOIN LATERAL (SELECT CASE WHEN segundos <= 60 THEN 1 WHEN segundos <= 3600 THEN 60 ELSE 900 END AS paso) AS medida
  WHERE fecha_de_validacion >= $1 AND fecha_de_validacion < $2 AND prueba_de_id IS NULL GROUP BY 1, 2`;

const SUMAS = `
  WITH suma AS (
    SELECT cual, valor, sum(cuantos) AS cuantos, sum(aceptados) AS aceptados, sum(fallidos) AS fallidos,
           cual <> 'CORREO_ELECTRONICO' OR valor <> '' AND sum(cuantos) >= $4
             AND row_number() OVER (PARTITION BY cual, valor = '' ORDER BY sum(cuantos) DESC, valor) <= $5 AS con_nombre
    FROM (
      SELECT cual, valor, cuantos, aceptados, fallidos FROM cuenta_de_tramo WHERE desde >= $3 AND desde < $1
      UNION ALL ${CUENTAS}
    ) AS parte
    GROUP BY cual, valor
  )
  SELECT cual, CASE WHEN con_nombre THEN valor END AS valor,
         sum(cuantos)::int AS cuantos, sum(aceptados)::int AS aceptados, sum(fallidos)::int AS fallidos
  FROM suma GROUP BY cual, con_nombre, 2 ORDER BY con_nombre DESC, 3 DESC, 2`;

/** What the worker has summed from `desde` on without a gap, and what follows counted now: of one snapshot. */
export async function summarizeTramos(tx: Tx, { desde, hasta }: { desde: Date; hasta: Date }, ahora: Date) {
  const tramos = await tx.tramoContado.findMany({
    where: { desde: { gte: desde }, hasta: { lte: contableHasta(ahora) } },
    orderBy: { desde: 'asc' },
  });
  let frontera = desde;
  for (const tramo of tramos) if (tramo.desde.getTime() === frontera.getTime()) frontera = tramo.hasta;
  return tx.$queryRawUnsafe<Suma[]>(SUMAS, frontera, hasta, desde, MENSAJES_MINIMOS, DOMINIOS);
}
