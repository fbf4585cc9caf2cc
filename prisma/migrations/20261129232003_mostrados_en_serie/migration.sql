-- Las alarmas por quien muestra muchos folios con el mismo motivo, de la más reciente a la más antigua.
CREATE INDEX "bitacora_de_alarmas_idx" ON "bitacora"("fecha") WHERE "evento" = 'MOSTRADOS_EN_SERIE';

-- Cuántos folios mostró un miembro con las mismas palabras o el mismo motivo, si llegan a uno de los dos topes y no se ha dicho en ese
-- tiempo; null si no. Quien muestra otro al mismo tiempo espera a la fila del miembro, y cuenta después.
CREATE FUNCTION "mostrados_en_serie"(
  cual uuid, con_motivo "MotivoDeMostrar", con_palabras text, desde timestamptz, tope_de_palabras int, tope_de_motivo int
) RETURNS int LANGUAGE plpgsql AS $$
DECLARE
  palabras int;
  folios int;
BEGIN
  PERFORM FROM miembro_de_soporte WHERE id = cual FOR NO KEY UPDATE;
  SELECT count(DISTINCT folio) FILTER (WHERE lower(detalle) = lower(con_palabras)),
         count(DISTINCT folio) FILTER (WHERE motivo = con_motivo) INTO palabras, folios
  FROM datos_mostrados JOIN sesion_de_soporte AS s ON s.id = sesion_id WHERE miembro_id = cual AND fecha > desde;
  IF palabras < tope_de_palabras AND folios < tope_de_motivo OR EXISTS (
    SELECT FROM bitacora WHERE evento = 'MOSTRADOS_EN_SERIE' AND fecha > desde AND datos->>'miembroId' = cual::text
  ) THEN RETURN NULL; END IF;
  RETURN greatest(palabras, folios);
END $$;
