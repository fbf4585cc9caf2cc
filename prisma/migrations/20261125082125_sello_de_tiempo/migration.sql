-- CreateEnum
CREATE TYPE "ObjetoSellado" AS ENUM ('SELLO_DEL_DOCUMENTO', 'DOCUMENTO');

-- AlterTable
ALTER TABLE "acuse_documento" ADD COLUMN     "certificado_de_sello" CHAR(64);

-- CreateTable
CREATE TABLE "sello_de_tiempo" (
    "acuse_id" UUID NOT NULL,
    "objeto" "ObjetoSellado" NOT NULL,
    "token" BYTEA NOT NULL,
    "fecha" TIMESTAMPTZ(3) NOT NULL,
    "obtenido_en" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sello_de_tiempo_pkey" PRIMARY KEY ("acuse_id")
);

-- AddForeignKey
ALTER TABLE "acuse_documento" ADD CONSTRAINT "acuse_documento_certificado_de_sello_fkey" FOREIGN KEY ("certificado_de_sello") REFERENCES "certificado_de_sello"("huella") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sello_de_tiempo" ADD CONSTRAINT "sello_de_tiempo_acuse_id_fkey" FOREIGN KEY ("acuse_id") REFERENCES "acuse_documento"("acuse_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What was issued before this migration has no seal inside and stays as it is; from now on nothing is issued without one.
ALTER TABLE "acuse_documento" ADD CONSTRAINT "acuse_documento_sellado" CHECK ("certificado_de_sello" IS NOT NULL) NOT VALID;

CREATE TRIGGER "sello_de_tiempo_no_cambia" BEFORE UPDATE OR DELETE OR TRUNCATE ON "sello_de_tiempo"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
