-- Cada hecho con valor legal deja en la bitácora, en su misma transacción y por cualquier camino, el SHA-256 de su forma
-- canónica (domain/bitacora/hecho.ts). Cada vez que su fila cambia hay otro renglón; el último dice cómo debe estar.
-- `campos` son los primeros signos del resumen de cada columna, para decir después cuál es la que cambió.
CREATE FUNCTION "datos_de_hecho"("tabla" TEXT, "clave" TEXT, "folio" TEXT, "nombres" TEXT[], "valores" TEXT[])
RETURNS JSONB LANGUAGE sql IMMUTABLE SET search_path = public, pg_temp AS $$
  SELECT jsonb_build_object(
    'tabla', tabla, 'clave', clave, 'folio', folio,
    'sha256', encode(sha256(convert_to(E'hecho 1\n' || bitacora_campo('tabla', tabla) || bitacora_campo('clave', clave)
      || string_agg(linea, '' ORDER BY orden), 'UTF8')), 'hex'),
    'campos', string_agg(left(encode(sha256(convert_to(clave || E'\n' || linea, 'UTF8')), 'hex'), 8), ' ' ORDER BY orden))
  FROM (
    SELECT orden, bitacora_campo(nombre, valor) AS linea
    FROM unnest(nombres, valores) WITH ORDINALITY AS columna (nombre, valor, orden)
  ) AS lineas
$$;

-- Pone a una tabla sus disparadores y anota lo que ya tiene. De los bytes va su SHA-256; las fechas, en UTC y en milésimas. Donde
-- muchas filas son un solo hecho (`agrupada`), de cada columna va el SHA-256 de todas juntas. Columnas y tablas, con lo que no es
-- prueba y por qué, están también en prisma/evidencia.ts, y una prueba compara las dos listas.
CREATE FUNCTION "vigilar_hechos"("tabla" TEXT, "clave" TEXT, "folio" TEXT, "fecha" TEXT, "columnas" TEXT[], "agrupada" BOOLEAN)
RETURNS void LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
  valores TEXT;
  anota TEXT;
BEGIN
  SELECT string_agg(
    CASE WHEN agrupada
      THEN format('encode(sha256(convert_to(string_agg(coalesce(%s, ''-''), '' '' ORDER BY n.id), ''UTF8'')), ''hex'')', valor)
      ELSE valor END, ', ' ORDER BY orden)
  INTO valores
  FROM (
    SELECT orden, CASE atttypid::regtype::text
      WHEN 'bytea' THEN format('encode(sha256(n.%I), ''hex'')', nombre)
      WHEN 'timestamp with time zone' THEN
        format('to_char(n.%I AT TIME ZONE ''UTC'', ''YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'')', nombre)
      ELSE format('n.%I::text', nombre) END AS valor
    FROM unnest(columnas) WITH ORDINALITY AS columna (nombre, orden)
    JOIN pg_attribute ON attrelid = tabla::regclass AND attname = nombre
  ) AS cada;
  anota := format(
    'INSERT INTO bitacora (fecha, evento, actor, datos) '
    'SELECT %s, ''HECHO'', ''SISTEMA'', datos_de_hecho(%L, n.%I::text, %s, %L::text[], ARRAY[%s]) FROM ',
    fecha, tabla, clave, folio, columnas, valores);
  EXECUTE format(
    'CREATE FUNCTION %I() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS %L',
    'hecho_de_' || tabla,
    'BEGIN ' || anota || CASE WHEN agrupada
      THEN format('%I AS n WHERE n.%I IN (SELECT %2$I FROM nuevas) GROUP BY n.%2$I', tabla, clave)
      ELSE 'nuevas AS n' END || '; RETURN NULL; END');
  EXECUTE format(
    'CREATE TRIGGER %I AFTER INSERT ON %I REFERENCING NEW TABLE AS nuevas FOR EACH STATEMENT EXECUTE FUNCTION %I()',
    tabla || '_se_anota', tabla, 'hecho_de_' || tabla);
  EXECUTE format(
    'CREATE TRIGGER %I AFTER UPDATE ON %I REFERENCING NEW TABLE AS nuevas FOR EACH STATEMENT EXECUTE FUNCTION %I()',
    tabla || '_se_anota_otra_vez', tabla, 'hecho_de_' || tabla);
  EXECUTE anota || format('%I AS n ', tabla) || CASE WHEN agrupada THEN format('GROUP BY n.%I', clave) ELSE '' END;
END $$;

CREATE INDEX "bitacora_de_hechos_idx" ON "bitacora" (("datos" ->> 'tabla'), ("datos" ->> 'clave'), "id") WHERE "evento" = 'HECHO';

SELECT vigilar_hechos('titular', 'id', 'NULL', 'n.creado_en', '{rfc,nombre,creado_en}', false);
SELECT vigilar_hechos('certificado', 'id', 'NULL', 'n.visto_en',
  '{huella,serie,titular_id,der,valido_hasta,rfc_representante,curp_representante,correo,visto_en}', false);
SELECT vigilar_hechos('consulta_ocsp', 'id', 'NULL', 'n.consultada_en',
  '{certificado_id,resultado,respuesta,consultada_en,vigente_hasta}', false);
