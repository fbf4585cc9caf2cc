-- AlterEnum
ALTER TYPE "TipoDeAviso" ADD VALUE 'REGISTROS_ELIMINADOS';

-- DropForeignKey
ALTER TABLE "alcance_de_medio" DROP CONSTRAINT "alcance_de_medio_registro_patronal_id_fkey";

-- AlterTable
ALTER TABLE "registro_patronal" ADD COLUMN     "alta" BIGSERIAL NOT NULL;

-- AlterTable
ALTER TABLE "medio_de_contacto" ADD COLUMN     "prueba_de_id" UUID,
ADD COLUMN     "registros" INTEGER,
ADD COLUMN     "todos_hasta_alta" BIGINT;

-- AlterTable
ALTER TABLE "alcance_de_medio" ADD COLUMN     "fecha_de_baja" TIMESTAMPTZ(3),
ADD COLUMN     "folio_de_baja" TEXT;

-- CreateTable
CREATE TABLE "conteo_de_registros" (
    "titular_id" UUID NOT NULL,
    "vigentes" INTEGER NOT NULL,
    "total" INTEGER NOT NULL,

    CONSTRAINT "conteo_de_registros_pkey" PRIMARY KEY ("titular_id")
);

-- CreateTable
CREATE TABLE "seleccion_de_registros" (
    "id" UUID NOT NULL,
    "sesion_id" UUID NOT NULL,
    "todos" BOOLEAN NOT NULL DEFAULT false,
    "modificada_en" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "seleccion_de_registros_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "marca_de_registro" (
    "seleccion_id" UUID NOT NULL,
    "registro_patronal_id" BIGINT NOT NULL,

    CONSTRAINT "marca_de_registro_pkey" PRIMARY KEY ("seleccion_id","registro_patronal_id")
);

-- CreateTable
CREATE TABLE "avance_de_emision" (
    "acuse_id" UUID NOT NULL,
    "hechos" INTEGER NOT NULL,
    "total" INTEGER NOT NULL,
    "modificado_en" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "avance_de_emision_pkey" PRIMARY KEY ("acuse_id")
);

-- CreateIndex
CREATE INDEX "seleccion_de_registros_sesion_id_idx" ON "seleccion_de_registros"("sesion_id");

-- CreateIndex
CREATE INDEX "seleccion_de_registros_modificada_en_idx" ON "seleccion_de_registros"("modificada_en");

-- AddForeignKey
ALTER TABLE "conteo_de_registros" ADD CONSTRAINT "conteo_de_registros_titular_id_fkey" FOREIGN KEY ("titular_id") REFERENCES "titular"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "seleccion_de_registros" ADD CONSTRAINT "seleccion_de_registros_sesion_id_fkey" FOREIGN KEY ("sesion_id") REFERENCES "sesion"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "marca_de_registro" ADD CONSTRAINT "marca_de_registro_seleccion_id_fkey" FOREIGN KEY ("seleccion_id") REFERENCES "seleccion_de_registros"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "marca_de_registro" ADD CONSTRAINT "marca_de_registro_registro_patronal_id_fkey" FOREIGN KEY ("registro_patronal_id") REFERENCES "registro_patronal"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "medio_de_contacto" ADD CONSTRAINT "medio_de_contacto_prueba_de_id_fkey" FOREIGN KEY ("prueba_de_id") REFERENCES "medio_de_contacto"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "alcance_de_medio" ADD CONSTRAINT "alcance_de_medio_registro_patronal_id_fkey" FOREIGN KEY ("registro_patronal_id") REFERENCES "registro_patronal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "avance_de_emision" ADD CONSTRAINT "avance_de_emision_acuse_id_fkey" FOREIGN KEY ("acuse_id") REFERENCES "acuse"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What follows is what Prisma's schema cannot say.

-- Numbers are compared sign by sign: their pages and prefixes go by the index whatever the database's language.
ALTER TABLE "registro_patronal" ALTER COLUMN "numero" TYPE CHAR(11) COLLATE "C";

-- For searching as people type: without accents or capitals.
CREATE FUNCTION "sin_acentos"(texto TEXT) RETURNS TEXT LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN lower(translate(texto, 'ÁÉÍÓÚÜÑáéíóúüñ', 'AEIOUUNaeiouun')) COLLATE "C";
CREATE INDEX "registro_por_subdelegacion" ON "registro_patronal" ("titular_id", "sin_acentos"("subdelegacion"), "numero")
  WHERE "estado" = 'VIGENTE';
