-- Lo que se guarda de cada titular, fila por fila, para quien pide sus datos: de qué tabla es, una clave que la ordena y lo que
-- dice. De quien atendió va su rol, nunca quién es; y nada de lo que el portal usa para sí (claves, HMAC, peticiones).
CREATE FUNCTION "rol_de_sesion"(cual uuid) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT rol::text FROM sesion_de_soporte AS s JOIN miembro_de_soporte AS m ON m.id = s.miembro_id WHERE s.id = cual
$$;

CREATE VIEW "dato_de_titular" AS
SELECT id AS titular_id, 'titular' AS tabla, id::text COLLATE "C" AS clave,
  row_to_json((SELECT x FROM (SELECT rfc, nombre, creado_en) AS x)) AS fila FROM titular
UNION ALL SELECT titular_id, 'registro_patronal', numero::text COLLATE "C",
  row_to_json((SELECT x FROM (SELECT numero, subdelegacion, domicilio, estado) AS x)) FROM registro_patronal
UNION ALL SELECT titular_id, 'certificado', id::text COLLATE "C", row_to_json((SELECT x FROM (SELECT serie, valido_hasta,
  rfc_representante, curp_representante, correo, visto_en, encode(der, 'base64') AS certificado) AS x)) FROM certificado
UNION ALL SELECT titular_id, 'consulta_ocsp', o.id::text COLLATE "C", row_to_json((SELECT x FROM (SELECT serie, resultado,
  consultada_en, vigente_hasta, encode(respuesta, 'base64') AS respuesta) AS x))
  FROM consulta_ocsp AS o JOIN certificado AS c ON c.id = certificado_id
UNION ALL SELECT s.titular_id, 'sesion', s.id::text COLLATE "C", row_to_json((SELECT x FROM (SELECT serie, creada_en,
  ultima_actividad_en, cerrada_en) AS x)) FROM sesion AS s JOIN certificado AS c ON c.id = certificado_id
UNION ALL SELECT titular_id, 'medio_de_contacto', id::text COLLATE "C", row_to_json((SELECT x FROM (SELECT folio, mecanismo, valor,
  estado, fecha_de_registro, plazo_desde, vence_en, fecha_de_validacion, fecha_de_cancelacion, fecha_de_baja, ajeno_en, cerrado_en,
  reabierto_en, intentos_fallidos, registros) AS x)) FROM medio_de_contacto
UNION ALL SELECT m.titular_id, 'alcance_de_medio', lpad(a.id::text, 20, '0') COLLATE "C", row_to_json((SELECT x FROM (SELECT folio,
  numero, a.mecanismo, lugar, a.fecha_de_baja, folio_de_baja) AS x))
  FROM alcance_de_medio AS a JOIN medio_de_contacto AS m ON m.id = medio_id
UNION ALL SELECT titular_id, 'apertura_de_enlace', a.id::text COLLATE "C", row_to_json((SELECT x FROM (SELECT folio, metodo, agente,
  con_sesion, veces, primera_en, ultima_en, guion_en) AS x))
  FROM apertura_de_enlace AS a JOIN medio_de_contacto AS m ON m.id = medio_id
UNION ALL SELECT titular_id, 'intento_de_codigo', lpad(i.id::text, 20, '0') COLLATE "C",
  row_to_json((SELECT x FROM (SELECT folio, fecha, correcto) AS x))
  FROM intento_de_codigo AS i JOIN medio_de_contacto AS m ON m.id = medio_id
UNION ALL SELECT titular_id, 'aviso', id::text COLLATE "C", row_to_json((SELECT x FROM (SELECT id AS mensaje, folio, tipo, mecanismo,
  destino, estado, creado_en, demorado_hasta, resuelto_en, motivo) AS x)) FROM aviso
UNION ALL SELECT titular_id, 'intento_de_envio', i.id::text COLLATE "C", row_to_json((SELECT x FROM (SELECT a.id AS mensaje, numero,
  iniciado_en, terminado_en, aceptado, quiza_entregado, respuesta, id_del_proveedor, plantilla) AS x))
  FROM intento_de_envio AS i JOIN aviso AS a ON a.id = i.aviso_id
