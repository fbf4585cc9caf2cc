-- CreateEnum
CREATE TYPE "AsuntoDeAclaracion" AS ENUM ('ACTIVACION_BUZON_IMSS', 'MEDIOS_DE_CONTACTO', 'REGISTROS_PATRONALES', 'OTRO');

-- CreateEnum
CREATE TYPE "EstadoDeAclaracion" AS ENUM ('PRESENTADA', 'EN_ATENCION', 'RESPONDIDA', 'CERRADA');

-- CreateEnum
CREATE TYPE "AutorDeMensaje" AS ENUM ('TITULAR', 'SOPORTE');

-- CreateEnum
CREATE TYPE "TipoDeAdjunto" AS ENUM ('PDF', 'PNG', 'JPEG');

-- AlterEnum
ALTER TYPE "TipoDeAviso" ADD VALUE 'ACLARACION_PRESENTADA';
ALTER TYPE "TipoDeAviso" ADD VALUE 'ACLARACION_RESPONDIDA';
ALTER TYPE "TipoDeAviso" ADD VALUE 'ACLARACION_CERRADA';

-- AlterEnum
ALTER TYPE "TipoDeAcuse" ADD VALUE 'ACLARACION';

-- AlterTable
ALTER TABLE "aviso" ADD COLUMN     "aclaracion_id" UUID;

