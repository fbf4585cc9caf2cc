-- DropForeignKey
ALTER TABLE "aviso" DROP CONSTRAINT "aviso_medio_id_fkey";

-- DropIndex
DROP INDEX "aviso_aclaracion_id_idx";

-- AlterTable
ALTER TABLE "aviso" ADD COLUMN     "acuse_id" UUID,
ADD COLUMN     "certificado_id" UUID,
ADD COLUMN     "folio" TEXT,
ADD COLUMN     "solicitud_id" UUID;

-- CreateIndex
CREATE INDEX "aviso_folio_idx" ON "aviso"("folio");

-- AddForeignKey
ALTER TABLE "aviso" ADD CONSTRAINT "aviso_medio_id_fkey" FOREIGN KEY ("medio_id") REFERENCES "medio_de_contacto"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "aviso" ADD CONSTRAINT "aviso_solicitud_id_fkey" FOREIGN KEY ("solicitud_id") REFERENCES "solicitud"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "aviso" ADD CONSTRAINT "aviso_certificado_id_fkey" FOREIGN KEY ("certificado_id") REFERENCES "certificado"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "aviso" ADD CONSTRAINT "aviso_acuse_id_fkey" FOREIGN KEY ("acuse_id") REFERENCES "acuse"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What follows is what Prisma's schema cannot say.

-- Messages of before get their keys once, by what the bitácora has of the fact that each was written with: the last of its
-- kind until then (of two in one millisecond, either), or else the nearest. Where no row of its kind is left they stay null,
-- and nothing is told of them that nobody knows.
ALTER TABLE "aviso" DISABLE TRIGGER "aviso_es_el_que_fue";
UPDATE "aviso" a SET "acuse_id" = c.id FROM "medio_de_contacto" m JOIN "acuse" c ON c.folio = m.folio
WHERE m.id = a.medio_id AND c.tipo::text = CASE a.tipo
  WHEN 'CORREO_VALIDADO' THEN 'VALIDACION' WHEN 'CELULAR_VALIDADO' THEN 'VALIDACION'
  WHEN 'MEDIO_AGREGADO' THEN 'REGISTRO' WHEN 'MEDIO_ELIMINADO' THEN 'BAJA' END;
UPDATE "aviso" a SET "acuse_id" = (
  SELECT c.id FROM "acuse" c JOIN "medio_de_contacto" m ON c.datos->>'folioDelMedio' = m.folio
  WHERE m.id = a.medio_id AND c.titular_id = a.titular_id AND c.tipo = 'BAJA'
  ORDER BY c.fecha > a.creado_en, abs(extract(epoch FROM a.creado_en - c.fecha)) LIMIT 1)
WHERE a.tipo = 'REGISTROS_ELIMINADOS';
UPDATE "aviso" a SET "solicitud_id" = (
  SELECT s.id FROM "solicitud" s LEFT JOIN "bitacora" b ON b.folio = s.folio
    AND b.evento = CASE a.tipo WHEN 'BUZON_ACTIVADO' THEN 'SOLICITUD_VERIFICADA' ELSE 'SOLICITUD_RECHAZADA' END
  WHERE s.titular_id = a.titular_id AND s.estado::text = CASE a.tipo WHEN 'BUZON_ACTIVADO' THEN 'FIRMADA' ELSE 'INVALIDA' END
  ORDER BY coalesce(b.fecha, s.fecha) > a.creado_en, abs(extract(epoch FROM a.creado_en - coalesce(b.fecha, s.fecha))) LIMIT 1)
WHERE a.tipo IN ('BUZON_ACTIVADO', 'SOLICITUD_INVALIDA');
UPDATE "aviso" a SET "acuse_id" = c.id FROM "solicitud" s JOIN "acuse" c ON c.folio = s.folio AND c.tipo = 'SOLICITUD'
WHERE s.id = a.solicitud_id AND a.tipo = 'BUZON_ACTIVADO';
UPDATE "aviso" a SET "acuse_id" = c.id FROM "aclaracion" x JOIN "acuse" c ON c.folio = x.folio AND c.tipo = 'ACLARACION'
WHERE x.id = a.aclaracion_id AND a.tipo = 'ACLARACION_PRESENTADA';
UPDATE "aviso" a SET "certificado_id" = (
  SELECT c.id FROM "certificado" c WHERE c.titular_id = a.titular_id
  ORDER BY c.visto_en > a.creado_en, abs(extract(epoch FROM a.creado_en - c.visto_en)) LIMIT 1)
