-- CreateTable
CREATE TABLE "cuenta" (
    "id" BIGSERIAL NOT NULL,
    "nombre" TEXT NOT NULL,
    "valor" TEXT NOT NULL,
    "cuantos" INTEGER NOT NULL,

    CONSTRAINT "cuenta_pkey" PRIMARY KEY ("id")
);

-- What follows is what Prisma's schema cannot say.

-- What is counted as it is written, so that no measure reads a table that grows. Each statement leaves a row of its own: one
-- row for all would make writers wait for each other. The worker sums them.
CREATE FUNCTION "count_medios_nuevos"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "cuenta" (nombre, valor, cuantos)
    SELECT 'medios', estado::text, count(*) FROM nuevas GROUP BY estado;
  RETURN NULL;
END $$;
CREATE TRIGGER "cuenta_de_medios_nuevos" AFTER INSERT ON "medio_de_contacto"
  REFERENCING NEW TABLE AS nuevas FOR EACH STATEMENT EXECUTE FUNCTION "count_medios_nuevos"();

CREATE FUNCTION "count_medios_cambiados"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "cuenta" (nombre, valor, cuantos)
    SELECT 'medios', estado::text, sum(uno) FROM (
      SELECT estado, 1 AS uno FROM nuevas UNION ALL SELECT estado, -1 FROM anteriores) AS cambio
    GROUP BY estado HAVING sum(uno) <> 0;
  RETURN NULL;
END $$;
CREATE TRIGGER "cuenta_de_medios_cambiados" AFTER UPDATE ON "medio_de_contacto"
  REFERENCING OLD TABLE AS anteriores NEW TABLE AS nuevas FOR EACH STATEMENT EXECUTE FUNCTION "count_medios_cambiados"();

CREATE FUNCTION "count_rebotes"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "cuenta" (nombre, valor, cuantos)
    SELECT 'rebotes', resultado::text, count(*) FROM nuevas GROUP BY resultado;
  RETURN NULL;
END $$;
CREATE TRIGGER "cuenta_de_rebotes" AFTER INSERT ON "lectura_de_rebote"
  REFERENCING NEW TABLE AS nuevas FOR EACH STATEMENT EXECUTE FUNCTION "count_rebotes"();

CREATE FUNCTION "count_quiza_entregado"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "cuenta" (nombre, valor, cuantos)
    SELECT 'quiza_entregados', mecanismo::text, 1 FROM "aviso" WHERE id = NEW.aviso_id;
  RETURN NULL;
END $$;
CREATE TRIGGER "cuenta_de_quiza_entregado" AFTER UPDATE OF "quiza_entregado" ON "intento_de_envio"
  FOR EACH ROW WHEN (NEW.quiza_entregado AND NOT OLD.quiza_entregado) EXECUTE FUNCTION "count_quiza_entregado"();

-- What there is already.
INSERT INTO "cuenta" (nombre, valor, cuantos)
  SELECT 'medios', estado::text, count(*) FROM "medio_de_contacto" GROUP BY estado
  UNION ALL SELECT 'rebotes', resultado::text, count(*) FROM "lectura_de_rebote" GROUP BY resultado
  UNION ALL SELECT 'quiza_entregados', mecanismo::text, count(*)
    FROM "intento_de_envio" JOIN "aviso" ON "aviso".id = aviso_id WHERE quiza_entregado GROUP BY mecanismo;

-- Messages under way are few, those that there were are not.
CREATE INDEX "aviso_pendiente" ON "aviso" ("id") WHERE "estado" = 'PENDIENTE';
