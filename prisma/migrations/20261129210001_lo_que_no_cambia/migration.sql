-- Lo que es prueba sólo crece, y los estados van sólo por donde deben, también para quien es dueño de las tablas.
CREATE TRIGGER "certificado_no_cambia" BEFORE UPDATE OR DELETE OR TRUNCATE ON "certificado"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "intento_de_codigo_no_cambia" BEFORE UPDATE OR DELETE OR TRUNCATE ON "intento_de_codigo"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "lectura_de_rebote_no_cambia" BEFORE UPDATE OR DELETE OR TRUNCATE ON "lectura_de_rebote"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "medio_no_se_borra" BEFORE DELETE OR TRUNCATE ON "medio_de_contacto"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "alcance_no_se_borra" BEFORE DELETE OR TRUNCATE ON "alcance_de_medio"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "solicitud_no_se_borra" BEFORE DELETE OR TRUNCATE ON "solicitud"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "titular_no_se_borra" BEFORE DELETE OR TRUNCATE ON "titular"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "sesion_no_se_borra" BEFORE DELETE OR TRUNCATE ON "sesion"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "sesion_de_soporte_no_se_borra" BEFORE DELETE OR TRUNCATE ON "sesion_de_soporte"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "miembro_no_se_borra" BEFORE DELETE OR TRUNCATE ON "miembro_de_soporte"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();

-- Un medio es el que se registró.
CREATE FUNCTION "keep_medio"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'what was registered as % does not change', OLD.folio USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER "medio_es_el_que_fue" BEFORE UPDATE ON "medio_de_contacto" FOR EACH ROW WHEN (
  ROW (OLD.id, OLD.folio, OLD.titular_id, OLD.mecanismo, OLD.valor, OLD.valor_comparable, OLD.fecha_de_registro,
       OLD.peticion_id, OLD.prueba_de_id)
  IS DISTINCT FROM
  ROW (NEW.id, NEW.folio, NEW.titular_id, NEW.mecanismo, NEW.valor, NEW.valor_comparable, NEW.fecha_de_registro,
       NEW.peticion_id, NEW.prueba_de_id)
  OR OLD.fecha_de_validacion IS NOT NULL AND OLD.fecha_de_validacion IS DISTINCT FROM NEW.fecha_de_validacion
) EXECUTE FUNCTION "keep_medio"();

-- A qué sirve un medio tampoco: un lugar se deja, y no se vuelve a tomar.
CREATE FUNCTION "keep_alcance"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the scope of a medio only ends' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER "alcance_solo_termina" BEFORE UPDATE ON "alcance_de_medio" FOR EACH ROW WHEN (
  ROW (OLD.id, OLD.medio_id, OLD.titular_id, OLD.registro_patronal_id, OLD.numero, OLD.mecanismo, OLD.valor_comparable)
  IS DISTINCT FROM
  ROW (NEW.id, NEW.medio_id, NEW.titular_id, NEW.registro_patronal_id, NEW.numero, NEW.mecanismo, NEW.valor_comparable)
  OR OLD.lugar IS NULL AND NEW.lugar IS NOT NULL
) EXECUTE FUNCTION "keep_alcance"();

-- Lo firmado no cambia; lo que espera a que responda el servicio de revocación pasa a firmado o a inválido, una vez.
CREATE FUNCTION "keep_solicitud"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'what was signed as % does not change', OLD.folio USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER "solicitud_es_la_que_fue" BEFORE UPDATE ON "solicitud" FOR EACH ROW WHEN (
  ROW (OLD.id, OLD.folio, OLD.titular_id, OLD.texto_version, OLD.texto_sha256, OLD.fecha, OLD.cadena_original, OLD.firma,
       OLD.certificado_id)
  IS DISTINCT FROM
  ROW (NEW.id, NEW.folio, NEW.titular_id, NEW.texto_version, NEW.texto_sha256, NEW.fecha, NEW.cadena_original, NEW.firma,
       NEW.certificado_id)
  OR OLD.estado <> 'PENDIENTE_DE_VERIFICACION' AND ROW (OLD.estado, OLD.consulta_ocsp_id)
    IS DISTINCT FROM ROW (NEW.estado, NEW.consulta_ocsp_id)
) EXECUTE FUNCTION "keep_solicitud"();

-- Un mensaje que se resolvió no vuelve a estar pendiente, y uno descartado lo queda.
CREATE FUNCTION "guard_estado_de_aviso"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a message cannot go from % to %', OLD.estado, NEW.estado USING ERRCODE = 'check_violation';
END $$;
CREATE TRIGGER "aviso_en_orden" BEFORE UPDATE ON "aviso" FOR EACH ROW WHEN (
  OLD.estado <> NEW.estado AND (NEW.estado = 'PENDIENTE' OR OLD.estado = 'DESCARTADO')
) EXECUTE FUNCTION "guard_estado_de_aviso"();

-- Una sesión es de quien la abrió, y la que terminó no se abre; un challenge se gasta una vez.
CREATE FUNCTION "refuse_reopening"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% has ended, or is of somebody else', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER "sesion_termina_una_vez" BEFORE UPDATE ON "sesion" FOR EACH ROW WHEN (
  OLD.cerrada_en IS NOT NULL OR ROW (OLD.id, OLD.titular_id, OLD.certificado_id, OLD.consulta_ocsp_id, OLD.creada_en)
    IS DISTINCT FROM ROW (NEW.id, NEW.titular_id, NEW.certificado_id, NEW.consulta_ocsp_id, NEW.creada_en)
) EXECUTE FUNCTION "refuse_reopening"();
CREATE TRIGGER "sesion_de_soporte_termina_una_vez" BEFORE UPDATE ON "sesion_de_soporte" FOR EACH ROW WHEN (
  OLD.cerrada_en IS NOT NULL
  OR ROW (OLD.id, OLD.miembro_id, OLD.serie, OLD.certificado, OLD.resultado_ocsp, OLD.respuesta_ocsp, OLD.creada_en)
    IS DISTINCT FROM
    ROW (NEW.id, NEW.miembro_id, NEW.serie, NEW.certificado, NEW.resultado_ocsp, NEW.respuesta_ocsp, NEW.creada_en)
) EXECUTE FUNCTION "refuse_reopening"();
CREATE TRIGGER "challenge_se_gasta_una_vez" BEFORE UPDATE ON "challenge" FOR EACH ROW WHEN (
  OLD.consumido_en IS NOT NULL
) EXECUTE FUNCTION "refuse_reopening"();

-- Un RFC no pasa a ser otro.
CREATE FUNCTION "keep_rfc"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'an RFC does not become another' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER "titular_es_el_que_fue" BEFORE UPDATE ON "titular" FOR EACH ROW WHEN (
  ROW (OLD.id, OLD.rfc, OLD.creado_en) IS DISTINCT FROM ROW (NEW.id, NEW.rfc, NEW.creado_en)
) EXECUTE FUNCTION "keep_rfc"();
CREATE TRIGGER "miembro_es_el_que_fue" BEFORE UPDATE ON "miembro_de_soporte" FOR EACH ROW WHEN (
  ROW (OLD.id, OLD.rfc) IS DISTINCT FROM ROW (NEW.id, NEW.rfc)
) EXECUTE FUNCTION "keep_rfc"();