WHERE a.tipo = 'EFIRMA_NUEVA';
UPDATE "aviso" a SET "folio" = coalesce(
  (SELECT folio FROM "acuse" WHERE id = a.acuse_id), (SELECT folio FROM "medio_de_contacto" WHERE id = a.medio_id),
  (SELECT folio FROM "solicitud" WHERE id = a.solicitud_id), (SELECT folio FROM "aclaracion" WHERE id = a.aclaracion_id));
ALTER TABLE "aviso" ENABLE TRIGGER "aviso_es_el_que_fue";

-- What a message tells of is one thing of the kind that its tipo needs, with the acuse of that where one is issued. Not
-- asked of messages from before.
ALTER TABLE "aviso"
  ADD CONSTRAINT "aviso_de_una_cosa" CHECK (
    num_nonnulls("medio_id", "solicitud_id", "aclaracion_id", "certificado_id") = 1
    AND ("solicitud_id" IS NOT NULL) = ("tipo" IN ('BUZON_ACTIVADO', 'SOLICITUD_INVALIDA'))
    AND ("certificado_id" IS NOT NULL) = ("tipo" = 'EFIRMA_NUEVA')) NOT VALID,
  ADD CONSTRAINT "aviso_lleva_su_acuse" CHECK (("acuse_id" IS NOT NULL) = ("tipo" IN (
    'CORREO_VALIDADO', 'CELULAR_VALIDADO', 'MEDIO_AGREGADO', 'MEDIO_ELIMINADO', 'REGISTROS_ELIMINADOS', 'BUZON_ACTIVADO',
    'ACLARACION_PRESENTADA'))) NOT VALID,
  ADD CONSTRAINT "aviso_nombra_su_folio" CHECK (("folio" IS NULL) = ("tipo" = 'EFIRMA_NUEVA')) NOT VALID;

-- Its folio is that of its acuse, or of what it tells of; and all of it is of the titular who is told.
CREATE FUNCTION "name_folio_de_aviso"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE es_ajeno BOOLEAN;
BEGIN
  SELECT bool_or(titular_id <> NEW.titular_id), (array_agg(cosa.folio ORDER BY orden))[1] INTO es_ajeno, NEW.folio
  FROM (
    SELECT 1 AS orden, folio, titular_id FROM "acuse" WHERE id = NEW.acuse_id
    UNION ALL SELECT 2, folio, titular_id FROM "medio_de_contacto" WHERE id = NEW.medio_id
    UNION ALL SELECT 2, folio, titular_id FROM "solicitud" WHERE id = NEW.solicitud_id
    UNION ALL SELECT 2, folio, titular_id FROM "aclaracion" WHERE id = NEW.aclaracion_id
    UNION ALL SELECT 2, NULL, titular_id FROM "certificado" WHERE id = NEW.certificado_id) AS cosa;
  IF es_ajeno THEN
    RAISE EXCEPTION 'a message to % tells of what is not theirs', NEW.titular_id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "aviso_con_su_folio" BEFORE INSERT ON "aviso" FOR EACH ROW EXECUTE FUNCTION "name_folio_de_aviso"();

CREATE OR REPLACE FUNCTION "keep_aviso"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF ROW (OLD.id, OLD.titular_id, OLD.medio_id, OLD.solicitud_id, OLD.aclaracion_id, OLD.certificado_id, OLD.acuse_id,
          OLD.folio, OLD.tipo, OLD.mecanismo, OLD.destino, OLD.creado_en)
     IS DISTINCT FROM
     ROW (NEW.id, NEW.titular_id, NEW.medio_id, NEW.solicitud_id, NEW.aclaracion_id, NEW.certificado_id, NEW.acuse_id,
          NEW.folio, NEW.tipo, NEW.mecanismo, NEW.destino, NEW.creado_en)
  THEN
    RAISE EXCEPTION 'what a message was never changes' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
