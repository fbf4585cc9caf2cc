import { Client } from 'pg';

/** Namespace of the advisory locks that living workers hold. */
const LOCK_CLASS = 817_001;
const SWEEP_MS = 5_000;
/** A worker that has just been born may not hold its lock yet. */
const GRACE = '15 seconds';

export interface Heartbeat {
  /** Tells that this process runs the worker of this id, for as long as the process lives. */
  announce(workerId: string): void;
  stop(): Promise<void>;
}

/**
 * Gives the jobs of killed workers back within seconds. Every worker holds an advisory lock on one connection, which
 * PostgreSQL frees when its process dies; a job locked by a worker without its lock is unlocked. (The queue by itself
 * would wait four hours.)
 */
export function startHeartbeat(connectionString: string, onError: (error: unknown) => void): Heartbeat {
  const workerIds = new Set<string>();
  let client: Client | null = null;
  let stopped = false;
  let turn: Promise<void> = Promise.resolve();

  async function beat(): Promise<void> {
    client ??= await connect(connectionString, workerIds, () => {
      client = null;
    });
    await unlockDeadWorkers(client, [...workerIds]);
  }
  function schedule(): void {
    turn = turn
      .then(() => (stopped ? undefined : beat()))
      .catch((error) => {
        client = null;
        onError(error);
      });
  }
  const timer = setInterval(schedule, SWEEP_MS);
  schedule();
  return {
    announce(workerId) {
      workerIds.add(workerId);
      turn = turn.then(() => (client ? holdLock(client, workerId) : undefined)).catch(onError);
    },
    async stop() {
      stopped = true;
      clearInterval(timer);
      await turn;
      await client?.end();
    },
  };
}

async function connect(connectionString: string, workerIds: Set<string>, onLost: () => void): Promise<Client> {
  const client = new Client({ connectionString, connectionTimeoutMillis: 10_000, keepAlive: true });
  client.on('error', onLost);
  await client.connect();
  for (const workerId of workerIds) await holdLock(client, workerId);
  return client;
}

async function holdLock(client: Client, workerId: string): Promise<void> {
  await client.query('SELECT pg_try_advisory_lock($1, hashtext($2))', [LOCK_CLASS, workerId]);
}

async function unlockDeadWorkers(client: Client, own: string[]): Promise<void> {
  await client.query(
    `WITH held AS (
       SELECT DISTINCT locked_by FROM graphile_worker.jobs
       WHERE locked_by <> ALL ($2::text[]) AND locked_at < now() - $3::interval
     ), dead AS (
       SELECT locked_by FROM held WHERE pg_try_advisory_xact_lock($1, hashtext(locked_by))
     )
     SELECT graphile_worker.force_unlock_workers(array_agg(locked_by)) FROM dead HAVING count(*) > 0`,
    [LOCK_CLASS, own, GRACE],
  );
}
