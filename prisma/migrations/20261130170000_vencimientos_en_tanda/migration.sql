-- Lo mismo que antes, y que PostgreSQL puede poner dentro de quien la llama: la base es UTF8, y `octet_length` ya cuenta sus bytes.
CREATE OR REPLACE FUNCTION "bitacora_campo"("nombre" TEXT, "valor" TEXT) RETURNS TEXT LANGUAGE sql IMMUTABLE AS $$
  SELECT nombre || '=' || coalesce(octet_length(valor)::text || ':' || valor, '') || E'\n'
$$;

-- EN_PROCESO → VALIDADO | CANCELADO | BAJA; VALIDADO → BAJA; nada más. Salir de los dos primeros libera los lugares en el momento: los
-- de todas las filas de una vez, porque un vencimiento cancela quinientas.
DROP TRIGGER "estado_de_medio" ON "medio_de_contacto";
CREATE OR REPLACE FUNCTION "guard_estado_de_medio"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  cambio RECORD;
  terminados UUID[];
BEGIN
  SELECT antes.folio, antes.estado AS de, despues.estado AS a INTO cambio
  FROM antes JOIN despues USING (id)
  WHERE antes.estado <> despues.estado
    AND NOT (antes.estado = 'EN_PROCESO' OR antes.estado = 'VALIDADO' AND despues.estado = 'BAJA')
  LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'medio % cannot go from % to %', cambio.folio, cambio.de, cambio.a USING ERRCODE = 'check_violation';
  END IF;
  SELECT array_agg(id) INTO terminados FROM antes JOIN despues USING (id)
  WHERE antes.estado <> despues.estado AND despues.estado IN ('CANCELADO', 'BAJA');
  IF terminados IS NOT NULL THEN
    UPDATE "alcance_de_medio" SET "lugar" = NULL WHERE "medio_id" = ANY (terminados) AND "lugar" IS NOT NULL;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER "estado_de_medio" AFTER UPDATE ON "medio_de_contacto"
  REFERENCING OLD TABLE AS "antes" NEW TABLE AS "despues" FOR EACH STATEMENT EXECUTE FUNCTION "guard_estado_de_medio"();
