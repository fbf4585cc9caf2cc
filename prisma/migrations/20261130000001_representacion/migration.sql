-- CreateEnum
CREATE TYPE "EstadoDeRepresentacion" AS ENUM ('PROPUESTA', 'VIGENTE', 'REVOCADA', 'RENUNCIADA', 'TERMINADA', 'RECHAZADA', 'VENCIDA', 'RETIRADA');

-- CreateEnum
CREATE TYPE "PoderDeRepresentante" AS ENUM ('ACTIVAR', 'MEDIOS', 'ACLARACIONES', 'CONSULTAR');

-- CreateEnum
CREATE TYPE "LadoDeRepresentacion" AS ENUM ('TITULAR', 'REPRESENTANTE');

-- AlterTable
ALTER TABLE "aviso" ADD COLUMN     "representacion_id" UUID;

-- CreateTable
CREATE TABLE "representacion" (
    "id" UUID NOT NULL,
    "folio" TEXT NOT NULL,
    "titular_id" UUID NOT NULL,
    "rfc_del_representante" VARCHAR(13) NOT NULL,
    "poderes" "PoderDeRepresentante"[] NOT NULL,
    "registros" TEXT[] NOT NULL,
    "hasta" TIMESTAMPTZ(3) NOT NULL,
    "texto_version" TEXT NOT NULL,
    "texto_sha256" CHAR(64) NOT NULL,
    "cadena_original" TEXT NOT NULL,
    "estado" "EstadoDeRepresentacion" NOT NULL,
    "propuesta_en" TIMESTAMPTZ(3) NOT NULL,
    "vence_en" TIMESTAMPTZ(3) NOT NULL,
    "vigente_desde" TIMESTAMPTZ(3),
    "terminada_en" TIMESTAMPTZ(3),

    CONSTRAINT "representacion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "primera_firma" (
    "representacion_id" UUID NOT NULL,
    "lado" "LadoDeRepresentacion" NOT NULL,
    "certificado" BYTEA NOT NULL,
    "firma" BYTEA NOT NULL,
    "firmada_en" TIMESTAMPTZ(3) NOT NULL,
    "vence_en" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "primera_firma_pkey" PRIMARY KEY ("representacion_id")
);