CREATE INDEX "registro_por_alta" ON "registro_patronal" ("titular_id", "alta") WHERE "estado" = 'VIGENTE';

-- A registro that is vigente again, or passes to another titular, is new to whoever registered «for all» before.
CREATE FUNCTION "renew_alta_de_registro"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.alta := nextval('registro_patronal_alta_seq');
  RETURN NEW;
END $$;
CREATE TRIGGER "alta_de_registro" BEFORE UPDATE OF "estado", "titular_id" ON "registro_patronal"
  FOR EACH ROW WHEN (OLD.titular_id <> NEW.titular_id OR OLD.estado <> 'VIGENTE' AND NEW.estado = 'VIGENTE')
  EXECUTE FUNCTION "renew_alta_de_registro"();

-- How many a titular has, settled with whatever changes it, in the order of the titulares so that two loads never deadlock.
CREATE FUNCTION "count_registros"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO "conteo_de_registros" ("titular_id", "vigentes", "total")
    SELECT titular_id, count(*) FILTER (WHERE estado = 'VIGENTE'), count(*) FROM nuevos GROUP BY titular_id ORDER BY titular_id
    ON CONFLICT ("titular_id") DO UPDATE SET
      vigentes = conteo_de_registros.vigentes + EXCLUDED.vigentes, total = conteo_de_registros.total + EXCLUDED.total;
  ELSE
    INSERT INTO "conteo_de_registros" ("titular_id", "vigentes", "total")
    SELECT titular_id, sum(vigente), sum(uno) FROM (
      SELECT n.titular_id, (n.estado = 'VIGENTE')::int AS vigente, 1 AS uno FROM nuevos n JOIN viejos v USING (id)
      WHERE n.titular_id <> v.titular_id OR n.estado <> v.estado
      UNION ALL
      SELECT v.titular_id, -(v.estado = 'VIGENTE')::int, -1 FROM nuevos n JOIN viejos v USING (id)
      WHERE n.titular_id <> v.titular_id OR n.estado <> v.estado
    ) AS cambio GROUP BY titular_id ORDER BY titular_id
    ON CONFLICT ("titular_id") DO UPDATE SET
      vigentes = conteo_de_registros.vigentes + EXCLUDED.vigentes, total = conteo_de_registros.total + EXCLUDED.total;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER "conteo_al_entrar" AFTER INSERT ON "registro_patronal"
  REFERENCING NEW TABLE AS nuevos FOR EACH STATEMENT EXECUTE FUNCTION "count_registros"();
CREATE TRIGGER "conteo_al_cambiar" AFTER UPDATE ON "registro_patronal"
  REFERENCING NEW TABLE AS nuevos OLD TABLE AS viejos FOR EACH STATEMENT EXECUTE FUNCTION "count_registros"();
-- The padrón never deletes a registro: one that ends is de baja.
CREATE TRIGGER "registro_no_se_borra" BEFORE DELETE ON "registro_patronal"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
INSERT INTO "conteo_de_registros" ("titular_id", "vigentes", "total")
SELECT titular_id, count(*) FILTER (WHERE estado = 'VIGENTE'), count(*) FROM "registro_patronal" GROUP BY titular_id;

-- A registro that left a medio takes no place in it.
ALTER TABLE "alcance_de_medio"
  ADD CONSTRAINT "alcance_de_baja_sin_lugar" CHECK ("fecha_de_baja" IS NULL OR "lugar" IS NULL AND "registro_patronal_id" IS NOT NULL),
  ADD CONSTRAINT "alcance_folio_con_fecha" CHECK ("folio_de_baja" IS NULL OR "fecha_de_baja" IS NOT NULL);
CREATE INDEX "alcance_por_folio_de_baja" ON "alcance_de_medio" ("folio_de_baja") WHERE "folio_de_baja" IS NOT NULL;
CREATE FUNCTION "count_registros_de_medio"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "medio_de_contacto" SET "registros" = "registros" - salida.cuantos
  FROM (SELECT n.medio_id, count(*) AS cuantos FROM nuevos n JOIN viejos v USING (id)
        WHERE v.fecha_de_baja IS NULL AND n.fecha_de_baja IS NOT NULL GROUP BY n.medio_id) AS salida
  WHERE "medio_de_contacto"."id" = salida.medio_id;
  RETURN NULL;
