-- A document that somebody drops on /verificar is found by its hash.
-- CreateIndex
CREATE INDEX "acuse_documento_sha256_idx" ON "acuse_documento"("sha256");
