-- CreateEnum
CREATE TYPE "ResultadoDeRebote" AS ENUM ('ANOTADO', 'REPETIDO', 'RETRASO', 'ENTREGA', 'QUEJA', 'RESPUESTA_AUTOMATICA', 'SIN_CORRESPONDENCIA', 'SIN_CAUSA', 'NO_ES_REBOTE', 'ILEGIBLE', 'DEMASIADO_GRANDE');

-- CreateTable
CREATE TABLE "lectura_de_rebote" (
    "huella" CHAR(64) NOT NULL,
    "resultado" "ResultadoDeRebote" NOT NULL,
    "leida_en" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "lectura_de_rebote_pkey" PRIMARY KEY ("huella")
);

-- CreateIndex
CREATE INDEX "lectura_de_rebote_leida_en_resultado_idx" ON "lectura_de_rebote"("leida_en", "resultado");
