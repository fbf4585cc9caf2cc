-- El registro público de hechos: un árbol de Merkle (RFC 9162) sobre los eslabones de la bitácora. Cada hoja lleva su sal, para que
-- nadie adivine de qué trata, y los resúmenes de los subárboles completos que terminan en ella, para que una prueba lea pocas filas.
-- CreateTable
CREATE TABLE "hoja_de_registro" (
    "posicion" BIGINT NOT NULL,
    "sal" BYTEA NOT NULL,
    "nodos" BYTEA NOT NULL,

    CONSTRAINT "hoja_de_registro_pkey" PRIMARY KEY ("posicion")
);

-- CreateTable
CREATE TABLE "cabeza_de_registro" (
    "tamano" BIGINT NOT NULL,
    "raiz" CHAR(64) NOT NULL,
    "nota" TEXT NOT NULL,
    "firmada_en" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "cabeza_de_registro_pkey" PRIMARY KEY ("tamano")
);

CREATE TRIGGER "hoja_de_registro_solo_crece" BEFORE UPDATE OR DELETE OR TRUNCATE ON "hoja_de_registro"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "cabeza_de_registro_solo_crece" BEFORE UPDATE OR DELETE OR TRUNCATE ON "cabeza_de_registro"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();

-- El ancla de cada día lleva también la raíz del registro; las de antes no la tienen.
ALTER TABLE "ancla_de_bitacora" ADD COLUMN "raiz" CHAR(64);

-- Desde ahora cada día terminado tiene su ancla, también los que nadie trabajó: las que faltan en medio son de la siguiente.
INSERT INTO "ancla_de_bitacora" ("dia", "posicion", "cadena", "anclada_en")
SELECT cada.d::date, ancla.posicion, ancla.cadena, ancla.anclada_en
FROM generate_series((SELECT min("dia") FROM "ancla_de_bitacora"), (SELECT max("dia") FROM "ancla_de_bitacora"), interval '1 day') AS cada (d)
CROSS JOIN LATERAL (SELECT a.* FROM "ancla_de_bitacora" AS a WHERE a."dia" > cada.d::date ORDER BY a."dia" LIMIT 1) AS ancla
WHERE NOT EXISTS (SELECT FROM "ancla_de_bitacora" AS suya WHERE suya."dia" = cada.d::date);
