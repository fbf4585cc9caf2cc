-- CreateEnum
CREATE TYPE "EstadoDePeticion" AS ENUM ('PENDIENTE', 'ACEPTADA', 'RECHAZADA', 'VENCIDA');

-- AlterTable
ALTER TABLE "aviso" ADD COLUMN     "peticion_de_representacion_id" UUID;

-- CreateTable
CREATE TABLE "peticion_de_representacion" (
    "id" UUID NOT NULL,
    "representante_id" UUID NOT NULL,
    "rfc_del_titular" VARCHAR(13) NOT NULL,
    "estado" "EstadoDePeticion" NOT NULL,
    "para_siempre" BOOLEAN NOT NULL DEFAULT false,
    "pedida_en" TIMESTAMPTZ(3) NOT NULL,
    "vence_en" TIMESTAMPTZ(3) NOT NULL,
    "avisada_en" TIMESTAMPTZ(3),
    "cerrada_en" TIMESTAMPTZ(3),
    "representacion_id" UUID,

    CONSTRAINT "peticion_de_representacion_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "peticion_de_representacion_rfc_del_titular_estado_idx" ON "peticion_de_representacion"("rfc_del_titular", "estado");

-- CreateIndex
CREATE INDEX "peticion_de_representacion_representante_id_pedida_en_id_idx" ON "peticion_de_representacion"("representante_id", "pedida_en", "id");

-- AddForeignKey
ALTER TABLE "aviso" ADD CONSTRAINT "aviso_peticion_de_representacion_id_fkey" FOREIGN KEY ("peticion_de_representacion_id") REFERENCES "peticion_de_representacion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "peticion_de_representacion" ADD CONSTRAINT "peticion_de_representacion_representante_id_fkey" FOREIGN KEY ("representante_id") REFERENCES "titular"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "peticion_de_representacion" ADD CONSTRAINT "peticion_de_representacion_representacion_id_fkey" FOREIGN KEY ("representacion_id") REFERENCES "representacion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Lo que sigue no lo puede decir el esquema de Prisma.

-- Una sola petición pendiente por pareja; y lo que no se quiere recibir más se halla por la pareja.
CREATE UNIQUE INDEX "peticion_pendiente" ON "peticion_de_representacion"("representante_id", "rfc_del_titular")
  WHERE "estado" = 'PENDIENTE';
CREATE INDEX "peticion_para_siempre" ON "peticion_de_representacion"("representante_id", "rfc_del_titular")
  WHERE "para_siempre";

ALTER TABLE "peticion_de_representacion"
  ADD CONSTRAINT "peticion_de_21_dias" CHECK ("vence_en" = "pedida_en" + interval '504 hours'),
  ADD CONSTRAINT "peticion_con_su_fin" CHECK (("cerrada_en" IS NOT NULL) = ("estado" <> 'PENDIENTE')),
  ADD CONSTRAINT "peticion_aceptada_con_su_designacion" CHECK (("representacion_id" IS NOT NULL) = ("estado" = 'ACEPTADA')),
  ADD CONSTRAINT "peticion_rechazada_para_siempre" CHECK (NOT "para_siempre" OR "estado" = 'RECHAZADA');

-- Nace pendiente, salvo ante quien ya no quiere recibirlas; nadie se pide a sí mismo; se cierra una vez, y lo pedido no cambia.
CREATE FUNCTION "guard_peticion"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF EXISTS (SELECT FROM titular WHERE id = NEW.representante_id AND (rfc = NEW.rfc_del_titular OR char_length(rfc) <> 13))
       OR NEW.estado <> (CASE WHEN EXISTS (
            SELECT FROM peticion_de_representacion AS p WHERE p.para_siempre
              AND (p.representante_id, p.rfc_del_titular) = (NEW.representante_id, NEW.rfc_del_titular))
          THEN 'RECHAZADA' ELSE 'PENDIENTE' END)::"EstadoDePeticion"
    THEN
      RAISE EXCEPTION 'this may not be asked' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
  END IF;
  IF ROW (OLD.id, OLD.representante_id, OLD.rfc_del_titular, OLD.pedida_en, OLD.vence_en)
     IS DISTINCT FROM ROW (NEW.id, NEW.representante_id, NEW.rfc_del_titular, NEW.pedida_en, NEW.vence_en)
     OR OLD.avisada_en IS NOT NULL AND OLD.avisada_en IS DISTINCT FROM NEW.avisada_en
     OR OLD.estado <> 'PENDIENTE'
     OR NEW.estado = 'VENCIDA' AND NEW.cerrada_en < OLD.vence_en
     OR NEW.estado IN ('ACEPTADA', 'RECHAZADA') AND NEW.cerrada_en >= OLD.vence_en
     OR NEW.estado = 'ACEPTADA' AND NOT EXISTS (
       SELECT FROM representacion AS r JOIN titular AS suyo ON suyo.id = r.titular_id JOIN titular AS t ON t.rfc = r.rfc_del_representante
       WHERE r.id = NEW.representacion_id AND suyo.rfc = NEW.rfc_del_titular AND t.id = NEW.representante_id)
  THEN
    RAISE EXCEPTION 'this cannot become of what was asked' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "peticion_en_orden" BEFORE INSERT OR UPDATE ON "peticion_de_representacion"
  FOR EACH ROW EXECUTE FUNCTION "guard_peticion"();
CREATE TRIGGER "peticion_no_se_borra" BEFORE DELETE OR TRUNCATE ON "peticion_de_representacion"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();

-- Un mensaje puede tratar de una petición, y es de a quien se le pide.
ALTER TABLE "aviso" DROP CONSTRAINT "aviso_de_una_cosa", ADD CONSTRAINT "aviso_de_una_cosa" CHECK (
  num_nonnulls("medio_id", "solicitud_id", "aclaracion_id", "certificado_id", "representacion_id", "peticion_de_representacion_id") = 1
  AND ("solicitud_id" IS NOT NULL) = ("tipo" IN ('BUZON_ACTIVADO', 'SOLICITUD_INVALIDA'))
  AND ("certificado_id" IS NOT NULL) = ("tipo" = 'EFIRMA_NUEVA')
  AND ("peticion_de_representacion_id" IS NOT NULL) = ("tipo" = 'REPRESENTACION_PEDIDA')
  AND ("representacion_id" IS NOT NULL) = ("tipo" IN ('REPRESENTACION_PROPUESTA', 'REPRESENTACION_POR_COMPLETAR',
    'REPRESENTACION_VIGENTE', 'REPRESENTACION_TERMINADA', 'REPRESENTACION_USADA'))) NOT VALID;

ALTER TABLE "aviso" DROP CONSTRAINT "aviso_nombra_su_folio",
  ADD CONSTRAINT "aviso_nombra_su_folio" CHECK (("folio" IS NULL) = ("tipo" IN ('EFIRMA_NUEVA', 'REPRESENTACION_PEDIDA'))) NOT VALID;

CREATE OR REPLACE FUNCTION "name_folio_de_aviso"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE es_ajeno BOOLEAN;
BEGIN
  SELECT bool_or(titular_id IS DISTINCT FROM NEW.titular_id), (array_agg(cosa.folio ORDER BY orden))[1] INTO es_ajeno, NEW.folio
  FROM (
    SELECT 1 AS orden, folio, titular_id FROM "acuse" WHERE id = NEW.acuse_id
    UNION ALL SELECT 2, folio, titular_id FROM "medio_de_contacto" WHERE id = NEW.medio_id
    UNION ALL SELECT 2, folio, titular_id FROM "solicitud" WHERE id = NEW.solicitud_id
    UNION ALL SELECT 2, folio, titular_id FROM "aclaracion" WHERE id = NEW.aclaracion_id
    UNION ALL SELECT 2, NULL, titular_id FROM "certificado" WHERE id = NEW.certificado_id
    UNION ALL SELECT 2, NULL, t.id FROM "peticion_de_representacion" p LEFT JOIN "titular" t ON t.rfc = p.rfc_del_titular
      WHERE p.id = NEW.peticion_de_representacion_id
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
          OLD.representacion_id, OLD.peticion_de_representacion_id, OLD.folio, OLD.tipo, OLD.mecanismo, OLD.destino, OLD.creado_en)
     IS DISTINCT FROM
     ROW (NEW.id, NEW.titular_id, NEW.medio_id, NEW.solicitud_id, NEW.aclaracion_id, NEW.certificado_id, NEW.acuse_id,
          NEW.representacion_id, NEW.peticion_de_representacion_id, NEW.folio, NEW.tipo, NEW.mecanismo, NEW.destino, NEW.creado_en)
  THEN
    RAISE EXCEPTION 'what a message was never changes' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;

-- Lo que se guarda de cada titular incluye lo que le pidieron, con lo que contestó, y lo que pidió, sin decir más de lo que ya sabe.
ALTER VIEW "dato_de_titular" RENAME TO "dato_sin_peticiones";
CREATE VIEW "dato_de_titular" AS SELECT * FROM "dato_sin_peticiones"
UNION ALL SELECT t.id, 'peticion_de_representacion', p.id::text COLLATE "C", row_to_json((SELECT x FROM (SELECT rfc_del_titular,
  quien.rfc AS rfc_de_quien_pide, p.estado::text, para_siempre, pedida_en, p.vence_en, cerrada_en) AS x))
  FROM titular AS t JOIN peticion_de_representacion AS p ON p.rfc_del_titular = t.rfc JOIN titular AS quien ON quien.id = p.representante_id
UNION ALL SELECT representante_id, 'peticion_de_representacion', id::text COLLATE "C", row_to_json((SELECT x FROM (SELECT rfc_del_titular,
  NULL AS rfc_de_quien_pide, CASE WHEN estado = 'ACEPTADA' THEN 'ACEPTADA' END AS estado, NULL::boolean AS para_siempre, pedida_en, vence_en,
  NULL::timestamptz AS cerrada_en) AS x)) FROM peticion_de_representacion;
