-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "Mecanismo" AS ENUM ('CORREO_ELECTRONICO', 'TELEFONO');

-- CreateEnum
CREATE TYPE "EstadoDeMedio" AS ENUM ('EN_PROCESO', 'VALIDADO', 'CANCELADO', 'BAJA');

-- CreateEnum
CREATE TYPE "EstadoDeRegistro" AS ENUM ('VIGENTE', 'BAJA');

-- CreateEnum
CREATE TYPE "TipoDeAviso" AS ENUM ('VALIDA_CORREO', 'CORREO_VALIDADO', 'CODIGO_CELULAR', 'CELULAR_VALIDADO', 'MEDIO_CANCELADO', 'BUZON_ACTIVADO');

-- CreateEnum
CREATE TYPE "EstadoDeAviso" AS ENUM ('PENDIENTE', 'ACEPTADO', 'ENTREGADO', 'RECHAZADO', 'SIN_RESPUESTA', 'DESCARTADO');

-- CreateEnum
CREATE TYPE "TipoDeAcuse" AS ENUM ('REGISTRO', 'VALIDACION', 'BAJA', 'SOLICITUD');

-- CreateEnum
CREATE TYPE "EstadoDeSolicitud" AS ENUM ('FIRMADA', 'PENDIENTE_DE_VERIFICACION', 'INVALIDA');

-- CreateEnum
CREATE TYPE "ResultadoOcsp" AS ENUM ('BUENO', 'REVOCADO', 'DESCONOCIDO', 'SIN_RESPUESTA', 'NO_CONSULTADO');

-- CreateEnum
CREATE TYPE "PropositoDeChallenge" AS ENUM ('LOGIN', 'DOCUMENTO');

-- CreateTable
CREATE TABLE "titular" (
    "id" UUID NOT NULL,
    "rfc" VARCHAR(13) NOT NULL,
    "nombre" TEXT NOT NULL,
    "creado_en" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "titular_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "registro_patronal" (
    "id" BIGSERIAL NOT NULL,
    "numero" CHAR(11) NOT NULL,
    "titular_id" UUID NOT NULL,
    "subdelegacion" TEXT NOT NULL,
    "domicilio" TEXT NOT NULL,
    "estado" "EstadoDeRegistro" NOT NULL,

    CONSTRAINT "registro_patronal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "certificado" (
    "id" UUID NOT NULL,
    "huella" CHAR(64) NOT NULL,
    "serie" TEXT NOT NULL,
    "titular_id" UUID NOT NULL,
    "der" BYTEA NOT NULL,
    "valido_hasta" TIMESTAMPTZ(3) NOT NULL,
    "rfc_representante" VARCHAR(13),
    "curp_representante" VARCHAR(18),
    "correo" TEXT,
    "visto_en" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "certificado_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "consulta_ocsp" (
    "id" UUID NOT NULL,
    "certificado_id" UUID NOT NULL,
    "resultado" "ResultadoOcsp" NOT NULL,
    "respuesta" BYTEA,
    "consultada_en" TIMESTAMPTZ(3) NOT NULL,
    "vigente_hasta" TIMESTAMPTZ(3),

    CONSTRAINT "consulta_ocsp_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "certificado_revocado" (
    "huella" CHAR(64) NOT NULL,
    "respuesta" BYTEA NOT NULL,
    "consultada_en" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "certificado_revocado_pkey" PRIMARY KEY ("huella")
);

-- CreateTable
CREATE TABLE "challenge" (
    "nonce_hash" CHAR(64) NOT NULL,
    "proposito" "PropositoDeChallenge" NOT NULL,
    "host" TEXT NOT NULL,
    "navegador_hash" CHAR(64) NOT NULL,
    "sesion_id" UUID,
    "folio" TEXT,
    "creado_en" TIMESTAMPTZ(3) NOT NULL,
    "vence_en" TIMESTAMPTZ(3) NOT NULL,
    "consumido_en" TIMESTAMPTZ(3),

    CONSTRAINT "challenge_pkey" PRIMARY KEY ("nonce_hash")
);

