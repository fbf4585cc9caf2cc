import type { ClientBase } from 'pg';

/**
 * So many titulares with an e-mail each that nobody proved and that expired an hour before `ahora`, and its job in the queue.
 * Without triggers: what registering costs is not what is measured, and a million would take an hour.
 */
export async function seedVencidos(client: ClientBase, cuantos: number, ahora: Date): Promise<void> {
  await client.query('SET session_replication_role = replica');
  try {
    await client.query(
      `INSERT INTO titular (id, rfc, nombre, creado_en)
       SELECT md5('x' || n)::uuid, 'VVV' || upper(lpad(to_hex(n), 6, '0')) || 'AA0', 'PERSONA ' || n, $2::timestamptz
       FROM generate_series(1, $1::int) AS n`,
      [cuantos, ahora],
    );
    await client.query(
      `INSERT INTO medio_de_contacto (id, folio, titular_id, mecanismo, valor, valor_comparable, estado, fecha_de_registro,
                                      plazo_desde, vence_en, clave_id, peticion_id)
       SELECT md5('m' || n)::uuid, 'X' || n, md5('x' || n)::uuid, 'CORREO_ELECTRONICO', valor, valor, 'EN_PROCESO', momento,
              momento, momento + interval '72 hours', 'ninguna', md5('p' || n)::uuid
       FROM generate_series(1, $1::int) AS n,
         LATERAL (SELECT 'x' || n || '@vencido.example' AS valor, $2::timestamptz - interval '73 hours' AS momento) AS v`,
      [cuantos, ahora],
    );
    await client.query(`
      INSERT INTO alcance_de_medio (medio_id, titular_id, mecanismo, valor_comparable, lugar)
      SELECT id, titular_id, mecanismo, valor_comparable, 1 FROM medio_de_contacto WHERE folio LIKE 'X%'`);
    await client.query(
      `INSERT INTO graphile_worker._private_tasks (identifier) VALUES ('cancelar-medio') ON CONFLICT DO NOTHING`,
    );
    await client.query(`
      INSERT INTO graphile_worker._private_jobs (task_id, payload, priority, run_at, key)
      SELECT t.id, json_build_object('medioId', m.id), -10, now() - interval '1 hour', 'cancelar-medio:' || m.id
      FROM medio_de_contacto AS m, graphile_worker._private_tasks AS t
      WHERE m.folio LIKE 'X%' AND t.identifier = 'cancelar-medio'`);
    await client.query('ANALYZE');
  } finally {
    await client.query('RESET session_replication_role');
  }
}
