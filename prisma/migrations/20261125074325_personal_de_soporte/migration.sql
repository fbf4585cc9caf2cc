-- CreateEnum
CREATE TYPE "RolDeSoporte" AS ENUM ('CONSULTA', 'ATENCION', 'SUPERVISION');

-- AlterEnum
ALTER TYPE "PropositoDeChallenge" ADD VALUE 'LOGIN_DE_SOPORTE';

-- CreateTable
CREATE TABLE "miembro_de_soporte" (
    "id" UUID NOT NULL,
    "rfc" VARCHAR(13) NOT NULL,
    "nombre" TEXT NOT NULL,
    "rol" "RolDeSoporte" NOT NULL,
    "alta_en" TIMESTAMPTZ(3) NOT NULL,
    "baja_en" TIMESTAMPTZ(3),

    CONSTRAINT "miembro_de_soporte_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sesion_de_soporte" (
    "id" UUID NOT NULL,
    "miembro_id" UUID NOT NULL,
    "serie" TEXT NOT NULL,
    "certificado" BYTEA NOT NULL,
    "resultado_ocsp" "ResultadoOcsp" NOT NULL,
    "respuesta_ocsp" BYTEA,
    "creada_en" TIMESTAMPTZ(3) NOT NULL,
    "ultima_actividad_en" TIMESTAMPTZ(3) NOT NULL,
    "cerrada_en" TIMESTAMPTZ(3),

    CONSTRAINT "sesion_de_soporte_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "miembro_de_soporte_rfc_key" ON "miembro_de_soporte"("rfc");

-- CreateIndex
CREATE INDEX "sesion_de_soporte_miembro_id_idx" ON "sesion_de_soporte"("miembro_id");

-- AddForeignKey
ALTER TABLE "sesion_de_soporte" ADD CONSTRAINT "sesion_de_soporte_miembro_id_fkey" FOREIGN KEY ("miembro_id") REFERENCES "miembro_de_soporte"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
