-- CreateEnum
CREATE TYPE "TipoDeActo" AS ENUM ('ELIMINAR_ULTIMO_MEDIO', 'DAR_ROL', 'QUITAR_ROL', 'PROPONER_ROL', 'CONFIRMAR_ROL', 'RETIRAR_PROPUESTA');

-- AlterEnum
ALTER TYPE "PropositoDeChallenge" ADD VALUE 'ACTO';

-- CreateTable
CREATE TABLE "acto_firmado" (
    "id" UUID NOT NULL,
    "tipo" "TipoDeActo" NOT NULL,
    "titular_id" UUID,
    "folio" TEXT,
    "miembro_id" UUID,
    "rfc" VARCHAR(13),
    "nombre" TEXT,
    "rol" "RolDeSoporte",
    "propuesta_id" UUID,
    "cadena_original" TEXT NOT NULL,
    "firma" BYTEA NOT NULL,
    "serie" TEXT NOT NULL,
    "certificado" BYTEA NOT NULL,
    "resultado_ocsp" "ResultadoOcsp" NOT NULL,
    "respuesta_ocsp" BYTEA,
    "consultada_en" TIMESTAMPTZ(3) NOT NULL,
    "fecha" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "acto_firmado_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "acto_firmado_propuesta_id_key" ON "acto_firmado"("propuesta_id");

-- CreateIndex
CREATE INDEX "acto_firmado_titular_id_idx" ON "acto_firmado"("titular_id");

-- CreateIndex
CREATE INDEX "acto_firmado_miembro_id_idx" ON "acto_firmado"("miembro_id");

-- AddForeignKey
ALTER TABLE "acto_firmado" ADD CONSTRAINT "acto_firmado_titular_id_fkey" FOREIGN KEY ("titular_id") REFERENCES "titular"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "acto_firmado" ADD CONSTRAINT "acto_firmado_miembro_id_fkey" FOREIGN KEY ("miembro_id") REFERENCES "miembro_de_soporte"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "acto_firmado" ADD CONSTRAINT "acto_firmado_propuesta_id_fkey" FOREIGN KEY ("propuesta_id") REFERENCES "acto_firmado"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- Un medio lo elimina su titular; un rol lo mueve alguien del personal. El de SUPERVISION sólo se propone.
ALTER TABLE "acto_firmado" ADD CONSTRAINT "acto_de_uno" CHECK (
  CASE WHEN "tipo" = 'ELIMINAR_ULTIMO_MEDIO'
    THEN num_nonnulls("titular_id", "folio") = 2 AND num_nonnulls("miembro_id", "rfc", "nombre", "rol", "propuesta_id") = 0
    ELSE num_nonnulls("miembro_id", "rfc", "nombre", "rol") = 4 AND num_nonnulls("titular_id", "folio") = 0
      AND ("propuesta_id" IS NOT NULL) = ("tipo" IN ('CONFIRMAR_ROL', 'RETIRAR_PROPUESTA'))
      AND ("tipo" = 'QUITAR_ROL' OR ("rol" = 'SUPERVISION') = ("tipo" <> 'DAR_ROL'))
  END);

-- Una propuesta la confirma otra persona, dentro de las 72 horas, y dice lo mismo que ella. Que sea una sola vez lo dice su índice.
CREATE FUNCTION "guard_cierre_de_propuesta"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM acto_firmado AS p WHERE p.id = NEW.propuesta_id AND p.tipo = 'PROPONER_ROL'
      AND (p.rfc, p.nombre, p.rol) = (NEW.rfc, NEW.nombre, NEW.rol)
      AND (NEW.tipo = 'RETIRAR_PROPUESTA'
           OR p.miembro_id <> NEW.miembro_id AND NEW.fecha < p.fecha + interval '72 hours'))
  THEN
    RAISE EXCEPTION 'this is no proposal that they may confirm' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "cierre_de_propuesta" BEFORE INSERT ON "acto_firmado"
  FOR EACH ROW WHEN (NEW.propuesta_id IS NOT NULL) EXECUTE FUNCTION "guard_cierre_de_propuesta"();
CREATE TRIGGER "acto_firmado_no_cambia" BEFORE UPDATE OR DELETE OR TRUNCATE ON "acto_firmado"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();

SELECT vigilar_hechos('acto_firmado', 'id', 'n.folio', 'n.fecha',
  '{tipo,titular_id,folio,miembro_id,rfc,nombre,rol,propuesta_id,cadena_original,firma,serie,certificado,resultado_ocsp,respuesta_ocsp,consultada_en,fecha}', false);

-- Lo que se guarda de cada titular incluye lo que firmó antes de eliminar su último medio.
ALTER VIEW "dato_de_titular" RENAME TO "dato_sin_actos";
CREATE VIEW "dato_de_titular" AS SELECT * FROM "dato_sin_actos"
UNION ALL SELECT titular_id, 'acto_firmado', id::text COLLATE "C", row_to_json((SELECT x FROM (SELECT tipo, folio,
  cadena_original, encode(firma, 'base64') AS firma, serie, fecha) AS x)) FROM acto_firmado;
