-- CreateTable
CREATE TABLE "revision_de_documento" (
    "acuse_id" UUID NOT NULL,
    "cola" BYTEA NOT NULL,
    "sha256" CHAR(64) NOT NULL,
    "obtenida_en" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "revision_de_documento_pkey" PRIMARY KEY ("acuse_id")
);

-- CreateIndex
CREATE INDEX "revision_de_documento_sha256_idx" ON "revision_de_documento"("sha256");

-- AddForeignKey
ALTER TABLE "revision_de_documento" ADD CONSTRAINT "revision_de_documento_acuse_id_fkey" FOREIGN KEY ("acuse_id") REFERENCES "acuse_documento"("acuse_id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TRIGGER "revision_de_documento_no_cambia" BEFORE UPDATE OR DELETE OR TRUNCATE ON "revision_de_documento"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();

SELECT vigilar_hechos('revision_de_documento', 'acuse_id', '(SELECT folio FROM acuse WHERE acuse.id = n.acuse_id)', 'n.obtenida_en',
  '{cola,sha256,obtenida_en}', false);
