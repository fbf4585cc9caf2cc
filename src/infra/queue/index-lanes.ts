import type { ClientBase, Pool } from 'pg';
import { LANES } from '#domain/tarea/lanes.ts';

/**
 * An index for each lane: whoever looks for the next job reads none of another lane, be it a million. And one of those in
 * hand, for whoever looks for what a dead worker left. Run it as the tables' owner after the library's migrations. (CONCURRENTLY would wait for the processes that wait for this one to
 * migrate.)
 */
export async function indexLanes(pool: Pool | ClientBase): Promise<void> {
  await pool.query(
    'INSERT INTO graphile_worker._private_tasks (identifier) SELECT unnest($1::text[]) ON CONFLICT DO NOTHING',
    [LANES.flatMap(({ tasks }) => tasks)],
  );
  const wanted = new Map<string, number[]>();
  for (const { name, tasks } of LANES) {
    const { rows } = await pool.query<{ id: number }>(
      'SELECT id FROM graphile_worker._private_tasks WHERE identifier = ANY ($1::text[]) ORDER BY id',
      [tasks],
    );
    const ids = rows.map(({ id }) => id);
    wanted.set(`lane_${name}_${ids.join('_')}`, ids);
  }
  const { rows: useless } = await pool.query<{ name: string }>(USELESS, [[...wanted.keys()]]);
  for (const { name } of useless) await pool.query(`DROP INDEX graphile_worker."${name}"`);
  for (const [name, ids] of wanted)
    await pool.query(
      `CREATE INDEX IF NOT EXISTS "${name}" ON graphile_worker._private_jobs (priority, run_at)
       WHERE is_available AND task_id IN (${ids.join(', ')})`,
    );
  await pool.query(
    'CREATE INDEX IF NOT EXISTS en_mano ON graphile_worker._private_jobs (locked_by) WHERE locked_at IS NOT NULL',
  );
}

const USELESS = `
  SELECT indexname AS name FROM pg_indexes
  WHERE schemaname = 'graphile_worker' AND indexname LIKE 'lane\\_%' AND indexname <> ALL ($1::text[])`;
