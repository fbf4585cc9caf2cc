-- AlterTable
ALTER TABLE "medio_de_contacto" ADD COLUMN     "confirmacion_pedida_en" TIMESTAMPTZ(3),
ADD COLUMN     "confirmado_en" TIMESTAMPTZ(3);

-- Lo que sigue no lo puede decir el esquema de Prisma.

-- De los validados, a cuál le toca antes que se le pregunte si sigue en uso: un año después de su prueba, o de la última pregunta.
CREATE INDEX "medio_por_confirmar" ON "medio_de_contacto"
  ("mecanismo", (greatest("fecha_de_validacion", "confirmado_en", "confirmacion_pedida_en"))) WHERE "estado" = 'VALIDADO';

-- Se pregunta por lo validado, a lo más una vez al año, y se confirma mientras lo está. Son 365 días, como en el dominio.
CREATE FUNCTION "guard_confirmacion"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.estado <> 'VALIDADO' OR NEW.estado <> 'VALIDADO'
     OR OLD.confirmacion_pedida_en IS DISTINCT FROM NEW.confirmacion_pedida_en
       AND NOT coalesce(NEW.confirmacion_pedida_en - interval '8760 hours'
         > greatest(OLD.fecha_de_validacion, OLD.confirmado_en, OLD.confirmacion_pedida_en), false)
     OR OLD.confirmado_en IS DISTINCT FROM NEW.confirmado_en
       AND NOT coalesce(NEW.confirmado_en >= greatest(OLD.fecha_de_validacion, OLD.confirmado_en, OLD.confirmacion_pedida_en), false)
  THEN
    RAISE EXCEPTION 'this is not the time to ask for %, nor to confirm it', OLD.folio USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "medio_se_confirma_en_orden" BEFORE UPDATE ON "medio_de_contacto" FOR EACH ROW WHEN (
  ROW (OLD.confirmacion_pedida_en, OLD.confirmado_en) IS DISTINCT FROM ROW (NEW.confirmacion_pedida_en, NEW.confirmado_en)
) EXECUTE FUNCTION "guard_confirmacion"();

-- Lo que se sabe de cada medio validado incluye cuándo se confirmó.
CREATE OR REPLACE VIEW "salud_de_medio" AS
  SELECT medio.titular_id, medio.folio, medio.mecanismo, medio.valor, medio.registros, medio.estado, medio.fecha_de_registro,
    medio.fecha_de_validacion, ultimo.estado AS entrega, ultimo.motivo, ultimo.resuelto_en, ajeno.en AS ajeno_en, medio.confirmado_en
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