-- CreateTable
CREATE TABLE "aclaracion" (
    "id" UUID NOT NULL,
    "folio" TEXT NOT NULL,
    "titular_id" UUID NOT NULL,
    "asunto" "AsuntoDeAclaracion" NOT NULL,
    "medio_id" UUID,
    "estado" "EstadoDeAclaracion" NOT NULL,
    "presentada_en" TIMESTAMPTZ(3) NOT NULL,
    "espera_desde" TIMESTAMPTZ(3),
    "cerrada_en" TIMESTAMPTZ(3),
    "atiende_id" UUID,
    "peticion_id" UUID NOT NULL,

    CONSTRAINT "aclaracion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mensaje_de_aclaracion" (
    "id" UUID NOT NULL,
    "aclaracion_id" UUID NOT NULL,
    "numero" INTEGER NOT NULL,
    "autor" "AutorDeMensaje" NOT NULL,
    "miembro_id" UUID,
    "texto" TEXT NOT NULL,
    "fecha" TIMESTAMPTZ(3) NOT NULL,
    "peticion_id" UUID NOT NULL,

    CONSTRAINT "mensaje_de_aclaracion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "adjunto_de_mensaje" (
    "mensaje_id" UUID NOT NULL,
    "nombre" TEXT NOT NULL,
    "tipo" "TipoDeAdjunto" NOT NULL,
    "bytes" INTEGER NOT NULL,
    "sha256" CHAR(64) NOT NULL,
    "contenido" BYTEA NOT NULL,

    CONSTRAINT "adjunto_de_mensaje_pkey" PRIMARY KEY ("mensaje_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "aclaracion_folio_key" ON "aclaracion"("folio");

-- CreateIndex
CREATE INDEX "aclaracion_titular_id_presentada_en_idx" ON "aclaracion"("titular_id", "presentada_en");

-- CreateIndex
CREATE INDEX "aclaracion_medio_id_idx" ON "aclaracion"("medio_id");

-- CreateIndex
CREATE INDEX "aclaracion_espera_desde_id_idx" ON "aclaracion"("espera_desde", "id");

-- CreateIndex
CREATE INDEX "aclaracion_estado_presentada_en_id_idx" ON "aclaracion"("estado", "presentada_en", "id");

-- CreateIndex
CREATE UNIQUE INDEX "aclaracion_titular_id_peticion_id_key" ON "aclaracion"("titular_id", "peticion_id");

-- CreateIndex
CREATE UNIQUE INDEX "mensaje_de_aclaracion_aclaracion_id_numero_key" ON "mensaje_de_aclaracion"("aclaracion_id", "numero");

-- CreateIndex
CREATE UNIQUE INDEX "mensaje_de_aclaracion_aclaracion_id_peticion_id_key" ON "mensaje_de_aclaracion"("aclaracion_id", "peticion_id");

-- CreateIndex
CREATE INDEX "aviso_aclaracion_id_idx" ON "aviso"("aclaracion_id");

-- AddForeignKey
ALTER TABLE "aviso" ADD CONSTRAINT "aviso_aclaracion_id_fkey" FOREIGN KEY ("aclaracion_id") REFERENCES "aclaracion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "aclaracion" ADD CONSTRAINT "aclaracion_titular_id_fkey" FOREIGN KEY ("titular_id") REFERENCES "titular"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "aclaracion" ADD CONSTRAINT "aclaracion_medio_id_fkey" FOREIGN KEY ("medio_id") REFERENCES "medio_de_contacto"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "aclaracion" ADD CONSTRAINT "aclaracion_atiende_id_fkey" FOREIGN KEY ("atiende_id") REFERENCES "miembro_de_soporte"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mensaje_de_aclaracion" ADD CONSTRAINT "mensaje_de_aclaracion_aclaracion_id_fkey" FOREIGN KEY ("aclaracion_id") REFERENCES "aclaracion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mensaje_de_aclaracion" ADD CONSTRAINT "mensaje_de_aclaracion_miembro_id_fkey" FOREIGN KEY ("miembro_id") REFERENCES "miembro_de_soporte"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "adjunto_de_mensaje" ADD CONSTRAINT "adjunto_de_mensaje_mensaje_id_fkey" FOREIGN KEY ("mensaje_id") REFERENCES "mensaje_de_aclaracion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What follows is what Prisma's schema cannot say.

-- A message about an aclaración says which. By text, since a value that is new to the enumeration cannot be used before the
-- commit.
ALTER TABLE "aviso"
  ADD CONSTRAINT "aviso_de_su_aclaracion" CHECK (("aclaracion_id" IS NOT NULL) = ("tipo"::text LIKE 'ACLARACION%'));

-- Who waits, what is closed and what is attended are told by the state, and by it alone.
ALTER TABLE "aclaracion"
  ADD CONSTRAINT "aclaracion_en_espera" CHECK (("estado" IN ('PRESENTADA', 'EN_ATENCION')) = ("espera_desde" IS NOT NULL)),
  ADD CONSTRAINT "aclaracion_espera_despues" CHECK ("espera_desde" >= "presentada_en"),
  ADD CONSTRAINT "aclaracion_cerrada_con_fecha" CHECK (("estado" = 'CERRADA') = ("cerrada_en" IS NOT NULL)),
  ADD CONSTRAINT "aclaracion_atendida" CHECK (("estado" = 'PRESENTADA') = ("atiende_id" IS NULL));

-- Filed as Presentada, about a medio of its own titular. What was filed never changes; the state goes PRESENTADA →
-- EN_ATENCION | RESPONDIDA, EN_ATENCION → RESPONDIDA, RESPONDIDA → EN_ATENCION | CERRADA, by who wrote last.
CREATE FUNCTION "guard_aclaracion"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE escribio "AutorDeMensaje";
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.estado <> 'PRESENTADA' OR NEW.medio_id IS NOT NULL
        AND NOT EXISTS (SELECT FROM "medio_de_contacto" WHERE id = NEW.medio_id AND titular_id = NEW.titular_id) THEN
      RAISE EXCEPTION 'aclaración % cannot be filed so', NEW.folio USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
  END IF;
  IF (OLD.id, OLD.folio, OLD.titular_id, OLD.asunto, OLD.medio_id, OLD.presentada_en, OLD.peticion_id)
      IS DISTINCT FROM (NEW.id, NEW.folio, NEW.titular_id, NEW.asunto, NEW.medio_id, NEW.presentada_en, NEW.peticion_id) THEN
    RAISE EXCEPTION 'what was filed as % does not change', OLD.folio USING ERRCODE = 'restrict_violation';
  END IF;
  IF OLD.estado = NEW.estado THEN
    RETURN NEW;
  END IF;
  SELECT autor INTO escribio FROM "mensaje_de_aclaracion" WHERE aclaracion_id = OLD.id ORDER BY numero DESC LIMIT 1;
  IF NOT (OLD.estado = 'PRESENTADA' AND NEW.estado = 'EN_ATENCION'
          OR OLD.estado IN ('PRESENTADA', 'EN_ATENCION') AND NEW.estado = 'RESPONDIDA' AND escribio = 'SOPORTE'
          OR OLD.estado = 'RESPONDIDA' AND NEW.estado = 'EN_ATENCION' AND escribio = 'TITULAR'
          OR OLD.estado = 'RESPONDIDA' AND NEW.estado = 'CERRADA' AND escribio = 'SOPORTE') THEN
    RAISE EXCEPTION 'aclaración % cannot go from % to %', OLD.folio, OLD.estado, NEW.estado USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "aclaracion_en_orden" BEFORE INSERT OR UPDATE ON "aclaracion"
  FOR EACH ROW EXECUTE FUNCTION "guard_aclaracion"();
CREATE TRIGGER "aclaracion_no_se_borra" BEFORE DELETE OR TRUNCATE ON "aclaracion"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();

-- Messages are numbered from one without gaps, the first is the titular's, and nobody writes in what is closed.
ALTER TABLE "mensaje_de_aclaracion"
  ADD CONSTRAINT "mensaje_de_quien" CHECK (("autor" = 'SOPORTE') = ("miembro_id" IS NOT NULL)),
  ADD CONSTRAINT "mensaje_primero_del_titular" CHECK ("numero" > 1 OR "numero" = 1 AND "autor" = 'TITULAR'),
  ADD CONSTRAINT "mensaje_de_tres_mil" CHECK (char_length("texto") BETWEEN 1 AND 3000);
CREATE FUNCTION "guard_mensaje"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE el_estado "EstadoDeAclaracion";
BEGIN
  SELECT estado INTO el_estado FROM "aclaracion" WHERE id = NEW.aclaracion_id FOR NO KEY UPDATE;
  IF el_estado = 'CERRADA' OR NEW.numero <> (
      SELECT count(*) + 1 FROM "mensaje_de_aclaracion" WHERE aclaracion_id = NEW.aclaracion_id) THEN
    RAISE EXCEPTION 'message % does not follow in %', NEW.numero, NEW.aclaracion_id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "mensaje_en_orden" BEFORE INSERT ON "mensaje_de_aclaracion"
  FOR EACH ROW EXECUTE FUNCTION "guard_mensaje"();
CREATE TRIGGER "mensaje_no_cambia" BEFORE UPDATE OR DELETE OR TRUNCATE ON "mensaje_de_aclaracion"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();

-- A file of 5 MB at most under its own hash; what it is was compressed already.
ALTER TABLE "adjunto_de_mensaje"
  ADD CONSTRAINT "adjunto_de_cinco_megabytes" CHECK ("bytes" BETWEEN 1 AND 5242880 AND "bytes" = octet_length("contenido")),
  ADD CONSTRAINT "adjunto_con_su_huella" CHECK ("sha256" = encode(sha256("contenido"), 'hex')),
  ALTER COLUMN "contenido" SET STORAGE EXTERNAL;
CREATE TRIGGER "adjunto_no_cambia" BEFORE UPDATE OR DELETE OR TRUNCATE ON "adjunto_de_mensaje"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
