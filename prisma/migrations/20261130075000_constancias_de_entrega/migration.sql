-- CreateTable
CREATE TABLE "constancia_de_entrega" (
    "id" UUID NOT NULL,
    "aviso_id" UUID NOT NULL,
    "numero" INTEGER NOT NULL,
    "fecha" TIMESTAMPTZ(3) NOT NULL,
    "cadena_original" TEXT NOT NULL,
    "sello" BYTEA NOT NULL,
    "certificado_de_sello" CHAR(64) NOT NULL,

    CONSTRAINT "constancia_de_entrega_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "constancia_de_entrega_aviso_id_numero_key" ON "constancia_de_entrega"("aviso_id", "numero");

-- CreateIndex
CREATE INDEX "cabeza_de_registro_firmada_en_idx" ON "cabeza_de_registro"("firmada_en");

-- AddForeignKey
ALTER TABLE "constancia_de_entrega" ADD CONSTRAINT "constancia_de_entrega_aviso_id_fkey" FOREIGN KEY ("aviso_id") REFERENCES "aviso"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "constancia_de_entrega" ADD CONSTRAINT "constancia_de_entrega_certificado_de_sello_fkey" FOREIGN KEY ("certificado_de_sello") REFERENCES "certificado_de_sello"("huella") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "constancia_de_entrega" ADD CONSTRAINT "constancia_numerada" CHECK ("numero" > 0);

-- Un informe posterior da otra constancia: la anterior queda como se selló.
CREATE TRIGGER "constancia_de_entrega_no_cambia" BEFORE UPDATE OR DELETE OR TRUNCATE ON "constancia_de_entrega"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();

SELECT vigilar_hechos('constancia_de_entrega', 'id', '(SELECT folio FROM aviso WHERE aviso.id = n.aviso_id)', 'n.fecha',
  '{aviso_id,numero,fecha,cadena_original,sello,certificado_de_sello}', false);

-- Lo que se guarda de cada titular incluye lo que se certificó de sus mensajes.
ALTER VIEW "dato_de_titular" RENAME TO "dato_sin_constancias";
CREATE VIEW "dato_de_titular" AS SELECT * FROM "dato_sin_constancias"
UNION ALL SELECT titular_id, 'constancia_de_entrega', c.id::text COLLATE "C", row_to_json((SELECT x FROM (SELECT a.id AS mensaje,
  numero, fecha, cadena_original, encode(sello, 'base64') AS sello) AS x))
  FROM constancia_de_entrega AS c JOIN aviso AS a ON a.id = c.aviso_id;
