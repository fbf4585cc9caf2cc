-- One page of a titular's registros vigentes by subdelegación and number, from where the page before ended. The planner
-- takes a prefix for rarer than it is and would sort all that match; the index has them in order, so that is forbidden here.
-- One lower bound alone: with a second one the index is walked from the lesser.
CREATE FUNCTION "registros_por_subdelegacion"(
  el_titular UUID, el_prefijo TEXT, despues_de CHAR(11), sin_validar BOOLEAN, cuantos INT
) RETURNS SETOF "registro_vigente" LANGUAGE sql STABLE SET enable_bitmapscan = off SET enable_sort = off AS $$
  WITH anterior AS (
    SELECT subdelegacion_buscable, numero FROM registro_vigente
    WHERE titular_id = el_titular AND numero = despues_de AND subdelegacion_buscable >= sin_acentos(el_prefijo)
  )
  SELECT * FROM registro_vigente
  WHERE titular_id = el_titular
    AND subdelegacion_buscable < sin_acentos(el_prefijo) || U&'\+10FFFF'
    AND (subdelegacion_buscable, numero) > (
      coalesce((SELECT subdelegacion_buscable FROM anterior), sin_acentos(el_prefijo)),
      coalesce((SELECT numero FROM anterior), ''))
    AND (NOT sin_validar OR (SELECT correos + telefonos = 0 FROM medios_validados(id)))
  ORDER BY subdelegacion_buscable, numero LIMIT cuantos
$$;
