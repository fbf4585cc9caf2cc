-- CreateEnum
CREATE TYPE "MotivoDeMostrar" AS ENUM ('LLAMADA_DEL_TITULAR', 'ACLARACION', 'MENSAJE_QUE_NO_LLEGA', 'REQUERIMIENTO', 'OTRO');

-- CreateEnum
CREATE TYPE "MetodoDeApertura" AS ENUM ('GET', 'HEAD');

-- CreateEnum
CREATE TYPE "AgenteDeApertura" AS ENUM ('NAVEGADOR', 'PROGRAMA', 'DESCONOCIDO');

-- CreateTable
CREATE TABLE "nombre_de_titular" (
    "texto" TEXT NOT NULL,
    "titular_id" UUID NOT NULL,

    CONSTRAINT "nombre_de_titular_pkey" PRIMARY KEY ("texto","titular_id")
);

-- CreateTable
CREATE TABLE "busqueda_de_soporte" (
    "id" UUID NOT NULL,
    "sesion_id" UUID NOT NULL,
    "consulta" TEXT NOT NULL,
    "creada_en" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "busqueda_de_soporte_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "datos_mostrados" (
    "id" UUID NOT NULL,
    "folio" TEXT NOT NULL,
    "titular_id" UUID NOT NULL,
    "sesion_id" UUID NOT NULL,
    "motivo" "MotivoDeMostrar" NOT NULL,
    "detalle" TEXT NOT NULL,
    "fecha" TIMESTAMPTZ(3) NOT NULL,
    "hasta" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "datos_mostrados_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "nota_de_folio" (
    "id" UUID NOT NULL,
    "folio" TEXT NOT NULL,
    "titular_id" UUID NOT NULL,
    "sesion_id" UUID NOT NULL,
    "texto" TEXT NOT NULL,
    "fecha" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "nota_de_folio_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "apertura_de_enlace" (
    "id" UUID NOT NULL,
    "medio_id" UUID NOT NULL,
    "metodo" "MetodoDeApertura" NOT NULL,
    "agente" "AgenteDeApertura" NOT NULL,
    "con_sesion" BOOLEAN NOT NULL,
    "numero" SMALLINT NOT NULL,
    "veces" INTEGER NOT NULL,
    "primera_en" TIMESTAMPTZ(3) NOT NULL,
    "ultima_en" TIMESTAMPTZ(3) NOT NULL,
    "guion_en" TIMESTAMPTZ(3),

    CONSTRAINT "apertura_de_enlace_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "busqueda_de_soporte_creada_en_idx" ON "busqueda_de_soporte"("creada_en");

-- CreateIndex
CREATE INDEX "datos_mostrados_fecha_id_idx" ON "datos_mostrados"("fecha", "id");

-- CreateIndex
CREATE INDEX "datos_mostrados_sesion_id_folio_hasta_idx" ON "datos_mostrados"("sesion_id", "folio", "hasta");

-- CreateIndex
CREATE INDEX "nota_de_folio_folio_fecha_idx" ON "nota_de_folio"("folio", "fecha");

-- CreateIndex
CREATE UNIQUE INDEX "apertura_de_enlace_medio_id_metodo_agente_con_sesion_numero_key" ON "apertura_de_enlace"("medio_id", "metodo", "agente", "con_sesion", "numero");

-- CreateIndex
CREATE INDEX "medio_de_contacto_valor_comparable_fecha_de_registro_id_idx" ON "medio_de_contacto"("valor_comparable", "fecha_de_registro", "id");

-- AddForeignKey
ALTER TABLE "busqueda_de_soporte" ADD CONSTRAINT "busqueda_de_soporte_sesion_id_fkey" FOREIGN KEY ("sesion_id") REFERENCES "sesion_de_soporte"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "datos_mostrados" ADD CONSTRAINT "datos_mostrados_titular_id_fkey" FOREIGN KEY ("titular_id") REFERENCES "titular"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "datos_mostrados" ADD CONSTRAINT "datos_mostrados_sesion_id_fkey" FOREIGN KEY ("sesion_id") REFERENCES "sesion_de_soporte"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "nota_de_folio" ADD CONSTRAINT "nota_de_folio_titular_id_fkey" FOREIGN KEY ("titular_id") REFERENCES "titular"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "nota_de_folio" ADD CONSTRAINT "nota_de_folio_sesion_id_fkey" FOREIGN KEY ("sesion_id") REFERENCES "sesion_de_soporte"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "apertura_de_enlace" ADD CONSTRAINT "apertura_de_enlace_medio_id_fkey" FOREIGN KEY ("medio_id") REFERENCES "medio_de_contacto"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What follows is what Prisma's schema cannot say.

-- Who looked at what and why, and what was written down, is evidence.
CREATE TRIGGER "datos_mostrados_no_cambian" BEFORE UPDATE OR DELETE OR TRUNCATE ON "datos_mostrados"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "nota_no_cambia" BEFORE UPDATE OR DELETE OR TRUNCATE ON "nota_de_folio"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
ALTER TABLE "datos_mostrados"
  ADD CONSTRAINT "datos_mostrados_con_detalle" CHECK (char_length("detalle") BETWEEN 10 AND 300),
  ADD CONSTRAINT "datos_mostrados_por_un_rato" CHECK ("hasta" = "fecha" + INTERVAL '10 minutes');
ALTER TABLE "nota_de_folio" ADD CONSTRAINT "nota_con_texto" CHECK (char_length("texto") BETWEEN 1 AND 1000);

-- A link can be opened any number of times, and takes at most five rows of each kind.
ALTER TABLE "apertura_de_enlace"
  ADD CONSTRAINT "apertura_numero" CHECK ("numero" BETWEEN 1 AND 5),
  ADD CONSTRAINT "apertura_veces" CHECK ("veces" >= 1),
  ADD CONSTRAINT "apertura_guion_de_pagina" CHECK ("guion_en" IS NULL OR "metodo" = 'GET');

-- The messages of a solicitud are about no medio: they are found by their titular.
CREATE INDEX "aviso_sin_medio" ON "aviso" ("titular_id", "creado_en") WHERE "medio_id" IS NULL;

-- Names are compared sign by sign, whatever the database's language, so that a prefix goes by the index.
ALTER TABLE "nombre_de_titular" ALTER COLUMN "texto" TYPE TEXT COLLATE "C";

-- A name as it is searched, of 200 characters at most: neither accents nor capitals, and one blank between words. The same
-- stands in domain/soporte/nombre-buscable.ts, and a test compares the two.
CREATE FUNCTION "nombre_buscable"("nombre" TEXT) RETURNS TEXT LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN btrim(left(btrim(lower(regexp_replace(
    regexp_replace(normalize(nombre, NFD) COLLATE "C", U&'[\0300-\036F]', '', 'g'),
    '[\x01-\x2f\x3a-\x40\x5b-\x60\x7b-\x7f]+', ' ', 'g'))), 200));

-- The name from each of its first eight words on, and what stands before it at the end: «juan gomez perez», «gomez perez juan» …
-- So it is found by whatever word one begins with, given names or surnames first.
CREATE FUNCTION "giros_de_nombre"("nombre" TEXT) RETURNS SETOF TEXT LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT array_to_string(palabras[n:] || palabras[:n - 1], ' ')
  FROM string_to_array(nombre_buscable(nombre), ' ') AS palabras, generate_subscripts(palabras, 1) AS n
  WHERE n <= 8
$$;

-- As its owner, so that who changes a titular needs no right to remove here. There is no foreign key for the same reason
-- that there is a trigger: nothing else writes here.
CREATE FUNCTION "keep_nombres"() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    DELETE FROM nombre_de_titular AS n USING viejos v JOIN nuevos USING (id) CROSS JOIN LATERAL giros_de_nombre(v.nombre) AS giro
    WHERE v.nombre <> nuevos.nombre AND n.texto = giro AND n.titular_id = v.id;
    INSERT INTO nombre_de_titular (texto, titular_id)
    SELECT giro, nuevos.id FROM viejos v JOIN nuevos USING (id) CROSS JOIN LATERAL giros_de_nombre(nuevos.nombre) AS giro
    WHERE v.nombre <> nuevos.nombre
    ON CONFLICT DO NOTHING;
  ELSE
    INSERT INTO nombre_de_titular (texto, titular_id)
    SELECT giro, id FROM nuevos CROSS JOIN LATERAL giros_de_nombre(nombre) AS giro
    ON CONFLICT DO NOTHING;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER "nombres_al_entrar" AFTER INSERT ON "titular"
  REFERENCING NEW TABLE AS nuevos FOR EACH STATEMENT EXECUTE FUNCTION "keep_nombres"();
CREATE TRIGGER "nombres_al_cambiar" AFTER UPDATE ON "titular"
  REFERENCING NEW TABLE AS nuevos OLD TABLE AS viejos FOR EACH STATEMENT EXECUTE FUNCTION "keep_nombres"();
INSERT INTO "nombre_de_titular" ("texto", "titular_id")
SELECT giro, id FROM "titular" CROSS JOIN LATERAL "giros_de_nombre"("nombre") AS giro
ON CONFLICT DO NOTHING;

-- What a search shows of a titular.
CREATE VIEW "titular_hallado" AS
  SELECT t.id, t.rfc, t.nombre, coalesce(c.vigentes, 0) AS registros,
    EXISTS (SELECT FROM "solicitud" s WHERE s.titular_id = t.id AND s.estado = 'FIRMADA') AS activo
  FROM "titular" t LEFT JOIN "conteo_de_registros" c ON c.titular_id = t.id;
