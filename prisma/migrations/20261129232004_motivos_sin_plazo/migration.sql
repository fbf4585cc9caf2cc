-- Quién mostró los datos de un folio, y por qué, es prueba sin plazo: la bitácora guarda su resumen, y borrarlo la desmentiría.
DROP TRIGGER "datos_mostrados_en_su_plazo" ON "datos_mostrados";
DROP FUNCTION "keep_siete_anios"();
DROP FUNCTION "hace_siete_anios"();
DROP TRIGGER "datos_mostrados_no_cambian" ON "datos_mostrados";
CREATE TRIGGER "datos_mostrados_no_cambian" BEFORE UPDATE OR DELETE OR TRUNCATE ON "datos_mostrados"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
