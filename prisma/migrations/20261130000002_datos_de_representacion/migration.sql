-- Lo que se guarda de cada titular incluye a quién designó, para quién lo designaron (sin decir de quién más se trata) y lo que firmó.
ALTER VIEW "dato_de_titular" RENAME TO "dato_sin_representacion";
CREATE VIEW "dato_de_titular" AS SELECT * FROM "dato_sin_representacion"
UNION ALL SELECT titular_id, 'representacion', id::text COLLATE "C", row_to_json((SELECT x FROM (SELECT folio,
  rfc_del_representante, poderes, registros, hasta, texto_version, texto_sha256, cadena_original, estado, propuesta_en, vence_en,
  vigente_desde, terminada_en) AS x)) FROM representacion
UNION ALL SELECT t.id, 'representacion', r.id::text COLLATE "C", row_to_json((SELECT x FROM (SELECT r.folio,
  r.rfc_del_representante, r.poderes, NULL AS registros, r.hasta, r.texto_version, r.texto_sha256, NULL AS cadena_original, r.estado,
  r.propuesta_en, r.vence_en, r.vigente_desde, r.terminada_en) AS x))
  FROM titular AS t JOIN representacion AS r ON r.rfc_del_representante = t.rfc
UNION ALL SELECT r.titular_id, 'firma_de_representacion', f.id::text COLLATE "C", row_to_json((SELECT x FROM (SELECT folio, lado,
  firmada_en, encode(firma, 'base64') AS firma) AS x)) FROM representacion AS r
  JOIN firma_de_representacion AS f ON f.representacion_id = r.id JOIN certificado AS c ON c.id = f.certificado_id
  WHERE c.titular_id = r.titular_id
UNION ALL SELECT t.id, 'firma_de_representacion', f.id::text COLLATE "C", row_to_json((SELECT x FROM (SELECT folio, lado,
  firmada_en, encode(firma, 'base64') AS firma) AS x)) FROM titular AS t
  JOIN representacion AS r ON r.rfc_del_representante = t.rfc
  JOIN firma_de_representacion AS f ON f.representacion_id = r.id JOIN certificado AS c ON c.id = f.certificado_id
  WHERE c.titular_id = t.id;
