import type { Db } from '#infra/db/db.ts';

/** What is never so, each as the rows that would show it: `folio` names the first of them. */
const NUNCA: Record<string, string> = {
  'more than five e-mails or one phone for one scope': `
    SELECT min(medio_id::text) AS folio FROM alcance_de_medio WHERE lugar IS NOT NULL
    GROUP BY titular_id, registro_patronal_id, mecanismo
    HAVING count(*) > CASE mecanismo WHEN 'TELEFONO' THEN 1 ELSE 5 END`,
  'a place taken by what has ended': `
    SELECT m.folio FROM alcance_de_medio a JOIN medio_de_contacto m ON m.id = a.medio_id
    WHERE a.lugar IS NOT NULL AND (m.estado IN ('CANCELADO', 'BAJA') OR a.fecha_de_baja IS NOT NULL)`,
  'a medio that lives and has no place': `
    SELECT folio FROM medio_de_contacto m WHERE estado IN ('EN_PROCESO', 'VALIDADO')
      AND NOT EXISTS (SELECT FROM alcance_de_medio WHERE medio_id = m.id AND lugar IS NOT NULL)`,
  'a medio that counts its registros wrong': `
    SELECT folio FROM medio_de_contacto m WHERE estado IN ('EN_PROCESO', 'VALIDADO') AND registros <>
      (SELECT count(*) FROM alcance_de_medio WHERE medio_id = m.id AND fecha_de_baja IS NULL)`,
  'a titular whose registros are counted wrong': `
    SELECT titular_id::text AS folio FROM conteo_de_registros c
    WHERE vigentes <> (SELECT count(*) FROM registro_patronal r WHERE r.titular_id = c.titular_id AND estado = 'VIGENTE')`,
  'a proof before its registration, or not within 72 hours of it': `
    SELECT folio FROM medio_de_contacto WHERE vence_en <> plazo_desde + interval '72 hours' OR plazo_desde < fecha_de_registro
      OR (prueba_de_id IS NULL AND (fecha_de_validacion >= vence_en OR fecha_de_validacion < plazo_desde))`,
  'an end before its beginning, or a state without its date': `
    SELECT folio FROM medio_de_contacto WHERE fecha_de_cancelacion < fecha_de_registro OR fecha_de_baja < fecha_de_registro
      OR fecha_de_baja < fecha_de_validacion OR (estado = 'CANCELADO') <> (fecha_de_cancelacion IS NOT NULL)
      OR (estado = 'BAJA') <> (fecha_de_baja IS NOT NULL) OR (estado = 'VALIDADO' AND fecha_de_validacion IS NULL)`,
  'an expired medio that no job is to cancel': `
    SELECT folio FROM medio_de_contacto m WHERE estado = 'EN_PROCESO'
      AND NOT EXISTS (SELECT FROM graphile_worker.jobs WHERE key = 'cancelar-medio:' || m.id)`,
  'a fact without its acuse, an acuse without its fact, or of another titular': `
    WITH hecho AS (
      SELECT folio, 'REGISTRO' AS tipo, titular_id FROM medio_de_contacto
      UNION ALL SELECT folio, 'VALIDACION', titular_id FROM medio_de_contacto WHERE fecha_de_validacion IS NOT NULL
      UNION ALL SELECT folio, 'BAJA', titular_id FROM medio_de_contacto WHERE estado = 'BAJA'
      UNION ALL SELECT DISTINCT a.folio_de_baja, 'BAJA', a.titular_id FROM alcance_de_medio a
        JOIN medio_de_contacto m ON m.id = a.medio_id WHERE a.folio_de_baja <> m.folio
      UNION ALL SELECT folio, 'SOLICITUD', titular_id FROM solicitud
      UNION ALL SELECT folio, 'REPRESENTACION', titular_id FROM representacion WHERE vigente_desde IS NOT NULL)
    SELECT coalesce(h.folio, a.folio) AS folio FROM hecho h FULL JOIN acuse a ON a.folio = h.folio AND a.tipo::text = h.tipo
    WHERE h.folio IS NULL OR a.folio IS NULL OR a.titular_id <> h.titular_id`,
  'a folio given twice, or not formed as one': `
    SELECT folio FROM (SELECT folio FROM medio_de_contacto UNION ALL SELECT folio FROM solicitud
      UNION ALL SELECT folio FROM representacion UNION ALL SELECT DISTINCT a.folio_de_baja FROM alcance_de_medio a JOIN medio_de_contacto m ON m.id = a.medio_id
        WHERE a.folio_de_baja <> m.folio) f
    GROUP BY folio HAVING count(*) > 1 OR folio !~ '^BI-\\d{4}\\.\\d{8}-\\d{2}$'`,
  'a fact that the bitácora tells more or less than once, or of somebody else': `
    WITH hecho AS (
      SELECT folio, 'MEDIO_REGISTRADO' AS evento, titular_id FROM medio_de_contacto
      UNION ALL SELECT folio, 'MEDIO_VALIDADO', titular_id FROM medio_de_contacto WHERE fecha_de_validacion IS NOT NULL
      UNION ALL SELECT folio, 'MEDIO_CANCELADO', titular_id FROM medio_de_contacto WHERE estado = 'CANCELADO' AND ajeno_en IS NULL
      UNION ALL SELECT folio, 'MEDIO_DADO_DE_BAJA', titular_id FROM medio_de_contacto WHERE estado = 'BAJA'
      UNION ALL SELECT folio, 'SOLICITUD_FIRMADA', titular_id FROM solicitud
      UNION ALL SELECT folio, 'REPRESENTACION_PROPUESTA', titular_id FROM representacion
      UNION ALL SELECT folio, 'REPRESENTACION_VIGENTE', titular_id FROM representacion WHERE vigente_desde IS NOT NULL
      UNION ALL SELECT folio, 'REPRESENTACION_TERMINADA', titular_id FROM representacion WHERE terminada_en IS NOT NULL),
    dicho AS (SELECT folio, evento, min(titular_id::text)::uuid AS titular_id, count(*) AS veces FROM bitacora
      WHERE evento IN ('MEDIO_REGISTRADO', 'MEDIO_VALIDADO', 'MEDIO_CANCELADO', 'MEDIO_DADO_DE_BAJA', 'SOLICITUD_FIRMADA',
        'REPRESENTACION_PROPUESTA', 'REPRESENTACION_VIGENTE', 'REPRESENTACION_TERMINADA')
      GROUP BY folio, evento)
    SELECT coalesce(h.folio, d.folio) || ' ' || coalesce(h.evento, d.evento) AS folio
    FROM hecho h FULL JOIN dicho d ON d.folio = h.folio AND d.evento = h.evento
    WHERE d.veces IS DISTINCT FROM 1 AND h.folio IS NOT NULL OR d.titular_id <> h.titular_id
      OR (h.folio IS NULL AND d.evento <> 'MEDIO_CANCELADO')`,
  'a message that nobody is to send, or that was settled without a date': `
    SELECT id::text AS folio FROM aviso a WHERE (estado = 'PENDIENTE') <> (resuelto_en IS NULL)
      OR estado = 'PENDIENTE' AND NOT EXISTS (SELECT FROM graphile_worker.jobs WHERE key LIKE 'enviar-%:' || a.id)`,
  'a message handed over twice, or said to be sent and never handed over': `
    SELECT a.id::text AS folio FROM aviso a LEFT JOIN intento_de_envio i ON i.aviso_id = a.id AND i.aceptado
    GROUP BY a.id HAVING count(i.id) > 1 OR (a.estado IN ('ACEPTADO', 'ENTREGADO') AND count(i.id) = 0)`,
  'a message to a contact that is not of its titular': `
    SELECT a.id::text AS folio FROM aviso a LEFT JOIN medio_de_contacto m ON m.id = a.medio_id
    WHERE m.titular_id <> a.titular_id OR NOT EXISTS (SELECT FROM medio_de_contacto suyo
      WHERE suyo.titular_id = a.titular_id AND suyo.valor_comparable = a.destino_comparable)`,
  'two living designations of the same two, or two pending requests': `
    SELECT min(folio) AS folio FROM representacion WHERE estado IN ('PROPUESTA', 'VIGENTE')
    GROUP BY titular_id, rfc_del_representante HAVING count(*) > 1
    UNION ALL SELECT min(id::text) FROM peticion_de_representacion WHERE estado = 'PENDIENTE'
    GROUP BY representante_id, rfc_del_titular HAVING count(*) > 1`,
  'a designation that was in force without a signature of each side, or one signed by both that never was': `
    SELECT r.folio FROM representacion r LEFT JOIN firma_de_representacion f ON f.representacion_id = r.id
    GROUP BY r.id HAVING count(f.id) <> CASE WHEN r.vigente_desde IS NULL THEN 0 ELSE 2 END
      OR (r.vigente_desde IS NULL) <> (r.estado IN ('PROPUESTA', 'RECHAZADA', 'VENCIDA', 'RETIRADA'))
      OR max(f.firmada_en) - min(f.firmada_en) > interval '30 minutes' OR max(f.firmada_en) > r.vigente_desde`,
  'a first signature of what nobody can sign any more': `
    SELECT r.folio FROM primera_firma p JOIN representacion r ON r.id = p.representacion_id WHERE r.estado <> 'PROPUESTA'`,
  'a designation that ended without a date, or before it began': `
    SELECT folio FROM representacion WHERE (terminada_en IS NULL) <> (estado IN ('PROPUESTA', 'VIGENTE'))
      OR terminada_en < propuesta_en OR terminada_en < vigente_desde`,
  'a request answered by a designation of other two, or accepted without one': `
    SELECT p.id::text AS folio FROM peticion_de_representacion p LEFT JOIN representacion r ON r.id = p.representacion_id
    LEFT JOIN titular t ON t.id = r.titular_id LEFT JOIN titular quien ON quien.id = p.representante_id
    WHERE (p.estado = 'ACEPTADA') <> (r.id IS NOT NULL) OR t.rfc <> p.rfc_del_titular OR quien.rfc <> r.rfc_del_representante`,
  'what one did for another when no designation of them was in force': `
    SELECT b.folio FROM bitacora b JOIN sesion s ON b.actor = 'REPRESENTANTE:' || s.id JOIN titular t ON t.id = s.titular_id
    WHERE NOT EXISTS (SELECT FROM representacion r WHERE r.titular_id = b.titular_id AND r.rfc_del_representante = t.rfc
      AND b.fecha >= r.vigente_desde AND b.fecha <= coalesce(r.terminada_en, r.hasta))
    UNION ALL SELECT b.folio FROM bitacora b JOIN sesion s ON b.actor = 'TITULAR:' || s.id
    WHERE b.titular_id <> s.titular_id AND NOT EXISTS (SELECT FROM representacion r WHERE r.folio = b.folio)`,
  'a scope of another titular': `
    SELECT m.folio FROM alcance_de_medio a JOIN medio_de_contacto m ON m.id = a.medio_id
    LEFT JOIN registro_patronal r ON r.id = a.registro_patronal_id
    WHERE a.titular_id <> m.titular_id OR (a.lugar IS NOT NULL AND r.titular_id <> a.titular_id)`,
};

const JUNTAS = Object.entries(NUNCA)
  .map(([nombre, sql]) => `SELECT '${nombre.replaceAll("'", "''")}' AS nunca, min(x.folio) AS folio FROM (${sql}) x`)
  .join('\nUNION ALL ');

/** What of it is so all the same, with one that shows it. */
export async function listBroken(db: Db): Promise<string[]> {
  const found = await db.$queryRawUnsafe<{ nunca: string; folio: string | null }[]>(JUNTAS);
  return found.flatMap(({ nunca, folio }) => (folio === null ? [] : `${nunca}: ${folio}`));
}
