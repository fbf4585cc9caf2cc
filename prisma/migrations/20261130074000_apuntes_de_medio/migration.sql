-- CreateTable
CREATE TABLE "apunte_de_medio" (
    "medio_id" UUID NOT NULL,
    "etiqueta" TEXT,
    "reemplaza_a_id" UUID,

    CONSTRAINT "apunte_de_medio_pkey" PRIMARY KEY ("medio_id")
);

-- CreateIndex
CREATE INDEX "apunte_de_medio_reemplaza_a_id_idx" ON "apunte_de_medio"("reemplaza_a_id");

-- AddForeignKey
ALTER TABLE "apunte_de_medio" ADD CONSTRAINT "apunte_de_medio_medio_id_fkey" FOREIGN KEY ("medio_id") REFERENCES "medio_de_contacto"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "apunte_de_medio" ADD CONSTRAINT "apunte_de_medio_reemplaza_a_id_fkey" FOREIGN KEY ("reemplaza_a_id") REFERENCES "medio_de_contacto"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Una etiqueta es una palabra o dos, en un renglón y sin blancos de sobra.
ALTER TABLE "apunte_de_medio" ADD CONSTRAINT "etiqueta_corta" CHECK (
  char_length("etiqueta") BETWEEN 1 AND 30 AND "etiqueta" = btrim("etiqueta") AND "etiqueta" !~ '[[:cntrl:]]'
);

-- Un medio reemplaza a otro, del mismo titular y del mismo mecanismo.
CREATE FUNCTION "guard_reemplazo"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM medio_de_contacto AS nuevo JOIN medio_de_contacto AS anterior
      ON (anterior.titular_id, anterior.mecanismo) = (nuevo.titular_id, nuevo.mecanismo) AND anterior.id <> nuevo.id
    WHERE nuevo.id = NEW.medio_id AND anterior.id = NEW.reemplaza_a_id)
  THEN
    RAISE EXCEPTION 'a medio replaces another of its titular, of its kind' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "reemplazo_entre_iguales" BEFORE INSERT OR UPDATE ON "apunte_de_medio"
  FOR EACH ROW WHEN (NEW.reemplaza_a_id IS NOT NULL) EXECUTE FUNCTION "guard_reemplazo"();

-- Lo que se guarda de cada titular incluye lo que apuntó de sus medios.
ALTER VIEW "dato_de_titular" RENAME TO "dato_sin_apuntes";
CREATE VIEW "dato_de_titular" AS SELECT * FROM "dato_sin_apuntes"
UNION ALL SELECT m.titular_id, 'apunte_de_medio', m.id::text COLLATE "C", row_to_json((SELECT x FROM (SELECT m.folio, a.etiqueta,
  anterior.folio AS reemplaza_a) AS x)) FROM medio_de_contacto AS m JOIN apunte_de_medio AS a ON a.medio_id = m.id
  LEFT JOIN medio_de_contacto AS anterior ON anterior.id = a.reemplaza_a_id;