END $$;
CREATE TRIGGER "registros_de_medio" AFTER UPDATE ON "alcance_de_medio"
  REFERENCING NEW TABLE AS nuevos OLD TABLE AS viejos FOR EACH STATEMENT EXECUTE FUNCTION "count_registros_de_medio"();
ALTER TABLE "medio_de_contacto"
  ADD CONSTRAINT "medio_registros_no_negativos" CHECK ("registros" >= 0),
  ADD CONSTRAINT "medio_todos_de_registros" CHECK ("todos_hasta_alta" IS NULL OR "registros" IS NOT NULL);

-- The registros vigentes that a form has ticked.
CREATE VIEW "registro_seleccionado" AS
  SELECT s.id AS seleccion_id, r.id, r.numero FROM "seleccion_de_registros" s
  JOIN "sesion" x ON x.id = s.sesion_id
  JOIN "registro_patronal" r ON r.titular_id = x.titular_id AND r.estado = 'VIGENTE'
  WHERE s.todos AND NOT EXISTS (
    SELECT FROM "marca_de_registro" m WHERE m.seleccion_id = s.id AND m.registro_patronal_id = r.id)
  UNION ALL
  SELECT s.id, r.id, r.numero FROM "seleccion_de_registros" s
  JOIN "sesion" x ON x.id = s.sesion_id
  JOIN "marca_de_registro" m ON m.seleccion_id = s.id
  JOIN "registro_patronal" r ON r.id = m.registro_patronal_id AND r.titular_id = x.titular_id AND r.estado = 'VIGENTE'
  WHERE NOT s.todos;

-- Which of them can take a medio and in which place, the first that is free; or why not. `usados` has a bit for each place
-- that is taken; with its lowest zero the place is found, and beyond the last one the registro is full.
CREATE FUNCTION "registros_para_medio"(la_seleccion UUID, el_mecanismo "Mecanismo", el_valor TEXT)
RETURNS TABLE (id BIGINT, numero CHAR(11), lugar INT, motivo TEXT) LANGUAGE sql STABLE AS $$
  SELECT id, numero,
    CASE WHEN NOT repetido AND libre <= maximo THEN libre END,
    CASE WHEN repetido THEN 'REPETIDO' WHEN libre > maximo THEN 'LLENO' END
  FROM (
    SELECT id, numero, repetido,
      CASE ~usados & (usados + 1) WHEN 1 THEN 1 WHEN 2 THEN 2 WHEN 4 THEN 3 WHEN 8 THEN 4 WHEN 16 THEN 5 ELSE 6 END AS libre,
      CASE el_mecanismo WHEN 'TELEFONO' THEN 1 ELSE 5 END AS maximo
    FROM (
      SELECT r.id, r.numero, coalesce(bool_or(a.valor_comparable = el_valor), false) AS repetido,
        coalesce(bit_or(1 << (a.lugar - 1)), 0) AS usados
      FROM "registro_seleccionado" r
      LEFT JOIN "alcance_de_medio" a
        ON a.registro_patronal_id = r.id AND a.mecanismo = el_mecanismo AND a.lugar IS NOT NULL
      WHERE r.seleccion_id = la_seleccion
      GROUP BY r.id, r.numero
    ) AS uso
  ) AS lugares
$$;

-- «Correos electrónicos validados» and «Teléfonos celulares validados» of a registro patronal.
CREATE FUNCTION "medios_validados"(el_registro BIGINT) RETURNS TABLE (correos INT, telefonos INT) LANGUAGE sql STABLE AS $$
  SELECT count(*) FILTER (WHERE a.mecanismo = 'CORREO_ELECTRONICO')::int,
         count(*) FILTER (WHERE a.mecanismo = 'TELEFONO')::int
  FROM "alcance_de_medio" a JOIN "medio_de_contacto" m ON m.id = a.medio_id AND m.estado = 'VALIDADO'
  WHERE a.registro_patronal_id = el_registro AND a.lugar IS NOT NULL
$$;

-- A row for each registro vigente of a titular, for whoever pages through them.
CREATE VIEW "registro_vigente" AS
  SELECT r.id, r.numero, r.subdelegacion, r.titular_id, sin_acentos(r.subdelegacion) AS subdelegacion_buscable
  FROM "registro_patronal" r WHERE r.estado = 'VIGENTE';
