-- The messages of a titular, those made last first. Nothing looks for those without a medio any more.
CREATE INDEX "aviso_titular_id_id_idx" ON "aviso"("titular_id", "id");
DROP INDEX "aviso_titular_id_idx";
DROP INDEX "aviso_sin_medio";
