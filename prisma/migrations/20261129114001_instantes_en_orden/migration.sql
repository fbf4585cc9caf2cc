-- Of two instants of which one follows the other, the second is never before the first, whatever the clocks did: the portal
-- writes the later of the two (tramites/instante/hold-instante.ts), and these refuse anything else.

-- What a clock that had gone back wrote before follows the same rule. The acuses stay as they were issued.
UPDATE "medio_de_contacto" SET "fecha_de_validacion" = "plazo_desde" WHERE "fecha_de_validacion" < "plazo_desde";
UPDATE "medio_de_contacto" SET "fecha_de_cancelacion" = "fecha_de_registro" WHERE "fecha_de_cancelacion" < "fecha_de_registro";
UPDATE "medio_de_contacto" SET "fecha_de_baja" = greatest("fecha_de_registro", "fecha_de_validacion")
  WHERE "fecha_de_baja" < greatest("fecha_de_registro", "fecha_de_validacion");
UPDATE "medio_de_contacto" SET "ajeno_en" = "fecha_de_cancelacion" WHERE "ajeno_en" < "fecha_de_cancelacion";
UPDATE "sesion" SET "ultima_actividad_en" = "creada_en" WHERE "ultima_actividad_en" < "creada_en";
UPDATE "sesion" SET "cerrada_en" = "ultima_actividad_en" WHERE "cerrada_en" < "ultima_actividad_en";
UPDATE "sesion_de_soporte" SET "ultima_actividad_en" = "creada_en" WHERE "ultima_actividad_en" < "creada_en";
UPDATE "sesion_de_soporte" SET "cerrada_en" = "ultima_actividad_en" WHERE "cerrada_en" < "ultima_actividad_en";
UPDATE "miembro_de_soporte" SET "baja_en" = "alta_en" WHERE "baja_en" < "alta_en";
UPDATE "aviso" SET "resuelto_en" = "creado_en" WHERE "resuelto_en" < "creado_en";
UPDATE "aclaracion" SET "cerrada_en" = "presentada_en" WHERE "cerrada_en" < "presentada_en";
UPDATE "apertura_de_enlace" SET "guion_en" = "primera_en" WHERE "guion_en" < "primera_en";
UPDATE "apertura_de_enlace" SET "ultima_en" = "primera_en" WHERE "ultima_en" < "primera_en";

ALTER TABLE "medio_de_contacto"
  ADD CONSTRAINT "medio_validado_despues" CHECK ("fecha_de_validacion" >= "plazo_desde"),
  ADD CONSTRAINT "medio_cancelado_despues" CHECK ("fecha_de_cancelacion" >= "fecha_de_registro"),
  ADD CONSTRAINT "medio_de_baja_despues" CHECK ("fecha_de_baja" >= greatest("fecha_de_registro", "fecha_de_validacion")),
  ADD CONSTRAINT "medio_ajeno_despues" CHECK ("ajeno_en" >= "fecha_de_cancelacion");
ALTER TABLE "sesion"
  ADD CONSTRAINT "sesion_en_orden" CHECK ("ultima_actividad_en" >= "creada_en" AND "cerrada_en" >= "ultima_actividad_en");
ALTER TABLE "sesion_de_soporte"
  ADD CONSTRAINT "sesion_de_soporte_en_orden"
    CHECK ("ultima_actividad_en" >= "creada_en" AND "cerrada_en" >= "ultima_actividad_en");
ALTER TABLE "miembro_de_soporte" ADD CONSTRAINT "miembro_de_baja_despues" CHECK ("baja_en" >= "alta_en");
ALTER TABLE "challenge" ADD CONSTRAINT "challenge_vence_despues" CHECK ("vence_en" > "creado_en");
ALTER TABLE "aviso" ADD CONSTRAINT "aviso_resuelto_despues" CHECK ("resuelto_en" >= "creado_en");
-- An attempt that ended never changes again: those of before are as they were written.
ALTER TABLE "intento_de_envio"
  ADD CONSTRAINT "intento_terminado_despues" CHECK ("terminado_en" >= "iniciado_en") NOT VALID;
ALTER TABLE "aclaracion" ADD CONSTRAINT "aclaracion_cerrada_despues" CHECK ("cerrada_en" >= "presentada_en");
ALTER TABLE "apertura_de_enlace"
  ADD CONSTRAINT "apertura_en_orden" CHECK ("ultima_en" >= "primera_en" AND "guion_en" >= "primera_en");

-- Messages of an aclaración follow each other in time as in number.
CREATE OR REPLACE FUNCTION "guard_mensaje"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  la_aclaracion RECORD;
  antes RECORD;
BEGIN
  SELECT estado, presentada_en INTO la_aclaracion FROM "aclaracion" WHERE id = NEW.aclaracion_id FOR NO KEY UPDATE;
  SELECT count(*) AS cuantos, max(fecha) AS fecha INTO antes FROM "mensaje_de_aclaracion" WHERE aclaracion_id = NEW.aclaracion_id;
  IF la_aclaracion.estado = 'CERRADA' OR NEW.numero <> antes.cuantos + 1
      OR NEW.fecha < greatest(la_aclaracion.presentada_en, antes.fecha) THEN
    RAISE EXCEPTION 'message % does not follow in %', NEW.numero, NEW.aclaracion_id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;

-- The first instant at which a medio, or with `parcial` some of its registros, may end: not before what it went through, and
-- a registro after the validation, whose acuse names those that had not left by its date.
CREATE FUNCTION "instante_de_baja"("el_medio" UUID, "parcial" BOOLEAN) RETURNS TIMESTAMPTZ LANGUAGE sql STABLE AS $$
  SELECT greatest(m.fecha_de_registro, m.fecha_de_validacion,
    CASE WHEN parcial THEN m.fecha_de_validacion + INTERVAL '1 millisecond' END,
    (SELECT max(a.fecha_de_baja) FROM "alcance_de_medio" a WHERE a.medio_id = m.id))
  FROM "medio_de_contacto" m WHERE m.id = el_medio
$$;