-- CreateTable
CREATE TABLE "firma_de_representacion" (
    "id" UUID NOT NULL,
    "representacion_id" UUID NOT NULL,
    "lado" "LadoDeRepresentacion" NOT NULL,
    "certificado_id" UUID NOT NULL,
    "consulta_ocsp_id" UUID NOT NULL,
    "firma" BYTEA NOT NULL,
    "firmada_en" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "firma_de_representacion_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "representacion_folio_key" ON "representacion"("folio");

-- CreateIndex
CREATE INDEX "representacion_titular_id_propuesta_en_idx" ON "representacion"("titular_id", "propuesta_en");

-- CreateIndex
CREATE INDEX "representacion_rfc_del_representante_estado_idx" ON "representacion"("rfc_del_representante", "estado");

-- CreateIndex
CREATE INDEX "representacion_estado_vence_en_idx" ON "representacion"("estado", "vence_en");

-- CreateIndex
CREATE INDEX "representacion_estado_hasta_idx" ON "representacion"("estado", "hasta");

-- CreateIndex
CREATE UNIQUE INDEX "firma_de_representacion_representacion_id_lado_key" ON "firma_de_representacion"("representacion_id", "lado");

-- CreateIndex
CREATE INDEX "primera_firma_vence_en_idx" ON "primera_firma"("vence_en");

-- AddForeignKey
ALTER TABLE "aviso" ADD CONSTRAINT "aviso_representacion_id_fkey" FOREIGN KEY ("representacion_id") REFERENCES "representacion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "representacion" ADD CONSTRAINT "representacion_titular_id_fkey" FOREIGN KEY ("titular_id") REFERENCES "titular"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "primera_firma" ADD CONSTRAINT "primera_firma_representacion_id_fkey" FOREIGN KEY ("representacion_id") REFERENCES "representacion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "firma_de_representacion" ADD CONSTRAINT "firma_de_representacion_representacion_id_fkey" FOREIGN KEY ("representacion_id") REFERENCES "representacion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "firma_de_representacion" ADD CONSTRAINT "firma_de_representacion_certificado_id_fkey" FOREIGN KEY ("certificado_id") REFERENCES "certificado"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "firma_de_representacion" ADD CONSTRAINT "firma_de_representacion_consulta_ocsp_id_fkey" FOREIGN KEY ("consulta_ocsp_id") REFERENCES "consulta_ocsp"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Lo que sigue no lo puede decir el esquema de Prisma.

-- Una sola designación viva por pareja.
CREATE UNIQUE INDEX "representacion_viva" ON "representacion"("titular_id", "rfc_del_representante")
  WHERE "estado" IN ('PROPUESTA', 'VIGENTE');

ALTER TABLE "representacion"
  ADD CONSTRAINT "representante_es_persona_fisica" CHECK (char_length("rfc_del_representante") = 13),
  ADD CONSTRAINT "representacion_con_facultades" CHECK (cardinality("poderes") BETWEEN 1 AND 4
    AND array_position("poderes", NULL) IS NULL),
  ADD CONSTRAINT "representacion_de_dos_anos" CHECK (
    "hasta" > "propuesta_en" AND "hasta" <= "propuesta_en" + interval '2 years 1 day'),
  ADD CONSTRAINT "propuesta_de_72_horas" CHECK ("vence_en" = "propuesta_en" + interval '72 hours'),
  ADD CONSTRAINT "representacion_con_su_principio" CHECK (
    ("vigente_desde" IS NOT NULL) = ("estado" IN ('VIGENTE', 'REVOCADA', 'RENUNCIADA', 'TERMINADA'))),
  ADD CONSTRAINT "representacion_con_su_fin" CHECK (
    ("terminada_en" IS NOT NULL) = ("estado" NOT IN ('PROPUESTA', 'VIGENTE')));
ALTER TABLE "primera_firma" ADD CONSTRAINT "primera_firma_con_plazo" CHECK (
  "vence_en" BETWEEN "firmada_en" + interval '5 minutes' AND "firmada_en" + interval '60 minutes');

-- Nace propuesta, y nadie se representa a sí mismo.
CREATE FUNCTION "guard_propuesta"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.estado <> 'PROPUESTA' OR EXISTS (
    SELECT FROM titular WHERE id = NEW.titular_id AND rfc = NEW.rfc_del_representante)
  THEN
    RAISE EXCEPTION 'this is no proposal to another' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "representacion_nace_propuesta" BEFORE INSERT ON "representacion"
  FOR EACH ROW EXECUTE FUNCTION "guard_propuesta"();

-- Lo que se propuso no cambia; su estado va sólo por donde debe, y está vigente sólo con las dos firmas.
CREATE FUNCTION "guard_representacion"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF ROW (OLD.id, OLD.folio, OLD.titular_id, OLD.rfc_del_representante, OLD.poderes, OLD.registros, OLD.hasta,
          OLD.texto_version, OLD.texto_sha256, OLD.cadena_original, OLD.propuesta_en, OLD.vence_en)
     IS DISTINCT FROM
     ROW (NEW.id, NEW.folio, NEW.titular_id, NEW.rfc_del_representante, NEW.poderes, NEW.registros, NEW.hasta,
          NEW.texto_version, NEW.texto_sha256, NEW.cadena_original, NEW.propuesta_en, NEW.vence_en)
     OR OLD.vigente_desde IS NOT NULL AND OLD.vigente_desde IS DISTINCT FROM NEW.vigente_desde
     OR NOT (OLD.estado, NEW.estado) IN (
       ('PROPUESTA', 'VIGENTE'), ('PROPUESTA', 'RECHAZADA'), ('PROPUESTA', 'VENCIDA'), ('PROPUESTA', 'RETIRADA'),
       ('VIGENTE', 'REVOCADA'), ('VIGENTE', 'RENUNCIADA'), ('VIGENTE', 'TERMINADA'))
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
CREATE TRIGGER "representacion_en_orden" BEFORE UPDATE ON "representacion"
  FOR EACH ROW EXECUTE FUNCTION "guard_representacion"();
CREATE TRIGGER "representacion_no_se_borra" BEFORE DELETE OR TRUNCATE ON "representacion"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "firma_de_representacion_no_cambia" BEFORE UPDATE OR DELETE OR TRUNCATE ON "firma_de_representacion"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();

-- Un mensaje puede tratar de una designación, y es de cualquiera de los dos.
ALTER TABLE "aviso" DROP CONSTRAINT "aviso_de_una_cosa", ADD CONSTRAINT "aviso_de_una_cosa" CHECK (
  num_nonnulls("medio_id", "solicitud_id", "aclaracion_id", "certificado_id", "representacion_id") = 1
  AND ("solicitud_id" IS NOT NULL) = ("tipo" IN ('BUZON_ACTIVADO', 'SOLICITUD_INVALIDA'))
  AND ("certificado_id" IS NOT NULL) = ("tipo" = 'EFIRMA_NUEVA')
  AND ("representacion_id" IS NOT NULL) = ("tipo" IN ('REPRESENTACION_PROPUESTA', 'REPRESENTACION_POR_COMPLETAR',
    'REPRESENTACION_VIGENTE', 'REPRESENTACION_TERMINADA'))) NOT VALID;

CREATE OR REPLACE FUNCTION "name_folio_de_aviso"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE es_ajeno BOOLEAN;
BEGIN
  SELECT bool_or(titular_id <> NEW.titular_id), (array_agg(cosa.folio ORDER BY orden))[1] INTO es_ajeno, NEW.folio
  FROM (
    SELECT 1 AS orden, folio, titular_id FROM "acuse" WHERE id = NEW.acuse_id
    UNION ALL SELECT 2, folio, titular_id FROM "medio_de_contacto" WHERE id = NEW.medio_id
    UNION ALL SELECT 2, folio, titular_id FROM "solicitud" WHERE id = NEW.solicitud_id
    UNION ALL SELECT 2, folio, titular_id FROM "aclaracion" WHERE id = NEW.aclaracion_id
    UNION ALL SELECT 2, NULL, titular_id FROM "certificado" WHERE id = NEW.certificado_id
    UNION ALL SELECT 2, r.folio, CASE WHEN t.rfc = r.rfc_del_representante THEN t.id ELSE r.titular_id END
      FROM "representacion" r JOIN "titular" t ON t.id = NEW.titular_id WHERE r.id = NEW.representacion_id) AS cosa;
  IF es_ajeno THEN
    RAISE EXCEPTION 'a message to % tells of what is not theirs', NEW.titular_id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;

CREATE OR REPLACE FUNCTION "keep_aviso"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF ROW (OLD.id, OLD.titular_id, OLD.medio_id, OLD.solicitud_id, OLD.aclaracion_id, OLD.certificado_id, OLD.acuse_id,
          OLD.representacion_id, OLD.folio, OLD.tipo, OLD.mecanismo, OLD.destino, OLD.creado_en)
     IS DISTINCT FROM
     ROW (NEW.id, NEW.titular_id, NEW.medio_id, NEW.solicitud_id, NEW.aclaracion_id, NEW.certificado_id, NEW.acuse_id,
          NEW.representacion_id, NEW.folio, NEW.tipo, NEW.mecanismo, NEW.destino, NEW.creado_en)
  THEN
    RAISE EXCEPTION 'what a message was never changes' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;

-- Una designación y sus firmas son hechos; la primera firma, que se borra, no lo es.
SELECT vigilar_hechos('representacion', 'id', 'n.folio', 'greatest(n.propuesta_en, n.vigente_desde, n.terminada_en)',
  '{folio,titular_id,rfc_del_representante,poderes,registros,hasta,texto_version,texto_sha256,cadena_original,estado,propuesta_en,vence_en,vigente_desde,terminada_en}', false);
SELECT vigilar_hechos('firma_de_representacion', 'id',
  '(SELECT folio FROM representacion AS r WHERE r.id = n.representacion_id)', 'n.firmada_en',
  '{representacion_id,lado,certificado_id,consulta_ocsp_id,firma,firmada_en}', false);