UNION ALL SELECT titular_id, 'reporte_de_entrega', lpad(r.id::text, 20, '0') COLLATE "C", row_to_json((SELECT x FROM (SELECT
  a.id AS mensaje, fuente, r.estado, codigo, detalle, recibido_en) AS x)) FROM aviso AS a CROSS JOIN LATERAL (
    SELECT * FROM reporte_de_entrega WHERE referencia = a.id::text UNION ALL SELECT p.* FROM intento_de_envio AS i
    JOIN reporte_de_entrega AS p ON p.referencia = i.id_del_proveedor WHERE i.aviso_id = a.id) AS r
UNION ALL SELECT titular_id, 'solicitud', id::text COLLATE "C", row_to_json((SELECT x FROM (SELECT folio, fecha, estado, texto_version,
  texto_sha256, cadena_original, encode(firma, 'base64') AS firma) AS x)) FROM solicitud
UNION ALL SELECT titular_id, 'evidencia_abierta', id::text COLLATE "C",
  row_to_json((SELECT x FROM (SELECT folio, tipo, abierta_en) AS x)) FROM evidencia_abierta JOIN acuse ON id = acuse_id
UNION ALL SELECT titular_id, 'acuse', id::text COLLATE "C", row_to_json((SELECT x FROM (SELECT folio, tipo, fecha,
  '/buzon/acuses/' || folio || '/' || lower(tipo::text) AS direccion, plantilla, datos, cadena_original,
  encode(sello, 'base64') AS sello) AS x)) FROM acuse
UNION ALL SELECT titular_id, 'aclaracion', id::text COLLATE "C", row_to_json((SELECT x FROM (SELECT folio, asunto, estado,
  presentada_en, espera_desde, cerrada_en) AS x)) FROM aclaracion
UNION ALL SELECT titular_id, 'mensaje_de_aclaracion', m.id::text COLLATE "C", row_to_json((SELECT x FROM (SELECT folio, numero, autor,
  texto, fecha, j.nombre AS archivo, j.tipo AS tipo_de_archivo, j.sha256 AS sha256_del_archivo) AS x)) FROM aclaracion AS a
  JOIN mensaje_de_aclaracion AS m ON m.aclaracion_id = a.id LEFT JOIN adjunto_de_mensaje AS j ON j.mensaje_id = m.id
UNION ALL SELECT titular_id, 'nota_de_folio', id::text COLLATE "C", row_to_json((SELECT x FROM (SELECT folio, fecha, texto,
  rol_de_sesion(sesion_id) AS rol) AS x)) FROM nota_de_folio
UNION ALL SELECT titular_id, 'datos_mostrados', id::text COLLATE "C", row_to_json((SELECT x FROM (SELECT folio, fecha, hasta, motivo,
  detalle, rol_de_sesion(sesion_id) AS rol) AS x)) FROM datos_mostrados
UNION ALL SELECT titular_id, 'bitacora', lpad(id::text, 20, '0') COLLATE "C", row_to_json((SELECT x FROM (SELECT fecha, evento, folio,
  split_part(actor, ':', 1) AS quien, CASE WHEN actor LIKE 'SOPORTE:%' THEN rol_de_sesion(substr(actor, 9)::uuid) END AS rol,
  datos - '{miembroId,sesionId,mostradoId}'::text[] AS datos) AS x)) FROM bitacora
-- Y sus documentos: con qué nombre, de qué tamaño y en qué fila.
UNION ALL SELECT titular_id, 'documento', id::text COLLATE "C", json_build_object('id', id, 'bytes', bytes,
  'nombre', 'acuses/' || folio || '-' || lower(tipo::text) || '.pdf') FROM acuse JOIN acuse_documento ON acuse_id = id
UNION ALL SELECT titular_id, 'documento', m.id::text COLLATE "C", json_build_object('id', m.id, 'bytes', bytes,
  'nombre', 'aclaraciones/' || folio || '-' || numero || '-' || j.nombre) FROM aclaracion AS a
  JOIN mensaje_de_aclaracion AS m ON m.aclaracion_id = a.id JOIN adjunto_de_mensaje AS j ON j.mensaje_id = m.id;

-- Cada rama se recorre por un índice.
-- CreateIndex
CREATE INDEX "datos_mostrados_titular_id_idx" ON "datos_mostrados"("titular_id");

-- CreateIndex
CREATE INDEX "nota_de_folio_titular_id_idx" ON "nota_de_folio"("titular_id");

-- CreateIndex
CREATE INDEX "aviso_titular_id_idx" ON "aviso"("titular_id");
