import type { Pool } from 'pg';
import { type Lane, laneOf } from '#domain/tarea/lanes.ts';

/** Names of handlers, and every how many seconds each of them runs. */
export type Periodic = Record<string, number>;

/**
 * At the end of the current period by the database's clock; added however often, it is one job. (The queue's own
 * crontab ends the process when the database does not answer.)
 */
export async function addPeriodicJobs(pool: Pool, periodic: Periodic, lanes: readonly Lane[] = []): Promise<void> {
  for (const [name, seconds] of Object.entries(periodic)) {
    await pool.query(ADD_NEXT, [name, seconds, laneOf(lanes, name)?.priority ?? 0]);
  }
}

const ADD_NEXT = `
  SELECT graphile_worker.add_job(
    $1, job_key => $1, job_key_mode => 'preserve_run_at', priority => $3,
    run_at => to_timestamp(ceil(extract(epoch FROM now()) / $2::int) * $2::int))`;
