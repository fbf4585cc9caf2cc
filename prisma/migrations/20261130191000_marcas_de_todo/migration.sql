-- Todo lo que cambia deja apuntado su cuarto de hora, también el de un tramo que no está contado: quien lo cuenta mientras tanto no ve
-- lo que aún se escribe, y la marca, que sólo se ve con ello, hace que se cuente otra vez. Contar quita las que hay.
CREATE OR REPLACE FUNCTION "mark_tramos"("instantes" TIMESTAMPTZ[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "tramo_por_contar" (instante)
    SELECT DISTINCT date_bin('15 minutes', instante, '2000-01-01T00:00:00Z') FROM unnest(instantes) AS cambio (instante)
    WHERE instante IS NOT NULL;
END $$;
