-- También se apunta lo que cambia en un tramo que ya debía estar contado y no lo está: quien lo cuenta mientras tanto no ve lo que aún
-- se escribe. De lo más reciente no hace falta: se cuenta quince minutos después (domain/soporte/rango-del-tablero.ts), y ninguna
-- transacción dura más de diez (infra/db).
CREATE OR REPLACE FUNCTION "mark_tramos"("instantes" TIMESTAMPTZ[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "tramo_por_contar" (instante)
    SELECT DISTINCT coalesce(t.desde, date_bin('15 minutes', cambio.instante, '2000-01-01T00:00:00Z'))
    FROM unnest(instantes) AS cambio (instante)
    LEFT JOIN "tramo_contado" AS t ON tstzrange(t.desde, t.hasta) @> cambio.instante
    WHERE t.desde IS NOT NULL OR cambio.instante < clock_timestamp() - interval '5 minutes';
END $$;