-- CreateTable
CREATE TABLE "sesion" (
    "id" UUID NOT NULL,
    "titular_id" UUID NOT NULL,
    "certificado_id" UUID NOT NULL,
    "consulta_ocsp_id" UUID NOT NULL,
    "creada_en" TIMESTAMPTZ(3) NOT NULL,
    "ultima_actividad_en" TIMESTAMPTZ(3) NOT NULL,
    "cerrada_en" TIMESTAMPTZ(3),

    CONSTRAINT "sesion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "medio_de_contacto" (
    "id" UUID NOT NULL,
    "folio" TEXT NOT NULL,
    "titular_id" UUID NOT NULL,
    "mecanismo" "Mecanismo" NOT NULL,
    "valor" TEXT NOT NULL,
    "valor_comparable" TEXT NOT NULL,
    "estado" "EstadoDeMedio" NOT NULL,
    "fecha_de_registro" TIMESTAMPTZ(3) NOT NULL,
    "plazo_desde" TIMESTAMPTZ(3) NOT NULL,
    "vence_en" TIMESTAMPTZ(3) NOT NULL,
    "fecha_de_validacion" TIMESTAMPTZ(3),
    "fecha_de_cancelacion" TIMESTAMPTZ(3),
    "fecha_de_baja" TIMESTAMPTZ(3),
    "intentos_fallidos" INTEGER NOT NULL DEFAULT 0,
    "clave_id" TEXT NOT NULL,
    "peticion_id" UUID NOT NULL,

    CONSTRAINT "medio_de_contacto_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "intento_de_codigo" (
    "id" BIGSERIAL NOT NULL,
    "medio_id" UUID NOT NULL,
    "valor_comparable" TEXT NOT NULL,
    "fecha" TIMESTAMPTZ(3) NOT NULL,
    "correcto" BOOLEAN NOT NULL,

    CONSTRAINT "intento_de_codigo_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "alcance_de_medio" (
    "id" BIGSERIAL NOT NULL,
    "medio_id" UUID NOT NULL,
    "titular_id" UUID NOT NULL,
    "registro_patronal_id" BIGINT,
    "mecanismo" "Mecanismo" NOT NULL,
    "valor_comparable" TEXT NOT NULL,
    "lugar" SMALLINT,

    CONSTRAINT "alcance_de_medio_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "aviso" (
    "id" UUID NOT NULL,
    "titular_id" UUID NOT NULL,
    "medio_id" UUID,
    "tipo" "TipoDeAviso" NOT NULL,
    "mecanismo" "Mecanismo" NOT NULL,
    "destino" TEXT NOT NULL,
    "estado" "EstadoDeAviso" NOT NULL,
    "creado_en" TIMESTAMPTZ(3) NOT NULL,
    "resuelto_en" TIMESTAMPTZ(3),

    CONSTRAINT "aviso_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "intento_de_envio" (
    "id" UUID NOT NULL,
    "aviso_id" UUID NOT NULL,
    "numero" INTEGER NOT NULL,
    "iniciado_en" TIMESTAMPTZ(3) NOT NULL,
    "terminado_en" TIMESTAMPTZ(3),
    "aceptado" BOOLEAN,
    "respuesta" TEXT,
    "id_del_proveedor" TEXT,

    CONSTRAINT "intento_de_envio_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "certificado_de_sello" (
    "huella" CHAR(64) NOT NULL,
    "serie" TEXT NOT NULL,
    "pem" TEXT NOT NULL,
    "es_demo" BOOLEAN NOT NULL,

    CONSTRAINT "certificado_de_sello_pkey" PRIMARY KEY ("huella")
);

-- CreateTable
CREATE TABLE "acuse" (
    "id" UUID NOT NULL,
    "folio" TEXT NOT NULL,
    "tipo" "TipoDeAcuse" NOT NULL,
    "titular_id" UUID NOT NULL,
    "fecha" TIMESTAMPTZ(3) NOT NULL,
    "plantilla" TEXT NOT NULL,
    "datos" JSONB NOT NULL,
    "cadena_original" TEXT NOT NULL,
    "sello" BYTEA NOT NULL,
    "certificado_de_sello" CHAR(64) NOT NULL,

    CONSTRAINT "acuse_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "acuse_documento" (
    "acuse_id" UUID NOT NULL,
    "pdf" BYTEA NOT NULL,
    "sha256" CHAR(64) NOT NULL,
    "bytes" INTEGER NOT NULL,
    "emitido_en" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "acuse_documento_pkey" PRIMARY KEY ("acuse_id")
);

