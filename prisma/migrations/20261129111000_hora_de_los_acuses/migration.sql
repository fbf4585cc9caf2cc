-- An acuse says when it was issued in what its sello covers and in a column of its own. Earlier versions wrote the column, as
-- every other date, hours off where the server's time zone was not UTC: those rows stay as they are and are told, from an
-- index that holds nothing else; no new one comes in.
CREATE FUNCTION "fecha_sellada"(datos JSONB) RETURNS TIMESTAMPTZ LANGUAGE sql IMMUTABLE PARALLEL SAFE SET timezone = 'UTC' AS $$
  SELECT (datos ->> 'fecha')::timestamptz
$$;

CREATE FUNCTION "check_hora_de_acuse"() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  RAISE EXCEPTION 'the acuse % is of another instant than its sello covers', NEW.folio USING ERRCODE = 'check_violation';
END $$;

CREATE TRIGGER "acuse_con_su_hora" BEFORE INSERT ON "acuse" FOR EACH ROW
  WHEN (NEW."fecha" <> fecha_sellada(NEW."datos")) EXECUTE FUNCTION "check_hora_de_acuse"();

CREATE INDEX "acuse_con_otra_hora" ON "acuse" ("folio" COLLATE "C") WHERE "fecha" <> fecha_sellada("datos");