SELECT vigilar_hechos('certificado_revocado', 'huella', 'NULL', 'n.consultada_en', '{respuesta,consultada_en}', false);
SELECT vigilar_hechos('medio_de_contacto', 'id', 'n.folio',
  'greatest(n.fecha_de_registro, n.fecha_de_validacion, n.fecha_de_cancelacion, n.fecha_de_baja, n.ajeno_en, n.cerrado_en, n.reabierto_en)',
  '{folio,titular_id,mecanismo,valor,valor_comparable,estado,fecha_de_registro,plazo_desde,vence_en,fecha_de_validacion,fecha_de_cancelacion,fecha_de_baja,ajeno_en,cerrado_en,reabierto_en,intentos_fallidos,clave_id,peticion_id,registros,todos_hasta_alta,prueba_de_id}', false);
SELECT vigilar_hechos('alcance_de_medio', 'medio_id', '(SELECT folio FROM medio_de_contacto AS m WHERE m.id = n.medio_id)',
  'greatest(max(n.fecha_de_baja), (SELECT fecha_de_registro FROM medio_de_contacto AS m WHERE m.id = n.medio_id))',
  '{id,titular_id,registro_patronal_id,numero,mecanismo,valor_comparable,lugar,fecha_de_baja,folio_de_baja}', true);
SELECT vigilar_hechos('aviso', 'id', 'n.folio', 'greatest(n.creado_en, n.resuelto_en)',
  '{titular_id,medio_id,solicitud_id,aclaracion_id,certificado_id,acuse_id,folio,tipo,mecanismo,destino,destino_comparable,estado,creado_en,demorado_hasta,resuelto_en,motivo}', false);
SELECT vigilar_hechos('intento_de_envio', 'id', '(SELECT folio FROM aviso WHERE aviso.id = n.aviso_id)',
  'greatest(n.iniciado_en, n.terminado_en)',
  '{aviso_id,numero,iniciado_en,terminado_en,aceptado,quiza_entregado,respuesta,id_del_proveedor,plantilla,clave_id,hmac}', false);
SELECT vigilar_hechos('reporte_de_entrega', 'id', 'NULL', 'n.recibido_en',
  '{referencia,fuente,estado,codigo,detalle,recibido_en}', false);
SELECT vigilar_hechos('certificado_de_sello', 'huella', 'NULL', 'coalesce((SELECT fecha FROM bitacora ORDER BY id DESC LIMIT 1), to_timestamp(0))', '{serie,pem,es_demo}', false);
SELECT vigilar_hechos('acuse', 'id', 'n.folio', 'n.fecha',
  '{folio,tipo,titular_id,fecha,plantilla,datos,cadena_original,sello,certificado_de_sello}', false);
SELECT vigilar_hechos('acuse_documento', 'acuse_id', '(SELECT folio FROM acuse WHERE acuse.id = n.acuse_id)', 'n.emitido_en',
  '{pdf,sha256,bytes,emitido_en,certificado_de_sello}', false);
SELECT vigilar_hechos('sello_de_tiempo', 'acuse_id', '(SELECT folio FROM acuse WHERE acuse.id = n.acuse_id)', 'n.obtenido_en',
  '{objeto,token,fecha,obtenido_en}', false);
SELECT vigilar_hechos('solicitud', 'id', 'n.folio', 'n.fecha',
  '{folio,titular_id,texto_version,texto_sha256,fecha,cadena_original,firma,certificado_id,consulta_ocsp_id,estado}', false);
SELECT vigilar_hechos('aclaracion', 'id', 'n.folio', 'greatest(n.presentada_en, n.espera_desde, n.cerrada_en)',
  '{folio,titular_id,asunto,medio_id,estado,presentada_en,espera_desde,cerrada_en,atiende_id,peticion_id}', false);
SELECT vigilar_hechos('mensaje_de_aclaracion', 'id', '(SELECT folio FROM aclaracion WHERE aclaracion.id = n.aclaracion_id)', 'n.fecha',
  '{aclaracion_id,numero,autor,miembro_id,texto,fecha,peticion_id}', false);
SELECT vigilar_hechos('adjunto_de_mensaje', 'mensaje_id',
  '(SELECT folio FROM mensaje_de_aclaracion AS m JOIN aclaracion ON aclaracion.id = aclaracion_id WHERE m.id = n.mensaje_id)',
  '(SELECT fecha FROM mensaje_de_aclaracion AS m WHERE m.id = n.mensaje_id)',
  '{nombre,tipo,acciones,bytes,sha256,contenido}', false);
SELECT vigilar_hechos('miembro_de_soporte', 'id', 'NULL', 'greatest(n.alta_en, n.baja_en)', '{rfc,nombre,rol,alta_en,baja_en}', false);
SELECT vigilar_hechos('datos_mostrados', 'id', 'n.folio', 'n.fecha', '{folio,titular_id,sesion_id,motivo,detalle,fecha,hasta}', false);
SELECT vigilar_hechos('nota_de_folio', 'id', 'n.folio', 'n.fecha', '{folio,titular_id,sesion_id,texto,fecha}', false);
