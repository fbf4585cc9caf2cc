import type { Client } from 'pg';
import { openConnection } from '../db/connection.ts';

/** Namespace of the advisory locks that living workers hold. */
const LOCK_CLASS = 817_001;
const SWEEP_MS = 5_000;
/** A worker that has just been born may not hold its lock yet. */
const GRACE = '15 seconds';

export type Heartbeat = ReturnType<typeof startHeartbeat>;

/** The connection whose end PostgreSQL notices, and the workers whose locks it holds. */
interface Session {
  client: Client;
  held: Set<string>;
}

/**
 * Every worker holds an advisory lock, which PostgreSQL frees when its process dies; a job locked by a worker without
 * its lock is unlocked within seconds. (The queue by itself would wait four hours.)
 */
export function startHeartbeat(connectionString: string, onError: (error: unknown) => void) {
  const living = new Set<string>();
  let session: Session | null = null;
  let stopped = false;
  let turn: Promise<void> = Promise.resolve();

  async function beat(): Promise<void> {
    if (stopped) return;
    session ??= await openSession(connectionString, (lost) => {
      if (session === lost) session = null;
    });
    await matchLocks(session, living);
    await unlockDeadWorkers(session, living);
  }
  /** One beat after the other. After a failure the next one takes another connection, and the locks with it. */
  function schedule(): void {
    turn = turn.then(beat).catch(async (error) => {
      onError(error);
      const failed = session;
      session = null;
      await failed?.client.end().catch(onError);
    });
  }
  const timer = setInterval(schedule, SWEEP_MS);
  return {
    /** Tells that this process runs the worker of this id, for as long as the process lives. */
    announce(workerId: string): void {
      living.add(workerId);
      schedule();
    },
    /** Tells that this worker ended, though the process lives on. */
    withdraw(workerId: string): void {
      living.delete(workerId);
      schedule();
    },
    async stop(): Promise<void> {
      clearInterval(timer);
      stopped = true;
      await turn;
      await session?.client.end();
    },
  };
}

async function openSession(connectionString: string, onLost: (session: Session) => void): Promise<Session> {
  const client = await openConnection(connectionString);
  const session = { client, held: new Set<string>() };
  client.on('error', () => onLost(session));
  return session;
}

/** A lock taken twice must be let go twice. One still held, believed alive, is taken at a later beat. */
async function matchLocks({ client, held }: Session, living: Set<string>): Promise<void> {
  for (const workerId of living) {
    if (held.has(workerId)) continue;
    const lock = [LOCK_CLASS, workerId];
    const { rows } = await client.query('SELECT pg_try_advisory_lock($1, hashtext($2)) AS taken', lock);
    if (rows[0].taken) held.add(workerId);
  }
  for (const workerId of held) {
    if (living.has(workerId)) continue;
    await client.query('SELECT pg_advisory_unlock($1, hashtext($2))', [LOCK_CLASS, workerId]);
    held.delete(workerId);
  }
}

/** A session is given a lock that it holds once more, so its own workers are left out by their names. */
async function unlockDeadWorkers({ client }: Session, living: Set<string>): Promise<void> {
  await client.query(
    `WITH held AS (
       SELECT DISTINCT locked_by FROM graphile_worker.jobs
       WHERE locked_by <> ALL ($2::text[]) AND locked_at < now() - $3::interval
     ), dead AS (
       SELECT locked_by FROM held WHERE pg_try_advisory_xact_lock($1, hashtext(locked_by))
     )
     SELECT graphile_worker.force_unlock_workers(array_agg(locked_by)) FROM dead HAVING count(*) > 0`,
    [LOCK_CLASS, [...living], GRACE],
  );
}