-- CreateTable
CREATE TABLE "solicitud" (
    "id" UUID NOT NULL,
    "folio" TEXT NOT NULL,
    "titular_id" UUID NOT NULL,
    "texto_version" TEXT NOT NULL,
    "texto_sha256" CHAR(64) NOT NULL,
    "fecha" TIMESTAMPTZ(3) NOT NULL,
    "cadena_original" TEXT NOT NULL,
    "firma" BYTEA NOT NULL,
    "certificado_id" UUID NOT NULL,
    "consulta_ocsp_id" UUID NOT NULL,
    "estado" "EstadoDeSolicitud" NOT NULL,

    CONSTRAINT "solicitud_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "bitacora" (
    "id" BIGSERIAL NOT NULL,
    "fecha" TIMESTAMPTZ(3) NOT NULL,
    "evento" TEXT NOT NULL,
    "actor" TEXT NOT NULL,
    "titular_id" UUID,
    "folio" TEXT,
    "datos" JSONB NOT NULL,

    CONSTRAINT "bitacora_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "limite" (
    "key" VARCHAR(255) NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "limite_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE UNIQUE INDEX "titular_rfc_key" ON "titular"("rfc");

-- CreateIndex
CREATE UNIQUE INDEX "registro_patronal_numero_key" ON "registro_patronal"("numero");

-- CreateIndex
CREATE INDEX "registro_patronal_titular_id_estado_numero_idx" ON "registro_patronal"("titular_id", "estado", "numero");

-- CreateIndex
CREATE UNIQUE INDEX "certificado_huella_key" ON "certificado"("huella");

-- CreateIndex
CREATE INDEX "certificado_titular_id_idx" ON "certificado"("titular_id");

-- CreateIndex
CREATE INDEX "consulta_ocsp_certificado_id_consultada_en_idx" ON "consulta_ocsp"("certificado_id", "consultada_en");

-- CreateIndex
CREATE INDEX "challenge_vence_en_idx" ON "challenge"("vence_en");

-- CreateIndex
CREATE INDEX "sesion_titular_id_idx" ON "sesion"("titular_id");

-- CreateIndex
CREATE UNIQUE INDEX "medio_de_contacto_folio_key" ON "medio_de_contacto"("folio");

-- CreateIndex
CREATE INDEX "medio_de_contacto_titular_id_fecha_de_registro_idx" ON "medio_de_contacto"("titular_id", "fecha_de_registro");

-- CreateIndex
CREATE INDEX "medio_de_contacto_estado_vence_en_idx" ON "medio_de_contacto"("estado", "vence_en");

-- CreateIndex
CREATE UNIQUE INDEX "medio_de_contacto_titular_id_peticion_id_key" ON "medio_de_contacto"("titular_id", "peticion_id");

-- CreateIndex
CREATE INDEX "intento_de_codigo_medio_id_idx" ON "intento_de_codigo"("medio_id");

-- CreateIndex
CREATE INDEX "intento_de_codigo_valor_comparable_fecha_idx" ON "intento_de_codigo"("valor_comparable", "fecha");

-- CreateIndex
CREATE INDEX "alcance_de_medio_medio_id_idx" ON "alcance_de_medio"("medio_id");

-- CreateIndex
CREATE INDEX "aviso_medio_id_idx" ON "aviso"("medio_id");

-- CreateIndex
CREATE INDEX "aviso_mecanismo_destino_creado_en_idx" ON "aviso"("mecanismo", "destino", "creado_en");

-- CreateIndex
CREATE UNIQUE INDEX "intento_de_envio_id_del_proveedor_key" ON "intento_de_envio"("id_del_proveedor");

-- CreateIndex
CREATE UNIQUE INDEX "intento_de_envio_aviso_id_numero_key" ON "intento_de_envio"("aviso_id", "numero");

-- CreateIndex
CREATE INDEX "acuse_titular_id_idx" ON "acuse"("titular_id");

-- CreateIndex
CREATE UNIQUE INDEX "acuse_folio_tipo_key" ON "acuse"("folio", "tipo");

-- CreateIndex
CREATE UNIQUE INDEX "solicitud_folio_key" ON "solicitud"("folio");

-- CreateIndex
CREATE INDEX "solicitud_titular_id_idx" ON "solicitud"("titular_id");

-- CreateIndex
CREATE INDEX "bitacora_folio_idx" ON "bitacora"("folio");

-- CreateIndex
CREATE INDEX "bitacora_titular_id_fecha_idx" ON "bitacora"("titular_id", "fecha");

-- AddForeignKey
ALTER TABLE "registro_patronal" ADD CONSTRAINT "registro_patronal_titular_id_fkey" FOREIGN KEY ("titular_id") REFERENCES "titular"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "certificado" ADD CONSTRAINT "certificado_titular_id_fkey" FOREIGN KEY ("titular_id") REFERENCES "titular"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "consulta_ocsp" ADD CONSTRAINT "consulta_ocsp_certificado_id_fkey" FOREIGN KEY ("certificado_id") REFERENCES "certificado"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sesion" ADD CONSTRAINT "sesion_titular_id_fkey" FOREIGN KEY ("titular_id") REFERENCES "titular"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sesion" ADD CONSTRAINT "sesion_certificado_id_fkey" FOREIGN KEY ("certificado_id") REFERENCES "certificado"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sesion" ADD CONSTRAINT "sesion_consulta_ocsp_id_fkey" FOREIGN KEY ("consulta_ocsp_id") REFERENCES "consulta_ocsp"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "medio_de_contacto" ADD CONSTRAINT "medio_de_contacto_titular_id_fkey" FOREIGN KEY ("titular_id") REFERENCES "titular"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "intento_de_codigo" ADD CONSTRAINT "intento_de_codigo_medio_id_fkey" FOREIGN KEY ("medio_id") REFERENCES "medio_de_contacto"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "alcance_de_medio" ADD CONSTRAINT "alcance_de_medio_medio_id_fkey" FOREIGN KEY ("medio_id") REFERENCES "medio_de_contacto"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "alcance_de_medio" ADD CONSTRAINT "alcance_de_medio_titular_id_fkey" FOREIGN KEY ("titular_id") REFERENCES "titular"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "alcance_de_medio" ADD CONSTRAINT "alcance_de_medio_registro_patronal_id_fkey" FOREIGN KEY ("registro_patronal_id") REFERENCES "registro_patronal"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "aviso" ADD CONSTRAINT "aviso_titular_id_fkey" FOREIGN KEY ("titular_id") REFERENCES "titular"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "aviso" ADD CONSTRAINT "aviso_medio_id_fkey" FOREIGN KEY ("medio_id") REFERENCES "medio_de_contacto"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "intento_de_envio" ADD CONSTRAINT "intento_de_envio_aviso_id_fkey" FOREIGN KEY ("aviso_id") REFERENCES "aviso"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "acuse" ADD CONSTRAINT "acuse_titular_id_fkey" FOREIGN KEY ("titular_id") REFERENCES "titular"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "acuse" ADD CONSTRAINT "acuse_certificado_de_sello_fkey" FOREIGN KEY ("certificado_de_sello") REFERENCES "certificado_de_sello"("huella") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "acuse_documento" ADD CONSTRAINT "acuse_documento_acuse_id_fkey" FOREIGN KEY ("acuse_id") REFERENCES "acuse"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "solicitud" ADD CONSTRAINT "solicitud_titular_id_fkey" FOREIGN KEY ("titular_id") REFERENCES "titular"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "solicitud" ADD CONSTRAINT "solicitud_certificado_id_fkey" FOREIGN KEY ("certificado_id") REFERENCES "certificado"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "solicitud" ADD CONSTRAINT "solicitud_consulta_ocsp_id_fkey" FOREIGN KEY ("consulta_ocsp_id") REFERENCES "consulta_ocsp"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What follows is what Prisma's schema cannot say. A rule that stands here holds whatever the code does.

-- One sequence for all folios: never reset, gaps allowed.
CREATE SEQUENCE "folio_seq" AS BIGINT;

-- A medio is accepted within 72 elapsed hours or never (guide IV; dominio.md «The clock»).
ALTER TABLE "medio_de_contacto"
  ADD CONSTRAINT "medio_vence_a_las_72_horas" CHECK ("vence_en" = "plazo_desde" + INTERVAL '72 hours'),
  ADD CONSTRAINT "medio_plazo_no_antes_del_registro" CHECK ("plazo_desde" >= "fecha_de_registro"),
  ADD CONSTRAINT "medio_correo_sin_plazo_propio" CHECK ("mecanismo" = 'TELEFONO' OR "plazo_desde" = "fecha_de_registro"),
  ADD CONSTRAINT "medio_validado_en_plazo" CHECK ("fecha_de_validacion" < "vence_en"),
  ADD CONSTRAINT "medio_validado_con_fecha" CHECK ("estado" <> 'VALIDADO' OR "fecha_de_validacion" IS NOT NULL),
  ADD CONSTRAINT "medio_en_proceso_sin_fechas" CHECK ("estado" <> 'EN_PROCESO'
    OR ("fecha_de_validacion" IS NULL AND "fecha_de_cancelacion" IS NULL AND "fecha_de_baja" IS NULL)),
  ADD CONSTRAINT "medio_cancelado_con_fecha" CHECK (("estado" = 'CANCELADO') = ("fecha_de_cancelacion" IS NOT NULL)),
  ADD CONSTRAINT "medio_baja_con_fecha" CHECK (("estado" = 'BAJA') = ("fecha_de_baja" IS NOT NULL)),
  ADD CONSTRAINT "medio_diez_intentos" CHECK ("intentos_fallidos" BETWEEN 0 AND 10);

-- Five e-mails and one phone for each scope: each active medio takes a numbered place, and a place is taken once.
ALTER TABLE "alcance_de_medio"
  ADD CONSTRAINT "alcance_lugar" CHECK ("lugar" BETWEEN 1 AND CASE "mecanismo" WHEN 'TELEFONO' THEN 1 ELSE 5 END);
CREATE UNIQUE INDEX "alcance_lugar_del_rfc" ON "alcance_de_medio" ("titular_id", "mecanismo", "lugar")
  WHERE "registro_patronal_id" IS NULL AND "lugar" IS NOT NULL;
CREATE UNIQUE INDEX "alcance_lugar_del_registro" ON "alcance_de_medio" ("registro_patronal_id", "mecanismo", "lugar")
  WHERE "registro_patronal_id" IS NOT NULL AND "lugar" IS NOT NULL;
-- The same address once per titular and scope among the active ones.
CREATE UNIQUE INDEX "alcance_valor_del_rfc" ON "alcance_de_medio" ("titular_id", "mecanismo", "valor_comparable")
  WHERE "registro_patronal_id" IS NULL AND "lugar" IS NOT NULL;
CREATE UNIQUE INDEX "alcance_valor_del_registro" ON "alcance_de_medio" ("registro_patronal_id", "mecanismo", "valor_comparable")
  WHERE "registro_patronal_id" IS NOT NULL AND "lugar" IS NOT NULL;

-- EN_PROCESO → VALIDADO | CANCELADO | BAJA; VALIDADO → BAJA; nothing else. Leaving those two frees the places at once.
CREATE FUNCTION "guard_estado_de_medio"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT (OLD.estado = 'EN_PROCESO' AND NEW.estado IN ('VALIDADO', 'CANCELADO', 'BAJA')
          OR OLD.estado = 'VALIDADO' AND NEW.estado = 'BAJA') THEN
    RAISE EXCEPTION 'medio % cannot go from % to %', OLD.folio, OLD.estado, NEW.estado USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.estado IN ('CANCELADO', 'BAJA') THEN
    UPDATE "alcance_de_medio" SET "lugar" = NULL WHERE "medio_id" = NEW.id AND "lugar" IS NOT NULL;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER "estado_de_medio" AFTER UPDATE OF "estado" ON "medio_de_contacto"
  FOR EACH ROW WHEN (OLD.estado IS DISTINCT FROM NEW.estado) EXECUTE FUNCTION "guard_estado_de_medio"();

-- A message is settled with its hour, once.
ALTER TABLE "aviso"
  ADD CONSTRAINT "aviso_resuelto_con_fecha" CHECK (("estado" = 'PENDIENTE') = ("resuelto_en" IS NULL));
ALTER TABLE "intento_de_envio"
  ADD CONSTRAINT "intento_terminado_con_veredicto" CHECK (("terminado_en" IS NULL) = ("aceptado" IS NULL));

-- One solicitud per titular and version of the text.
CREATE UNIQUE INDEX "solicitud_unica" ON "solicitud" ("titular_id", "texto_version") WHERE "estado" <> 'INVALIDA';

-- Evidence is written once.
CREATE FUNCTION "refuse_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER "bitacora_solo_crece" BEFORE UPDATE OR DELETE OR TRUNCATE ON "bitacora"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "acuse_no_cambia" BEFORE UPDATE OR DELETE OR TRUNCATE ON "acuse"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "acuse_documento_no_cambia" BEFORE UPDATE OR DELETE OR TRUNCATE ON "acuse_documento"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
