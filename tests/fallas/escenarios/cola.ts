import type { Escena } from '../escena.ts';
import { type Falla, NADA } from '../falla.ts';

const CODIGO_MS = 2_000;

export interface Vencimientos {
  vencidos: number;
  segundos: number;
  hastaElFin?: boolean;
}

/**
 * @param vencidos how many medios have expired at once, each with its job.
 * @param segundos how long people go on beside them; then at least one was attended to, or all where `hastaElFin`.
 */
export function colaLlena({ vencidos, segundos, hastaElFin }: Vencimientos): Falla {
  return {
    nombre: `${vencidos.toLocaleString('es-MX')} vencimientos en la cola`,
    afecta: NADA,
    segundos,
    codigoMs: CODIGO_MS,
    async prepare(escena) {
      await seed(escena, vencidos);
    },
    async begin(escena) {
      await escena.query(
        `INSERT INTO graphile_worker._private_jobs (task_id, payload, priority, run_at, key)
         SELECT t.id, json_build_object('medioId', m.id), -10, now() - interval '1 hour', 'cancelar-medio:' || m.id
         FROM medio_de_contacto m, graphile_worker._private_tasks t
         WHERE m.folio LIKE 'X%' AND m.estado = 'EN_PROCESO' AND t.identifier = 'cancelar-medio'
         ON CONFLICT DO NOTHING`,
      );
      const before = await countCancelados(escena);
      return async () => {
        const done = (await countCancelados(escena)) - before;
        return done >= (hastaElFin ? vencidos : 1) ? [] : [`se atendieron ${done} en ${segundos} s`];
      };
    },
  };
}

async function countCancelados(escena: Escena): Promise<number> {
  const [row] = await escena.query<{ n: number }>(
    `SELECT count(*)::int AS n FROM medio_de_contacto WHERE folio LIKE 'X%' AND estado = 'CANCELADO'`,
  );
  return row?.n ?? 0;
}

/** Without triggers: what registering costs is not what is measured, and a million would take an hour. */
async function seed(escena: Escena, vencidos: number): Promise<void> {
  const client = await escena.connect();
  try {
    await client.query('SET session_replication_role = replica');
    await client.query(
      `INSERT INTO titular (id, rfc, nombre, creado_en)
       SELECT md5('x' || n)::uuid, 'VVV' || upper(lpad(to_hex(n), 6, '0')) || 'AA0', 'PERSONA ' || n, now() - interval '4 days'
       FROM generate_series(1, $1::int) n`,
      [vencidos],
    );
    await client.query(
      `INSERT INTO medio_de_contacto (id, folio, titular_id, mecanismo, valor, valor_comparable, estado, fecha_de_registro,
                                      plazo_desde, vence_en, clave_id, peticion_id)
       SELECT md5('m' || n)::uuid, 'X' || n, md5('x' || n)::uuid, 'CORREO_ELECTRONICO', valor, valor, 'EN_PROCESO', momento,
              momento, momento + interval '72 hours', clave_id, md5('p' || n)::uuid
       FROM generate_series(1, $1::int) n,
         LATERAL (SELECT 'x' || n || '@vencido.example' AS valor, now() - interval '73 hours' AS momento) v,
         (SELECT clave_id FROM medio_de_contacto LIMIT 1) c`,
      [vencidos],
    );
    await client.query(
      `INSERT INTO alcance_de_medio (medio_id, titular_id, mecanismo, valor_comparable, lugar)
       SELECT id, titular_id, mecanismo, valor_comparable, 1 FROM medio_de_contacto WHERE folio LIKE 'X%'`,
    );
    await client.query('ANALYZE titular, medio_de_contacto, alcance_de_medio');
  } finally {
    await client.query('RESET session_replication_role');
    client.release();
  }
}
