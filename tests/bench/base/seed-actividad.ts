import type { Client } from 'pg';

/**
 * Fills an empty database with what `total` medios left in the ninety days before `hasta`, evenly: two for each titular, who
 * has signed, and two messages for each, of which one in fifty came back. Without triggers, and not every column as the portal would have written it.
 */
export async function seedActividad(client: Client, total: number, hasta: Date): Promise<void> {
  const each = (count: number) => `FROM (
    SELECT n, timestamptz '${hasta.toISOString()}' - n * interval '90 days' / ${count + 1} AS at,
           ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid AS id,
           ('00000000-0000-7000-9000-' || lpad((n::bigint * ${total / 2} / ${count})::text, 12, '0'))::uuid AS titular
    FROM generate_series(1, ${count}) AS n) AS uno`;
  const mecanismo = (n: string) => `(ARRAY['CORREO_ELECTRONICO', 'TELEFONO'])[1 + ${n} % 2]::"Mecanismo"`;
  await client.query('SET session_replication_role = replica');
  for (const [target, select] of [
    [
      'medio_de_contacto (id, folio, titular_id, mecanismo, valor, valor_comparable, estado, fecha_de_registro, plazo_desde, vence_en, fecha_de_validacion, clave_id, peticion_id)',
      `SELECT id, id, titular, ${mecanismo('n')}, n, n, 'VALIDADO', at, at, at + interval '72 hours', at + n % 90 * interval '1 minute', 'x', id ${each(total)}`,
    ],
    [
      'solicitud (id, folio, titular_id, texto_version, texto_sha256, fecha, cadena_original, firma, certificado_id, consulta_ocsp_id, estado)',
      `SELECT id, id, titular, 'x', 'x', at, 'x', 'x', id, id, 'FIRMADA' ${each(total / 2)}`,
    ],
    [
      'aviso (id, titular_id, medio_id, folio, tipo, mecanismo, destino, destino_comparable, estado, creado_en, resuelto_en)',
      `SELECT id, titular, id, id, 'VALIDA_CORREO', ${mecanismo('n')}, 'x', n || '@correo' || n % 40 || '.example', (ARRAY['ACEPTADO', 'ENTREGADO', 'REBOTADO'])[CASE n % 50 WHEN 0 THEN 3 ELSE 1 + n % 2 END]::"EstadoDeAviso", at, at ${each(total * 2)}`,
    ],
    [
      'lectura_de_rebote (huella, resultado, leida_en)',
      `SELECT lpad(n::text, 64, '0'), 'NO_ES_REBOTE', at ${each(total / 2)}`,
    ],
    ['cuenta (nombre, valor, cuantos)', `SELECT 'medios', 'VALIDADO', ${total}`],
  ])
    await client.query(`INSERT INTO ${target} ${select}`);
  await client.query('RESET session_replication_role');
  await client.query('VACUUM ANALYZE');
}
