-- What keeps the portal from being used against a stranger's phone or mailbox, and a stranger from filling the counters of
-- whoever owns it. The numbers are in domain/medio-de-contacto/limites.ts.

-- One mailbox for counting, however it is written: what follows «+», and the dots of Gmail, make no other. It is of lower case
-- already. A number is itself.
CREATE FUNCTION "buzon_de"("el_valor" TEXT) RETURNS TEXT LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE
    WHEN strpos(el_valor, '@') < 2 THEN el_valor
    WHEN dominio IN ('gmail.com', 'googlemail.com') THEN coalesce(nullif(replace(nombre, '.', ''), ''), local_part) || '@gmail.com'
    ELSE coalesce(nullif(nombre, ''), local_part) || '@' || dominio END
  FROM (SELECT split_part(el_valor, '@', 1), split_part(split_part(el_valor, '@', 1), '+', 1), split_part(el_valor, '@', 2))
    AS partes (local_part, nombre, dominio)
$$;

-- Until when a message waits because many asked for one to the same number or mailbox.
ALTER TABLE "aviso" ADD COLUMN "demorado_hasta" TIMESTAMPTZ(3);
ALTER TABLE "aviso" ADD CONSTRAINT "aviso_demorado_despues" CHECK ("demorado_hasta" > "creado_en");
CREATE INDEX "aviso_de_prueba_por_buzon" ON "aviso" (buzon_de("destino_comparable"), (coalesce("demorado_hasta", "creado_en")))
  WHERE "tipo" IN ('VALIDA_CORREO', 'CODIGO_CELULAR');
CREATE INDEX "aviso_de_prueba_por_titular" ON "aviso" ("titular_id", "creado_en")
  WHERE "tipo" IN ('VALIDA_CORREO', 'CODIGO_CELULAR');
CREATE INDEX "aviso_por_sms" ON "aviso" ("creado_en") WHERE "mecanismo" = 'TELEFONO';

-- Whoever gets the messages closed the address to every registration; and opened again what they had said is not theirs.
ALTER TABLE "medio_de_contacto" ADD COLUMN "cerrado_en" TIMESTAMPTZ(3), ADD COLUMN "reabierto_en" TIMESTAMPTZ(3);
ALTER TABLE "medio_de_contacto"
  ADD CONSTRAINT "medio_cerrado_por_ajeno" CHECK ("cerrado_en" >= "ajeno_en"),
  ADD CONSTRAINT "medio_cerrado_y_ajeno" CHECK ("cerrado_en" IS NULL OR "ajeno_en" IS NOT NULL),
  ADD CONSTRAINT "medio_reabierto_despues" CHECK ("reabierto_en" IS NULL OR "ajeno_en" IS NOT NULL AND "reabierto_en" >= "ajeno_en");
CREATE INDEX "medio_ajeno_por_buzon" ON "medio_de_contacto" (buzon_de("valor_comparable")) WHERE "ajeno_en" IS NOT NULL;

-- For whom a mailbox is closed: «TODOS», or «TITULAR» for this one alone; null when it is open.
CREATE FUNCTION "cierre_de"("el_titular" UUID, "el_valor" TEXT) RETURNS TEXT LANGUAGE sql STABLE AS $$
  SELECT CASE WHEN bool_or("cerrado_en" IS NOT NULL) THEN 'TODOS' WHEN bool_or("titular_id" = el_titular) THEN 'TITULAR' END
  FROM "medio_de_contacto"
  WHERE "ajeno_en" IS NOT NULL AND "reabierto_en" IS NULL AND buzon_de("valor_comparable") = buzon_de(el_valor)
$$;

