-- The messages that failed, by when that was known: what support opens on.
CREATE INDEX "aviso_fallido" ON "aviso" ("resuelto_en") WHERE "estado" IN ('RECHAZADO', 'SIN_RESPUESTA', 'REBOTADO');
