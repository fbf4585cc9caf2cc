-- Lo mismo que antes, sin unir lo que una sentencia cambió con lo que era: con `LIMIT 1`, o con un plan que se hizo para una fila y se
-- guarda, PostgreSQL los une fila por fila, y cambiar medio millón no terminaba. Contado o agrupado, cuesta lo que sus filas.
CREATE OR REPLACE FUNCTION "guard_estado_de_medio"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  terminados UUID[];
  prohibido TEXT;
BEGIN
  SELECT array_agg(id) FILTER (WHERE a IN ('CANCELADO', 'BAJA')),
    min(format('medio %s cannot go from %s to %s', folio, de, a))
      FILTER (WHERE NOT (de = 'EN_PROCESO' OR de = 'VALIDADO' AND a = 'BAJA'))
  INTO terminados, prohibido
  FROM (
    SELECT id, min(folio) AS folio,
      min(estado) FILTER (WHERE NOT es_nuevo) AS de, min(estado) FILTER (WHERE es_nuevo) AS a
    FROM (
      SELECT id, folio, estado, false AS es_nuevo FROM antes UNION ALL SELECT id, folio, estado, true FROM despues
    ) AS fila
    GROUP BY id
  ) AS cambio
  WHERE de <> a;
  IF prohibido IS NOT NULL THEN
    RAISE EXCEPTION '%', prohibido USING ERRCODE = 'check_violation';
  END IF;
  IF terminados IS NOT NULL THEN
    UPDATE "alcance_de_medio" SET "lugar" = NULL WHERE "medio_id" = ANY (terminados) AND "lugar" IS NOT NULL;
  END IF;
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION "count_registros"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO "conteo_de_registros" ("titular_id", "vigentes", "total")
    SELECT titular_id, count(*) FILTER (WHERE estado = 'VIGENTE'), count(*) FROM nuevos GROUP BY titular_id ORDER BY titular_id
    ON CONFLICT ("titular_id") DO UPDATE SET
      vigentes = conteo_de_registros.vigentes + EXCLUDED.vigentes, total = conteo_de_registros.total + EXCLUDED.total;
  ELSE
    INSERT INTO "conteo_de_registros" ("titular_id", "vigentes", "total")
    SELECT titular_id, sum(vigente), sum(uno) FROM (
      SELECT titular_id, (estado = 'VIGENTE')::int AS vigente, 1 AS uno FROM nuevos
      UNION ALL
      SELECT titular_id, -(estado = 'VIGENTE')::int, -1 FROM viejos
    ) AS cambio GROUP BY titular_id HAVING sum(vigente) <> 0 OR sum(uno) <> 0 ORDER BY titular_id
    ON CONFLICT ("titular_id") DO UPDATE SET
      vigentes = conteo_de_registros.vigentes + EXCLUDED.vigentes, total = conteo_de_registros.total + EXCLUDED.total;
  END IF;
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION "count_registros_de_medio"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "medio_de_contacto" SET "registros" = "registros" - salida.cuantos
  FROM (SELECT medio_id, sum(uno) AS cuantos
        FROM (SELECT medio_id, fecha_de_baja, 1 AS uno FROM nuevos UNION ALL SELECT medio_id, fecha_de_baja, -1 FROM viejos) AS fila
        WHERE fecha_de_baja IS NOT NULL GROUP BY medio_id HAVING sum(uno) > 0) AS salida
  WHERE "medio_de_contacto"."id" = salida.medio_id;
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION "keep_nombres"() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    DELETE FROM nombre_de_titular AS n USING (
      SELECT id, min(nombre) FILTER (WHERE NOT es_nuevo) AS nombre
      FROM (SELECT id, nombre, false AS es_nuevo FROM viejos UNION ALL SELECT id, nombre, true FROM nuevos) AS fila
      GROUP BY id HAVING min(nombre) <> max(nombre)
    ) AS cambio CROSS JOIN LATERAL giros_de_nombre(cambio.nombre) AS giro
    WHERE n.texto = giro AND n.titular_id = cambio.id;
    INSERT INTO nombre_de_titular (texto, titular_id)
    SELECT giro, id FROM (
      SELECT id, min(nombre) FILTER (WHERE es_nuevo) AS nombre
      FROM (SELECT id, nombre, false AS es_nuevo FROM viejos UNION ALL SELECT id, nombre, true FROM nuevos) AS fila
      GROUP BY id HAVING min(nombre) <> max(nombre)
    ) AS cambio CROSS JOIN LATERAL giros_de_nombre(nombre) AS giro
    ON CONFLICT DO NOTHING;
  ELSE
    INSERT INTO nombre_de_titular (texto, titular_id)
    SELECT giro, id FROM nuevos CROSS JOIN LATERAL giros_de_nombre(nombre) AS giro
    ON CONFLICT DO NOTHING;
  END IF;
  RETURN NULL;
END $$;
