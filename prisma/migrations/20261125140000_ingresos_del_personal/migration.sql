-- A member of the staff who signs in has no session yet, and belongs among what the staff did all the same.
DROP INDEX "bitacora_de_soporte_idx";
CREATE INDEX "bitacora_de_soporte_idx" ON "bitacora"("id") WHERE "actor" LIKE 'SOPORTE:%' OR "evento" = 'INGRESO_DE_SOPORTE';
