-- DropIndex
DROP INDEX "alcance_de_medio_medio_id_idx";

-- AlterTable
ALTER TABLE "alcance_de_medio" ADD COLUMN     "numero" CHAR(11);

-- CreateTable: unlogged, for it is of a load that a crash ends anyway.
CREATE UNLOGGED TABLE "numero_importado" (
    "importacion" UUID NOT NULL,
    "numero" CHAR(11) NOT NULL,
    "linea" INTEGER NOT NULL,
    "iniciada_en" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "numero_importado_pkey" PRIMARY KEY ("importacion","numero")
);

-- What follows is what Prisma's schema cannot say.

-- The registros of a medio in the order of their numbers, one page or one part at a time, however many they are.
ALTER TABLE "alcance_de_medio" ALTER COLUMN "numero" TYPE CHAR(11) COLLATE "C";
UPDATE "alcance_de_medio" SET "numero" = r.numero FROM "registro_patronal" r WHERE r.id = "registro_patronal_id";
ALTER TABLE "alcance_de_medio"
  ADD CONSTRAINT "alcance_con_numero" CHECK (("registro_patronal_id" IS NULL) = ("numero" IS NULL));
CREATE INDEX "alcance_de_medio_medio_id_numero_idx" ON "alcance_de_medio"("medio_id", "numero");
DROP INDEX "alcance_por_folio_de_baja";
CREATE INDEX "alcance_por_folio_de_baja" ON "alcance_de_medio" ("folio_de_baja", "numero") WHERE "folio_de_baja" IS NOT NULL;
CREATE TRIGGER "registro_conserva_su_numero" BEFORE UPDATE OF "numero" ON "registro_patronal"
  FOR EACH ROW WHEN (OLD.numero <> NEW.numero) EXECUTE FUNCTION "refuse_change"();

-- The registros of a titular that have a validated medio: read once for a search of those that have none.
CREATE FUNCTION "registros_con_medio"(el_titular UUID) RETURNS TABLE (id BIGINT) LANGUAGE sql STABLE AS $$
  SELECT a.registro_patronal_id FROM "medio_de_contacto" m JOIN "alcance_de_medio" a ON a.medio_id = m.id
  WHERE m.titular_id = el_titular AND m.estado = 'VALIDADO' AND m.registros IS NOT NULL AND a.lugar IS NOT NULL
$$;
-- As before, but for how those without validated medios are found.
CREATE OR REPLACE FUNCTION "registros_por_subdelegacion"(
  el_titular UUID, el_prefijo TEXT, despues_de CHAR(11), sin_validar BOOLEAN, cuantos INT
) RETURNS SETOF "registro_vigente" LANGUAGE sql STABLE SET enable_bitmapscan = off SET enable_sort = off AS $$
  WITH anterior AS (
    SELECT subdelegacion_buscable, numero FROM registro_vigente
    WHERE titular_id = el_titular AND numero = despues_de AND subdelegacion_buscable >= sin_acentos(el_prefijo)
  )
  SELECT * FROM registro_vigente
  WHERE titular_id = el_titular
    AND subdelegacion_buscable < sin_acentos(el_prefijo) || U&'\+10FFFF'
    AND (subdelegacion_buscable, numero) > (
      coalesce((SELECT subdelegacion_buscable FROM anterior), sin_acentos(el_prefijo)),
      coalesce((SELECT numero FROM anterior), ''))
    AND (NOT sin_validar OR id NOT IN (SELECT c.id FROM registros_con_medio(el_titular) c))
  ORDER BY subdelegacion_buscable, numero LIMIT cuantos
$$;

-- Those that came to the padrón after a medio was registered for all, and can still take it.
CREATE FUNCTION "registros_nuevos_para"(el_medio UUID) RETURNS TABLE (id BIGINT) LANGUAGE sql STABLE AS $$
  SELECT r.id FROM "medio_de_contacto" m
  JOIN "registro_patronal" r ON r.titular_id = m.titular_id AND r.estado = 'VIGENTE' AND r.alta > m.todos_hasta_alta
  LEFT JOIN LATERAL (
    SELECT count(*) AS cuantos, bool_or(a.valor_comparable = m.valor_comparable) AS repetido FROM "alcance_de_medio" a
    WHERE a.registro_patronal_id = r.id AND a.mecanismo = m.mecanismo AND a.lugar IS NOT NULL
  ) AS uso ON true
  WHERE m.id = el_medio AND uso.repetido IS NOT TRUE
    AND uso.cuantos < CASE m.mecanismo WHEN 'TELEFONO' THEN 1 ELSE 5 END
$$;
