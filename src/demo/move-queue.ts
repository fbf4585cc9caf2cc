import { openConnection } from '#infra/db/connection.ts';

/**
 * After a start with another BUZON_DESFASE, keeps what was put off in the queue at its instant of the portal's clock: the
 * queue lives by the database's. What is due already, waits for another try or goes by the clock is left as it is.
 * @param desfaseMs how far the portal's clock is from the database's. The database keeps it with the queue, as a comment,
 * so that both change or neither does.
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
