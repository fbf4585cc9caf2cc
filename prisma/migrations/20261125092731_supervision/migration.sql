-- CreateTable
CREATE TABLE "ancla_de_bitacora" (
    "dia" DATE NOT NULL,
    "posicion" BIGINT NOT NULL,
    "cadena" CHAR(64) NOT NULL,
    "anclada_en" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ancla_de_bitacora_pkey" PRIMARY KEY ("dia")
);

-- CreateTable
CREATE TABLE "sello_de_ancla" (
    "dia" DATE NOT NULL,
    "token" BYTEA NOT NULL,
    "fecha" TIMESTAMPTZ(3) NOT NULL,
    "obtenido_en" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sello_de_ancla_pkey" PRIMARY KEY ("dia")
);

-- CreateIndex
CREATE INDEX "medio_de_contacto_fecha_de_registro_titular_id_idx" ON "medio_de_contacto"("fecha_de_registro", "titular_id");

-- CreateIndex
CREATE INDEX "medio_de_contacto_fecha_de_validacion_idx" ON "medio_de_contacto"("fecha_de_validacion");

-- CreateIndex
CREATE INDEX "aviso_creado_en_idx" ON "aviso"("creado_en");

-- CreateIndex
CREATE INDEX "solicitud_fecha_idx" ON "solicitud"("fecha");

-- AddForeignKey
ALTER TABLE "sello_de_ancla" ADD CONSTRAINT "sello_de_ancla_dia_fkey" FOREIGN KEY ("dia") REFERENCES "ancla_de_bitacora"("dia") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What follows is what Prisma's schema cannot say.

-- An anchor is of a link that is there when it is written.
CREATE FUNCTION "guard_ancla"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM "bitacora_cadena" WHERE posicion = NEW.posicion AND cadena = NEW.cadena) THEN
    RAISE EXCEPTION 'no link % has that hash', NEW.posicion USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "ancla_de_un_eslabon" BEFORE INSERT ON "ancla_de_bitacora"
  FOR EACH ROW EXECUTE FUNCTION "guard_ancla"();
CREATE TRIGGER "ancla_no_cambia" BEFORE UPDATE OR DELETE OR TRUNCATE ON "ancla_de_bitacora"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "sello_de_ancla_no_cambia" BEFORE UPDATE OR DELETE OR TRUNCATE ON "sello_de_ancla"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();

-- Few of the rows of the bitácora are of the staff: those, and the grants, are read from the newest on.
CREATE INDEX "bitacora_de_soporte_idx" ON "bitacora"("id") WHERE "actor" LIKE 'SOPORTE:%';
CREATE INDEX "bitacora_de_roles_idx" ON "bitacora"("id") WHERE "evento" IN ('ROL_DADO', 'ROL_QUITADO');
