-- CreateTable
CREATE TABLE "cliente" (
    "representacion_id" UUID NOT NULL,
    "titular_id" UUID NOT NULL,
    "rfc_del_representante" VARCHAR(13) NOT NULL,
    "folio" TEXT NOT NULL,
    "atencion" SMALLINT NOT NULL,
    "activo" BOOLEAN NOT NULL,
    "vence_en" TIMESTAMPTZ(3) NOT NULL,
    "falla" BOOLEAN NOT NULL,

    CONSTRAINT "cliente_pkey" PRIMARY KEY ("representacion_id")
);

-- CreateIndex
CREATE INDEX "cliente_rfc_del_representante_atencion_vence_en_folio_idx" ON "cliente"("rfc_del_representante", "atencion", "vence_en", "folio");

-- CreateIndex
CREATE INDEX "cliente_titular_id_idx" ON "cliente"("titular_id");

-- Lo que sigue no lo puede decir el esquema de Prisma.

-- Lo que se sabe de cada medio validado: qué fue del último mensaje que un proveedor juzgó, y si alguien dijo que no es del titular.
CREATE VIEW "salud_de_medio" AS
  SELECT medio.titular_id, medio.folio, medio.mecanismo, medio.valor, medio.registros, medio.estado, medio.fecha_de_registro,
    medio.fecha_de_validacion, ultimo.estado AS entrega, ultimo.motivo, ultimo.resuelto_en, ajeno.en AS ajeno_en
  FROM "medio_de_contacto" AS medio
  LEFT JOIN LATERAL (
    SELECT estado, motivo, resuelto_en FROM "aviso"
    WHERE titular_id = medio.titular_id AND mecanismo = medio.mecanismo AND destino_comparable = medio.valor_comparable
      AND creado_en >= medio.fecha_de_validacion AND estado IN ('ACEPTADO', 'ENTREGADO', 'REBOTADO', 'RECHAZADO')
    ORDER BY creado_en DESC, estado IN ('REBOTADO', 'RECHAZADO') DESC, resuelto_en DESC LIMIT 1
  ) AS ultimo ON true
  LEFT JOIN LATERAL (
    SELECT max(ajeno_en) AS en FROM "medio_de_contacto"
    WHERE titular_id = medio.titular_id AND buzon_de(valor_comparable) = buzon_de(medio.valor_comparable)
      AND reabierto_en IS NULL
  ) AS ajeno ON true
  WHERE medio.estado = 'VALIDADO';

-- Qué le falta a cada cliente de un representante, para listarlos por ello sin recorrerlos: 0 una propuesta por responder, 1 su
-- Buzón sin activar, 2 una prueba que vence, 3 un medio que no funciona, 4 nada. De los medios cuentan los del RFC, y sólo para
-- quien representa a todos los registros patronales: los demás no los ven. Quien lo escribe es el dueño, como los nombres.
CREATE FUNCTION "keep_clientes_de"("de" UUID) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  -- Primero se espera a quien cambia lo mismo, y después se lee: así cuenta lo que él dejó.
  PERFORM FROM cliente WHERE titular_id = de ORDER BY representacion_id FOR NO KEY UPDATE;
  IF NOT FOUND THEN
    RETURN;
  END IF;
  UPDATE cliente AS c SET
    activo = ahora.activo,
    falla = ahora.falla,
    vence_en = coalesce(CASE WHEN r.estado = 'PROPUESTA' THEN r.vence_en ELSE ahora.vence_en END, 'infinity'),
    atencion = CASE WHEN r.estado = 'PROPUESTA' THEN 0 WHEN NOT ahora.activo THEN 1 WHEN ahora.vence_en IS NOT NULL THEN 2
      WHEN ahora.falla THEN 3 ELSE 4 END
  FROM representacion AS r CROSS JOIN LATERAL (
    SELECT EXISTS (SELECT FROM solicitud AS s WHERE s.titular_id = de AND s.estado = 'FIRMADA') AS activo,
      (SELECT min(m.vence_en) FROM medio_de_contacto AS m
        WHERE m.titular_id = de AND m.estado = 'EN_PROCESO' AND m.registros IS NULL AND r.registros = '{}') AS vence_en,
      r.registros = '{}' AND EXISTS (SELECT FROM salud_de_medio AS s WHERE s.titular_id = de AND s.registros IS NULL
        AND (s.ajeno_en >= s.fecha_de_validacion OR s.entrega IN ('REBOTADO', 'RECHAZADO'))) AS falla
  ) AS ahora
  WHERE c.titular_id = de AND r.id = c.representacion_id;
END $$;

CREATE FUNCTION "keep_clientes"() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM keep_clientes_de(NEW.titular_id);
  RETURN NULL;
END $$;
CREATE FUNCTION "keep_cliente"() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NEW.estado NOT IN ('PROPUESTA', 'VIGENTE') THEN
    DELETE FROM cliente WHERE representacion_id = NEW.id;
  ELSE
    INSERT INTO cliente (representacion_id, titular_id, rfc_del_representante, folio, atencion, activo, vence_en, falla)
    VALUES (NEW.id, NEW.titular_id, NEW.rfc_del_representante, NEW.folio, 0, false, 'infinity', false)
    ON CONFLICT DO NOTHING;
    PERFORM keep_clientes_de(NEW.titular_id);
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER "clientes_al_designar" AFTER INSERT OR UPDATE OF "estado" ON "representacion"
  FOR EACH ROW EXECUTE FUNCTION "keep_cliente"();
CREATE TRIGGER "clientes_al_firmar" AFTER INSERT OR UPDATE OF "estado" ON "solicitud"
  FOR EACH ROW EXECUTE FUNCTION "keep_clientes"();
CREATE TRIGGER "clientes_al_cambiar_un_medio"
  AFTER INSERT OR UPDATE OF "estado", "vence_en", "registros", "ajeno_en", "reabierto_en" ON "medio_de_contacto"
  FOR EACH ROW EXECUTE FUNCTION "keep_clientes"();
CREATE TRIGGER "clientes_al_entregar" AFTER UPDATE OF "estado" ON "aviso"
  FOR EACH ROW WHEN (OLD."estado" <> NEW."estado" AND NEW."estado" IN ('ACEPTADO', 'ENTREGADO', 'REBOTADO', 'RECHAZADO'))
  EXECUTE FUNCTION "keep_clientes"();

INSERT INTO "cliente" ("representacion_id", "titular_id", "rfc_del_representante", "folio", "atencion", "activo", "vence_en", "falla")
SELECT "id", "titular_id", "rfc_del_representante", "folio", 0, false, 'infinity', false FROM "representacion"
WHERE "estado" IN ('PROPUESTA', 'VIGENTE');
SELECT "keep_clientes_de"("titular_id") FROM (SELECT DISTINCT "titular_id" FROM "cliente") AS cada;
