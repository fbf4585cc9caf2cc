-- All that a search of registros patronales finds, by the rule of its pages: to count them and to tick them in one press.
CREATE FUNCTION "registros_hallados"(el_titular UUID, por_numero BOOLEAN, el_prefijo TEXT, sin_validar BOOLEAN)
RETURNS TABLE (id BIGINT) LANGUAGE sql STABLE AS $$
  SELECT r.id FROM registro_vigente r
  WHERE por_numero AND r.titular_id = el_titular
    AND r.numero >= el_prefijo::bpchar AND r.numero < (el_prefijo || '~')::bpchar
    AND (NOT sin_validar OR r.id NOT IN (SELECT c.id FROM registros_con_medio(el_titular) c))
  UNION ALL
  SELECT r.id FROM registro_vigente r
  WHERE NOT por_numero AND r.titular_id = el_titular AND r.subdelegacion_buscable >= sin_acentos(el_prefijo)
    AND r.subdelegacion_buscable < sin_acentos(el_prefijo) || U&'\+10FFFF'
    AND (NOT sin_validar OR r.id NOT IN (SELECT c.id FROM registros_con_medio(el_titular) c))
$$;
