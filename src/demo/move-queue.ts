import { openConnection } from '#infra/db/connection.ts';

/**
 * Keeps what was put off at its instant of the portal's clock after a start with another BUZON_DESFASE: the queue
 * lives by the database's, which keeps `desfaseMs` with it as a comment, so that both change or neither does.
 */
export async function moveQueue(databaseUrl: string, desfaseMs: number): Promise<void> {
  const client = await openConnection(databaseUrl);
  try {
    await client.query('BEGIN');
    const { rows } = await client.query<{ comment: string | null }>(READ);
    const movedMs = desfaseMs - Number(MARCA.exec(rows[0]?.comment ?? '')?.[1] ?? 0);
    await client.query(MOVE, [movedMs]);
    await client.query(`COMMENT ON SCHEMA graphile_worker IS ${client.escapeLiteral(`BUZON_DESFASE ${desfaseMs} ms`)}`);
    await client.query('COMMIT');
  } finally {
    await client.end();
  }
}

const MARCA = /^BUZON_DESFASE (-?\d+) ms$/;

const READ = `SELECT obj_description('graphile_worker'::regnamespace, 'pg_namespace') AS comment`;

/** Only jobs about a row have a colon in their key, and only those for an instant wait without having been tried. */
const MOVE = `
  SELECT graphile_worker.reschedule_jobs(ARRAY[id], run_at => run_at - $1::float8 * interval '1 millisecond')
  FROM graphile_worker.jobs
  WHERE key LIKE '%:%' AND attempts = 0 AND run_at > now()`;