-- What decides whether a titular may have a link or a code sent to this value, and when: all that it counts was never proved.
CREATE FUNCTION "pruebas_de"("el_titular" UUID, "el_mecanismo" "Mecanismo", "el_valor" TEXT,
    "hace_un_dia" TIMESTAMPTZ, "recordado_desde" TIMESTAMPTZ, "tope" INT)
  RETURNS TABLE (
    "cierre" TEXT,
    -- Other values of the titular: En proceso, and registered within a day.
    "vivos" INT, "otros" INT,
    -- Links or codes that the titular asked for within a day: all, and to this mailbox or number.
    "propios" INT, "alDestino" INT,
    -- When the last but so many of those to this mailbox or number, over all titulares, went or goes: one more goes a day later.
    "turno" TIMESTAMPTZ,
    "isAjeno" BOOLEAN, "isProbado" BOOLEAN
  ) LANGUAGE sql STABLE AS $$
  SELECT cierre_de(el_titular, el_valor), otros.vivos, otros.de_hoy, suyos.todos, suyos.al_destino,
    (SELECT coalesce(a.demorado_hasta, a.creado_en)
     FROM "aviso" a JOIN "medio_de_contacto" m ON m.id = a.medio_id AND m.fecha_de_validacion IS NULL
     WHERE buzon_de(a.destino_comparable) = buzon_de(el_valor) AND a.tipo IN ('VALIDA_CORREO', 'CODIGO_CELULAR')
       AND coalesce(a.demorado_hasta, a.creado_en) > hace_un_dia AND a.estado <> 'DESCARTADO'
     ORDER BY 1 DESC OFFSET tope - 1 LIMIT 1),
    EXISTS (SELECT FROM "medio_de_contacto" WHERE ajeno_en > recordado_desde AND reabierto_en IS NULL
      AND buzon_de(valor_comparable) = buzon_de(el_valor)),
    EXISTS (SELECT FROM "medio_de_contacto" WHERE titular_id = el_titular AND valor_comparable = el_valor
      AND fecha_de_validacion IS NOT NULL)
  FROM (
    SELECT (count(*) FILTER (WHERE cada.vivo))::int AS vivos, (count(*) FILTER (WHERE cada.de_hoy))::int AS de_hoy
    FROM (SELECT bool_or(estado = 'EN_PROCESO') AS vivo, bool_or(fecha_de_registro > hace_un_dia) AS de_hoy
      FROM "medio_de_contacto"
      WHERE titular_id = el_titular AND mecanismo = el_mecanismo AND valor_comparable <> el_valor
      GROUP BY valor_comparable HAVING count(fecha_de_validacion) = 0) AS cada
  ) AS otros, (
    SELECT count(*)::int AS todos,
      (count(*) FILTER (WHERE buzon_de(a.destino_comparable) = buzon_de(el_valor)))::int AS al_destino
    FROM "aviso" a JOIN "medio_de_contacto" m ON m.id = a.medio_id AND m.fecha_de_validacion IS NULL
    WHERE a.titular_id = el_titular AND a.creado_en > hace_un_dia AND a.mecanismo = el_mecanismo
      AND a.tipo IN ('VALIDA_CORREO', 'CODIGO_CELULAR')
  ) AS suyos
$$;
CREATE FUNCTION "refuse_buzon_cerrado"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF cierre_de(NEW.titular_id, NEW.valor_comparable) IS NOT NULL THEN
    RAISE EXCEPTION 'whoever gets the messages of % closed the address', NEW.folio USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "medio_en_buzon_abierto" BEFORE INSERT ON "medio_de_contacto" FOR EACH ROW
  WHEN (NEW.mecanismo = 'CORREO_ELECTRONICO' AND NEW.estado = 'EN_PROCESO') EXECUTE FUNCTION "refuse_buzon_cerrado"();

-- To what was never proved nothing goes but the link or the code that prove it.
CREATE FUNCTION "refuse_noticia_sin_prueba"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM "medio_de_contacto" WHERE "titular_id" = NEW.titular_id
      AND "valor_comparable" = NEW.destino_comparable AND "fecha_de_validacion" IS NOT NULL) THEN
    RAISE EXCEPTION 'a message to % goes where nothing was proved', NEW.titular_id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "aviso_a_lo_probado" AFTER INSERT ON "aviso" FOR EACH ROW
  WHEN (NEW.tipo NOT IN ('VALIDA_CORREO', 'CODIGO_CELULAR')) EXECUTE FUNCTION "refuse_noticia_sin_prueba"();

-- Refusals of nobody in particular: how many in each minute, by cause.
CREATE TABLE "rechazo_por_minuto" (
    "minuto" TIMESTAMPTZ(3) NOT NULL,
    "evento" TEXT NOT NULL,
    "causa" TEXT NOT NULL,
    "veces" INTEGER NOT NULL,

    CONSTRAINT "rechazo_por_minuto_pkey" PRIMARY KEY ("minuto","evento","causa")
);
