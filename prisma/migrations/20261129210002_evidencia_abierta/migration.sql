-- CreateTable
CREATE TABLE "evidencia_abierta" (
    "acuse_id" UUID NOT NULL,
    "abierta_en" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "evidencia_abierta_pkey" PRIMARY KEY ("acuse_id")
);

-- AddForeignKey
ALTER TABLE "evidencia_abierta" ADD CONSTRAINT "evidencia_abierta_acuse_id_fkey" FOREIGN KEY ("acuse_id") REFERENCES "acuse"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
