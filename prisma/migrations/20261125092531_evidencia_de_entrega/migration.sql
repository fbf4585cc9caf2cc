-- CreateEnum
CREATE TYPE "FuenteDeReporte" AS ENUM ('TWILIO', 'REBOTE');

-- AlterEnum
ALTER TYPE "EstadoDeAviso" ADD VALUE 'REBOTADO';

-- AlterTable
ALTER TABLE "aviso" ADD COLUMN     "motivo" TEXT;

-- AlterTable
ALTER TABLE "intento_de_envio" ADD COLUMN     "clave_id" TEXT,
ADD COLUMN     "hmac" BYTEA,
ADD COLUMN     "plantilla" TEXT;

-- CreateTable
CREATE TABLE "reporte_de_entrega" (
    "id" BIGSERIAL NOT NULL,
    "referencia" TEXT NOT NULL,
    "fuente" "FuenteDeReporte" NOT NULL,
    "estado" TEXT NOT NULL,
    "codigo" TEXT NOT NULL DEFAULT '',
    "detalle" TEXT,
    "recibido_en" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "reporte_de_entrega_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "reporte_de_entrega_referencia_fuente_estado_codigo_key" ON "reporte_de_entrega"("referencia", "fuente", "estado", "codigo");

CREATE TRIGGER "reporte_de_entrega_no_cambia" BEFORE UPDATE OR DELETE OR TRUNCATE ON "reporte_de_entrega"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();

-- An attempt is written before its provider is called, and settled once: what was handed over never changes.
CREATE FUNCTION "settle_intento_once"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.terminado_en IS NOT NULL
     OR ROW (OLD.id, OLD.aviso_id, OLD.numero, OLD.iniciado_en, OLD.plantilla, OLD.clave_id, OLD.hmac)
        IS DISTINCT FROM ROW (NEW.id, NEW.aviso_id, NEW.numero, NEW.iniciado_en, NEW.plantilla, NEW.clave_id, NEW.hmac)
  THEN
    RAISE EXCEPTION 'an attempt to send is settled once' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "intento_de_envio_una_vez" BEFORE UPDATE ON "intento_de_envio"
  FOR EACH ROW EXECUTE FUNCTION "settle_intento_once"();
CREATE TRIGGER "intento_de_envio_no_se_borra" BEFORE DELETE OR TRUNCATE ON "intento_de_envio"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();

-- To whom a message went, what it was and when it was written never change, and it is never removed.
CREATE FUNCTION "keep_aviso"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF ROW (OLD.id, OLD.titular_id, OLD.medio_id, OLD.aclaracion_id, OLD.tipo, OLD.mecanismo, OLD.destino, OLD.creado_en)
     IS DISTINCT FROM
     ROW (NEW.id, NEW.titular_id, NEW.medio_id, NEW.aclaracion_id, NEW.tipo, NEW.mecanismo, NEW.destino, NEW.creado_en)
  THEN
    RAISE EXCEPTION 'what a message was never changes' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "aviso_es_el_que_fue" BEFORE UPDATE ON "aviso" FOR EACH ROW EXECUTE FUNCTION "keep_aviso"();
CREATE TRIGGER "aviso_no_se_borra" BEFORE DELETE OR TRUNCATE ON "aviso"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
