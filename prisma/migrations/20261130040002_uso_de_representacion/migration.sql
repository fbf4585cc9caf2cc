-- AlterTable
ALTER TABLE "representacion" ADD COLUMN     "usada_en" TIMESTAMPTZ(3);

-- Se usa mientras está vigente, y eso no cambia nada más de ella.
ALTER TABLE "representacion" ADD CONSTRAINT "representacion_usada_en_vigor" CHECK ("usada_en" >= "vigente_desde");

CREATE OR REPLACE FUNCTION "guard_representacion"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF ROW (OLD.id, OLD.folio, OLD.titular_id, OLD.rfc_del_representante, OLD.poderes, OLD.registros, OLD.hasta,
          OLD.texto_version, OLD.texto_sha256, OLD.cadena_original, OLD.propuesta_en, OLD.vence_en)
     IS DISTINCT FROM
     ROW (NEW.id, NEW.folio, NEW.titular_id, NEW.rfc_del_representante, NEW.poderes, NEW.registros, NEW.hasta,
          NEW.texto_version, NEW.texto_sha256, NEW.cadena_original, NEW.propuesta_en, NEW.vence_en)
     OR OLD.vigente_desde IS NOT NULL AND OLD.vigente_desde IS DISTINCT FROM NEW.vigente_desde
     OR OLD.usada_en IS DISTINCT FROM NEW.usada_en AND NOT (
       OLD.estado = 'VIGENTE' AND NEW.estado = 'VIGENTE' AND NEW.usada_en > coalesce(OLD.usada_en, '-infinity'))
     OR NOT (OLD.estado, NEW.estado) IN (
       ('PROPUESTA', 'VIGENTE'), ('PROPUESTA', 'RECHAZADA'), ('PROPUESTA', 'VENCIDA'), ('PROPUESTA', 'RETIRADA'),
       ('VIGENTE', 'REVOCADA'), ('VIGENTE', 'RENUNCIADA'), ('VIGENTE', 'TERMINADA'))
       AND NOT OLD.usada_en IS DISTINCT FROM NEW.usada_en
  THEN
    RAISE EXCEPTION 'a representacion cannot go from % to %, nor be another', OLD.estado, NEW.estado
      USING ERRCODE = 'check_violation';
  END IF;
  IF (NEW.estado = 'VIGENTE') <> ((SELECT count(*) FROM firma_de_representacion WHERE representacion_id = NEW.id) = 2)
     AND OLD.estado = 'PROPUESTA'
  THEN
    RAISE EXCEPTION 'a representacion is in force by two signatures' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;

-- Que se use después de mucho tiempo se avisa al titular.
ALTER TABLE "aviso" DROP CONSTRAINT "aviso_de_una_cosa", ADD CONSTRAINT "aviso_de_una_cosa" CHECK (
  num_nonnulls("medio_id", "solicitud_id", "aclaracion_id", "certificado_id", "representacion_id") = 1
  AND ("solicitud_id" IS NOT NULL) = ("tipo" IN ('BUZON_ACTIVADO', 'SOLICITUD_INVALIDA'))
  AND ("certificado_id" IS NOT NULL) = ("tipo" = 'EFIRMA_NUEVA')
  AND ("representacion_id" IS NOT NULL) = ("tipo" IN ('REPRESENTACION_PROPUESTA', 'REPRESENTACION_POR_COMPLETAR',
    'REPRESENTACION_VIGENTE', 'REPRESENTACION_TERMINADA', 'REPRESENTACION_USADA'))) NOT VALID;
