-- CreateTable
CREATE TABLE "tramo_contado" (
    "desde" TIMESTAMPTZ(3) NOT NULL,
    "hasta" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "tramo_contado_pkey" PRIMARY KEY ("desde")
);

-- CreateTable
CREATE TABLE "cuenta_de_tramo" (
    "desde" TIMESTAMPTZ(3) NOT NULL,
    "cual" TEXT NOT NULL,
    "valor" TEXT NOT NULL,
    "cuantos" INTEGER NOT NULL,
    "aceptados" INTEGER NOT NULL,
    "fallidos" INTEGER NOT NULL,

    CONSTRAINT "cuenta_de_tramo_pkey" PRIMARY KEY ("desde","cual","valor")
);

-- CreateTable
CREATE TABLE "tramo_por_contar" (
    "id" BIGSERIAL NOT NULL,
    "instante" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "tramo_por_contar_pkey" PRIMARY KEY ("id")
);

-- AddForeignKey
ALTER TABLE "cuenta_de_tramo" ADD CONSTRAINT "cuenta_de_tramo_desde_fkey" FOREIGN KEY ("desde") REFERENCES "tramo_contado"("desde") ON DELETE CASCADE ON UPDATE CASCADE;

-- Lo que sigue no lo puede decir el esquema de Prisma.

-- Ningún instante se cuenta dos veces.
ALTER TABLE "tramo_contado"
  ADD CONSTRAINT "tramo_con_duracion" CHECK ("desde" < "hasta"),
  ADD CONSTRAINT "tramo_sin_traslape" EXCLUDE USING gist (tstzrange("desde", "hasta") WITH &&);

-- Los mensajes por los que se mira si su titular se quedó sin un medio que funcione.
CREATE INDEX "aviso_que_no_llego" ON "aviso" ("titular_id", "creado_en")
  WHERE "estado" IN ('REBOTADO', 'RECHAZADO') OR "tipo" IN ('MEDIO_ELIMINADO', 'MEDIO_CANCELADO');

-- Lo que cambia en un tramo que ya se contó lo deja apuntado, y el worker lo cuenta otra vez. Cada quien agrega filas suyas: nadie
-- espera a otro. Lo que es de un tramo sin contar no escribe nada.
CREATE FUNCTION "mark_tramos"("instantes" TIMESTAMPTZ[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "tramo_por_contar" (instante)
    SELECT DISTINCT t.desde FROM unnest(instantes) AS cambio (instante)
    JOIN "tramo_contado" AS t ON tstzrange(t.desde, t.hasta) @> cambio.instante;
END $$;

-- Dónde cuenta un titular que se quedó sin medio: en el último de estos mensajes.
CREATE FUNCTION "instantes_sin_medio"("de" UUID) RETURNS TIMESTAMPTZ[] LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN ARRAY(SELECT creado_en FROM "aviso" WHERE titular_id = de
    AND (estado IN ('REBOTADO', 'RECHAZADO') OR tipo IN ('MEDIO_ELIMINADO', 'MEDIO_CANCELADO')));
END $$;
-- Y dónde cuentan su avance, en su primer medio, y su activación, en su primera solicitud en pie. Cuál es el primero puede cambiar:
-- van todos.
CREATE FUNCTION "instantes_de_titular"("de" UUID) RETURNS TIMESTAMPTZ[] LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN instantes_sin_medio(de)
    || ARRAY(SELECT fecha_de_registro FROM "medio_de_contacto" WHERE titular_id = de AND registros IS NULL)
    || ARRAY(SELECT fecha FROM "solicitud" WHERE titular_id = de);
END $$;

CREATE FUNCTION "mark_tramos_de_aviso"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.tipo IN ('MEDIO_ELIMINADO', 'MEDIO_CANCELADO') OR NEW.estado IN ('REBOTADO', 'RECHAZADO')
      OR TG_OP = 'UPDATE' AND OLD.estado IN ('REBOTADO', 'RECHAZADO') THEN
    PERFORM mark_tramos(instantes_sin_medio(NEW.titular_id) || NEW.creado_en);
  ELSE
    PERFORM mark_tramos(ARRAY[NEW.creado_en]);
  END IF;
  RETURN NULL;
END $$;
CREATE FUNCTION "mark_tramos_de_medio"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM mark_tramos(instantes_de_titular(NEW.titular_id) || NEW.fecha_de_validacion);
  RETURN NULL;
END $$;
CREATE FUNCTION "mark_tramos_de_solicitud"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM mark_tramos(instantes_de_titular(NEW.titular_id));
  RETURN NULL;
END $$;
CREATE FUNCTION "mark_tramos_de_rebote"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM mark_tramos(ARRAY[NEW.leida_en]);
  RETURN NULL;
END $$;

CREATE TRIGGER "tramos_de_aviso" AFTER INSERT ON "aviso" FOR EACH ROW EXECUTE FUNCTION "mark_tramos_de_aviso"();
CREATE TRIGGER "tramos_de_aviso_cambiado" AFTER UPDATE OF "estado" ON "aviso"
  FOR EACH ROW WHEN (OLD."estado" <> NEW."estado") EXECUTE FUNCTION "mark_tramos_de_aviso"();
CREATE TRIGGER "tramos_de_medio" AFTER INSERT ON "medio_de_contacto"
  FOR EACH ROW EXECUTE FUNCTION "mark_tramos_de_medio"();
-- Al que se cancela porque nadie lo validó no se le contaba nada.
CREATE TRIGGER "tramos_de_medio_cambiado" AFTER UPDATE ON "medio_de_contacto" FOR EACH ROW WHEN (
  ROW (OLD."estado" = 'VALIDADO', OLD."fecha_de_validacion", OLD."ajeno_en", OLD."reabierto_en")
    IS DISTINCT FROM ROW (NEW."estado" = 'VALIDADO', NEW."fecha_de_validacion", NEW."ajeno_en", NEW."reabierto_en")
) EXECUTE FUNCTION "mark_tramos_de_medio"();
CREATE TRIGGER "tramos_de_solicitud" AFTER INSERT OR UPDATE OF "estado" ON "solicitud"
  FOR EACH ROW EXECUTE FUNCTION "mark_tramos_de_solicitud"();
CREATE TRIGGER "tramos_de_rebote" AFTER INSERT ON "lectura_de_rebote"
  FOR EACH ROW EXECUTE FUNCTION "mark_tramos_de_rebote"();
