import { EventEmitter } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  Logger as GraphileLogger,
  type JobHelpers,
  runTaskList,
  type TaskList,
  type WorkerEvents,
} from 'graphile-worker';
import type { Pool } from 'pg';
import type { Logger } from '#infra/logger/logger.ts';
import { addPeriodicJobs, type Periodic } from './add-periodic-jobs.ts';
import { openPool } from './open-pool.ts';
import { type Heartbeat, startHeartbeat } from './worker-heartbeat.ts';

/** What a job is told besides its payload. */
export interface Intento {
  /** No try comes after this one. */
  isLast: boolean;
}

type Handlers = Record<string, (payload: never, intento: Intento) => Promise<void>>;

interface QueueOptions {
  connectionString: string;
  concurrency: number;
  log: Logger;
  handlers: Handlers;
  /** Those among the handlers that run by the clock. */
  periodic: Periodic;
}

export interface Queue {
  /** Waits for the jobs in hand. */
  stop(): Promise<void>;
}

const POLL_MS = 1_000;
/** The longest between two looks at a periodic job; one with a short period is looked at twice in each. */
const PERIODIC_MS = 30_000;

/**
 * Runs the jobs of the queue in this process until `stop`; any number of processes may do so at once. While the database
 * does not answer it waits, and goes on by itself.
 */
export function runQueue(options: QueueOptions): Queue {
  const { connectionString, concurrency, log, periodic } = options;
  const stopping = new AbortController();
  const heartbeat = startHeartbeat(connectionString, (error) => log.warn({ error }, 'heartbeat of the worker failed'));
  const pool = openPool(connectionString, concurrency + 2, log);
  const running = keepRunning(options, pool, heartbeat, stopping.signal);
  const timers = Object.entries(periodic).map(([name, seconds]) => keepAdding(pool, { [name]: seconds }, log));
  return {
    async stop() {
      for (const timer of timers) clearInterval(timer);
      stopping.abort();
      await running;
      await heartbeat.stop();
      await pool.end();
    },
  };
}

/** Adds the next run of a periodic job now, and again before each of its periods is over. */
function keepAdding(pool: Pool, periodic: Periodic, log: Logger): NodeJS.Timeout {
  const add = () =>
    void addPeriodicJobs(pool, periodic).catch((error) => log.warn({ error }, 'a periodic job was not added'));
  add();
  return setInterval(add, Math.min(PERIODIC_MS, ...Object.values(periodic).map((seconds) => seconds * 500)));
}

/**
 * The library's workers do not outlive a database that goes away: one that cannot tell what became of its job ends for
 * good, and workers whose very first question fails repeat that failure for ever. So at the first sign of it all of
 * them make room for new ones.
 */
async function keepRunning(options: QueueOptions, pool: Pool, heartbeat: Heartbeat, stop: AbortSignal): Promise<void> {
  while (!stop.aborted) {
    const answers = await pool.query('SELECT FROM graphile_worker.jobs LIMIT 0').catch(() => null);
    if (answers) await runWorkers(options, pool, heartbeat, stop);
    else await sleep(POLL_MS, undefined, { signal: stop }).catch(() => undefined);
  }
}

/** Until one of them loses the database, or `stop`. */
async function runWorkers(options: QueueOptions, pool: Pool, heartbeat: Heartbeat, stop: AbortSignal): Promise<void> {
  const { concurrency, log, handlers } = options;
  const events: WorkerEvents = new EventEmitter();
  events.on('worker:create', ({ worker }) => heartbeat.announce(worker.workerId));
  events.on('worker:stop', ({ worker }) => heartbeat.withdraw(worker.workerId));
  const ended = new Promise<void>((resolve) => {
    events.once('worker:getJob:error', () => resolve());
    events.once('worker:fatalError', () => resolve());
    stop.addEventListener('abort', () => resolve(), { once: true });
  });
  const workers = runTaskList(
    { concurrency, events, noHandleSignals: true, pollInterval: POLL_MS, logger: toGraphileLogger(log) },
    toTaskList(handlers),
    pool,
  );
  await ended;
  await workers.gracefulShutdown();
}

function toTaskList(handlers: Handlers): TaskList {
  return Object.fromEntries(
    Object.entries(handlers).map(([name, handler]) => [
      name,
      (payload: unknown, { job }: JobHelpers) =>
        handler(payload as never, { isLast: job.attempts >= job.max_attempts }).catch(withoutQuery),
    ]),
  );
}

/** The queue keeps and logs what a job threw: Prisma's messages quote the query, hence people's data. */
function withoutQuery(error: unknown): never {
  if (error instanceof Error && error.name.startsWith('PrismaClient')) {
    const code = 'code' in error ? ` ${error.code}` : '';
    throw new Error(`${error.name}${code}`);
  }
  throw error;
}

function toGraphileLogger(log: Logger): GraphileLogger {
  return new GraphileLogger((scope) => (level, message) => {
    const line = { worker: scope.workerId, task: scope.taskIdentifier, job: scope.jobId };
    if (level === 'error') log.error(line, message);
    else if (level === 'warning') log.warn(line, message);
    else log.debug(line, message);
  });
}
