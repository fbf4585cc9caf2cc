-- Lo que se borra al vencer su plazo (src/domain/retencion) se encuentra por un índice.
-- CreateIndex
CREATE INDEX "limite_expire_idx" ON "limite"("expire");

-- CreateIndex
CREATE INDEX "numero_importado_iniciada_en_idx" ON "numero_importado"("iniciada_en");

-- CreateIndex
CREATE INDEX "avance_de_emision_modificado_en_idx" ON "avance_de_emision"("modificado_en");

-- El motivo de «Mostrar» nunca se cambia, y es prueba durante siete años, contados hasta lo último que dice la bitácora: un reloj que
-- va adelante no termina el plazo de nada.
DROP TRIGGER "datos_mostrados_no_cambian" ON "datos_mostrados";
CREATE TRIGGER "datos_mostrados_no_cambian" BEFORE UPDATE OR TRUNCATE ON "datos_mostrados"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE FUNCTION "hace_siete_anios"() RETURNS timestamptz LANGUAGE sql STABLE AS $$
  SELECT fecha - INTERVAL '7 years' FROM bitacora ORDER BY id DESC LIMIT 1
$$;
CREATE FUNCTION "keep_siete_anios"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.fecha <= hace_siete_anios() THEN RETURN OLD; END IF;
  RAISE EXCEPTION '% is append-only for seven years', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER "datos_mostrados_en_su_plazo" BEFORE DELETE ON "datos_mostrados"
  FOR EACH ROW EXECUTE FUNCTION "keep_siete_anios"();
