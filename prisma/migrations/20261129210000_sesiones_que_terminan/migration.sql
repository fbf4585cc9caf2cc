-- Sesiones que terminan sin que quien las abrió lo pida. Cada función dice cuántas eran.

-- «Salir», de titular o de soporte.
CREATE FUNCTION "cerrar_sesion"(cual uuid, instante timestamptz) RETURNS int LANGUAGE plpgsql AS $$
DECLARE
  de_titular int;
  de_soporte int;
BEGIN
  UPDATE sesion SET cerrada_en = greatest(instante, ultima_actividad_en) WHERE id = cual AND cerrada_en IS NULL;
  GET DIAGNOSTICS de_titular = ROW_COUNT;
  UPDATE sesion_de_soporte SET cerrada_en = greatest(instante, ultima_actividad_en) WHERE id = cual AND cerrada_en IS NULL;
  GET DIAGNOSTICS de_soporte = ROW_COUNT;
  RETURN de_titular + de_soporte;
END $$;

-- Las que abrió un certificado del que se supo que ya no es bueno, de titular y de soporte.
CREATE FUNCTION "cerrar_sesiones_de_certificado"(revocada text, instante timestamptz) RETURNS int LANGUAGE plpgsql AS $$
DECLARE
  de_titular int;
  de_soporte int;
BEGIN
  UPDATE sesion SET cerrada_en = greatest(instante, ultima_actividad_en) FROM certificado AS c
  WHERE c.huella = revocada AND sesion.certificado_id = c.id AND sesion.titular_id = c.titular_id AND cerrada_en IS NULL;
  GET DIAGNOSTICS de_titular = ROW_COUNT;
  UPDATE sesion_de_soporte SET cerrada_en = greatest(instante, ultima_actividad_en)
  WHERE cerrada_en IS NULL AND encode(sha256(certificado), 'hex') = revocada;
  GET DIAGNOSTICS de_soporte = ROW_COUNT;
  RETURN de_titular + de_soporte;
END $$;

-- Al ingresar alguien (titular o miembro): lo que su navegador tenía abierto, de quien fuera, y las más viejas de esa persona
-- que pasen de «cuantas». Quien ingresa al mismo tiempo espera a la fila de la persona, y cuenta después.
CREATE FUNCTION "cerrar_sesiones_anteriores"(
  persona uuid, de_titular uuid, de_soporte uuid, cuantas int, activas_desde timestamptz, creadas_desde timestamptz,
  instante timestamptz
) RETURNS int LANGUAGE plpgsql AS $$
DECLARE
  cerradas int := 0;
  parte int;
BEGIN
  PERFORM FROM titular WHERE id = persona FOR NO KEY UPDATE;
  PERFORM FROM miembro_de_soporte WHERE id = persona FOR NO KEY UPDATE;
  UPDATE sesion SET cerrada_en = greatest(instante, ultima_actividad_en)
  WHERE cerrada_en IS NULL AND (id = de_titular OR id IN (
    SELECT id FROM sesion WHERE titular_id = persona AND cerrada_en IS NULL AND id IS DISTINCT FROM de_titular
    AND ultima_actividad_en > activas_desde AND creada_en > creadas_desde ORDER BY creada_en DESC, id DESC OFFSET cuantas));
  GET DIAGNOSTICS parte = ROW_COUNT;
  cerradas := cerradas + parte;
  UPDATE sesion_de_soporte SET cerrada_en = greatest(instante, ultima_actividad_en)
  WHERE cerrada_en IS NULL AND (id = de_soporte OR id IN (
    SELECT id FROM sesion_de_soporte WHERE miembro_id = persona AND cerrada_en IS NULL AND id IS DISTINCT FROM de_soporte
    AND ultima_actividad_en > activas_desde AND creada_en > creadas_desde ORDER BY creada_en DESC, id DESC OFFSET cuantas));
  GET DIAGNOSTICS parte = ROW_COUNT;
  RETURN cerradas + parte;
END $$;
