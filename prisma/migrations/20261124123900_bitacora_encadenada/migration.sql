-- Each row of the bitácora carries the SHA-256 of itself, written by the database: no way in leaves it out or forges it.
-- The text that is hashed stands in domain/bitacora/texto-canonico.ts as well, and a test compares the two.
CREATE FUNCTION "bitacora_campo"("nombre" TEXT, "valor" TEXT) RETURNS TEXT LANGUAGE sql IMMUTABLE AS $$
  SELECT nombre || '=' || coalesce(octet_length(convert_to(valor, 'UTF8')) || ':' || valor, '') || E'\n'
$$;

ALTER TABLE "bitacora" ADD COLUMN "hash" CHAR(64) NOT NULL DEFAULT '';

CREATE FUNCTION "hash_de_bitacora"("fila" "bitacora") RETURNS TEXT LANGUAGE sql STABLE AS $$
  SELECT encode(sha256(convert_to(
    E'bitacora 1\n'
    || bitacora_campo('id', fila.id::text)
    || bitacora_campo('fecha', to_char(fila.fecha AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
    || bitacora_campo('evento', fila.evento)
    || bitacora_campo('actor', fila.actor)
    || bitacora_campo('titular_id', fila.titular_id::text)
    || bitacora_campo('folio', fila.folio)
    || bitacora_campo('datos', fila.datos::text), 'UTF8')), 'hex')
$$;

-- What was written before gets its hash now; it is chained with the first rows that follow.
ALTER TABLE "bitacora" DISABLE TRIGGER "bitacora_solo_crece";
UPDATE "bitacora" AS fila SET "hash" = hash_de_bitacora(fila);
ALTER TABLE "bitacora" ENABLE TRIGGER "bitacora_solo_crece";
ALTER TABLE "bitacora" ADD CONSTRAINT "bitacora_con_hash" CHECK ("hash" ~ '^[0-9a-f]{64}$');

CREATE FUNCTION "hash_bitacora"() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  NEW.hash := hash_de_bitacora(NEW);
  RETURN NEW;
END $$;

CREATE TRIGGER "bitacora_con_su_hash" BEFORE INSERT ON "bitacora"
  FOR EACH ROW EXECUTE FUNCTION "hash_bitacora"();

-- The rows to chain are a list of their own, because ids become visible out of order: a worker that went by the greatest
-- id it chained would pass over a row whose transaction ends later.
CREATE TABLE "bitacora_pendiente" (
    "bitacora_id" BIGINT NOT NULL,

    CONSTRAINT "bitacora_pendiente_pkey" PRIMARY KEY ("bitacora_id")
);

INSERT INTO "bitacora_pendiente" SELECT "id" FROM "bitacora";

-- As its owner, so that who writes to the bitácora needs no right to write here.
CREATE FUNCTION "await_cadena"() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO bitacora_pendiente SELECT id FROM nuevas;
  RETURN NULL;
END $$;

CREATE TRIGGER "bitacora_por_encadenar" AFTER INSERT ON "bitacora"
  REFERENCING NEW TABLE AS "nuevas" FOR EACH STATEMENT EXECUTE FUNCTION "await_cadena"();

CREATE TABLE "bitacora_cadena" (
    "posicion" BIGINT NOT NULL,
    "bitacora_id" BIGINT NOT NULL,
    "hash" CHAR(64) NOT NULL,
    "encadenada_en" TIMESTAMPTZ(3) NOT NULL,
    "cadena" CHAR(64) NOT NULL,

    CONSTRAINT "bitacora_cadena_pkey" PRIMARY KEY ("posicion")
);

CREATE UNIQUE INDEX "bitacora_cadena_bitacora_id_key" ON "bitacora_cadena"("bitacora_id");

CREATE TRIGGER "bitacora_cadena_solo_crece" BEFORE UPDATE OR DELETE OR TRUNCATE ON "bitacora_cadena"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
