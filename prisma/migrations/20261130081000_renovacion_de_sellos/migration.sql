-- Los sellos de tiempo envejecen: vence el certificado de su TSA, o su algoritmo se vuelve débil (RFC 4998). Cada sello de ancla
-- obtenido es una hoja de un árbol cuya raíz va en las anclas que siguen: el sello de un día renueva todos los anteriores. Si el
-- algoritmo se dice débil hay otro árbol con el que le sigue, y es también hoja de él todo lo que prueba desde cuándo está cada acuse.
-- CreateTable
CREATE TABLE "hoja_de_renovacion" (
    "algoritmo" TEXT NOT NULL,
    "posicion" BIGINT NOT NULL,
    "dias" DATE[] NOT NULL,
    "acuse_id" UUID,
    "nodos" BYTEA NOT NULL,

    CONSTRAINT "hoja_de_renovacion_pkey" PRIMARY KEY ("algoritmo","posicion")
);

-- CreateIndex
CREATE UNIQUE INDEX "hoja_de_renovacion_algoritmo_acuse_id_key" ON "hoja_de_renovacion"("algoritmo", "acuse_id");

-- AddForeignKey
ALTER TABLE "hoja_de_renovacion" ADD CONSTRAINT "hoja_de_renovacion_acuse_id_fkey" FOREIGN KEY ("acuse_id") REFERENCES "acuse"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "hoja_de_renovacion" ADD CONSTRAINT "hoja_de_algo" CHECK
  ("algoritmo" IN ('sha256', 'sha512') AND "posicion" > 0 AND cardinality("dias") > 0 AND ("acuse_id" IS NOT NULL OR cardinality("dias") = 1));

-- Un sello es una sola hoja de cada árbol.
CREATE UNIQUE INDEX "hoja_de_un_sello" ON "hoja_de_renovacion"("algoritmo", "dias") WHERE "acuse_id" IS NULL;

CREATE TRIGGER "hoja_de_renovacion_solo_crece" BEFORE UPDATE OR DELETE OR TRUNCATE ON "hoja_de_renovacion"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();

-- Lo largo de la raíz dice con qué algoritmo: 64 cifras son SHA-256 y 128, SHA-512. Con el mismo se le pide su sello al ancla.
ALTER TABLE "ancla_de_bitacora" ADD COLUMN "renovaciones" BIGINT, ADD COLUMN "raiz_de_renovaciones" TEXT;
ALTER TABLE "ancla_de_bitacora" ADD CONSTRAINT "ancla_con_su_raiz" CHECK
  (("renovaciones" IS NULL) = ("raiz_de_renovaciones" IS NULL) AND "renovaciones" > 0 AND "raiz_de_renovaciones" ~ '^([0-9a-f]{64}){1,2}$');
