-- Todas las sesiones abiertas de una persona, titular o miembro de soporte, menos la que pide cerrarlas. Dice cuántas eran.
CREATE FUNCTION "cerrar_sesiones_de"(persona uuid, menos uuid, instante timestamptz) RETURNS int LANGUAGE plpgsql AS $$
DECLARE
  de_titular int;
  de_soporte int;
BEGIN
  UPDATE sesion SET cerrada_en = greatest(instante, ultima_actividad_en)
  WHERE titular_id = persona AND id IS DISTINCT FROM menos AND cerrada_en IS NULL;
  GET DIAGNOSTICS de_titular = ROW_COUNT;
  UPDATE sesion_de_soporte SET cerrada_en = greatest(instante, ultima_actividad_en)
  WHERE miembro_id = persona AND id IS DISTINCT FROM menos AND cerrada_en IS NULL;
  GET DIAGNOSTICS de_soporte = ROW_COUNT;
  RETURN de_titular + de_soporte;
END $$;
