-- AlterEnum
ALTER TYPE "EstadoDeAviso" ADD VALUE 'QUIZA_ENTREGADO';

-- AlterTable
ALTER TABLE "intento_de_envio" ADD COLUMN     "quiza_entregado" BOOLEAN NOT NULL DEFAULT false;

-- A message that was handed over whole and never answered: neither accepted nor refused, and no longer under way.
ALTER TABLE "intento_de_envio"
  ADD CONSTRAINT "intento_sin_saber_si_llego" CHECK (NOT "quiza_entregado" OR "aceptado" IS NOT DISTINCT FROM false);

-- To count them without reading the others.
CREATE INDEX "intento_quiza_entregado" ON "intento_de_envio" ("aviso_id") WHERE "quiza_entregado";
