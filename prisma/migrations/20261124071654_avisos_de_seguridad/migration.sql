ALTER TYPE "TipoDeAviso" ADD VALUE 'MEDIO_AGREGADO';
ALTER TYPE "TipoDeAviso" ADD VALUE 'MEDIO_ELIMINADO';
ALTER TYPE "TipoDeAviso" ADD VALUE 'EFIRMA_NUEVA';

ALTER TABLE "medio_de_contacto" ADD COLUMN "ajeno_en" TIMESTAMPTZ(3);
-- An address that is not the titular's is never a proved one.
ALTER TABLE "medio_de_contacto"
  ADD CONSTRAINT "medio_ajeno_cancelado" CHECK ("ajeno_en" IS NULL OR "estado" = 'CANCELADO');

-- The daily caps are counted by where a message goes, whatever it is about.
DROP INDEX "aviso_mecanismo_destino_creado_en_idx";
ALTER TABLE "aviso" ADD COLUMN "destino_comparable" TEXT;
UPDATE "aviso" SET "destino_comparable" = lower("destino");
ALTER TABLE "aviso" ALTER COLUMN "destino_comparable" SET NOT NULL;
CREATE INDEX "aviso_mecanismo_destino_comparable_creado_en_idx" ON "aviso"("mecanismo", "destino_comparable", "creado_en");
