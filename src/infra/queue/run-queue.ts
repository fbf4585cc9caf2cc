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
import type { Lane } from '#domain/tarea/lanes.ts';
import type { Logger } from '#infra/logger/logger.ts';
import { addPeriodicJobs, type Periodic } from './add-periodic-jobs.ts';
import { type Bulkhead, createBulkhead } from './bulkhead.ts';
import { openPool, shareListener } from './share-listener.ts';
import { isSinEnvios } from './sin-envios.ts';
import { watchJob } from './watch-job.ts';
import { type Heartbeat, startHeartbeat } from './worker-heartbeat.ts';

export interface Intento {
  /** No try comes after this one. */
  isLast: boolean;
  /** Aborted when the process has been ending for a while: time to leave what is not done yet. */
  signal: AbortSignal | undefined;
}

type Handler = (payload: never, intento: Intento) => Promise<void>;
type Handlers = Record<string, Handler>;

interface QueueOptions {
  connectionString: string;
  lanes?: readonly Lane[];
  /** Hands for the handlers that are in no lane. */
  concurrency?: number;
  /** Flags whose jobs wait now, whatever room there is. */
  shut?: () => string[];
  log: Logger;
  handlers: Handlers;
  /** Those among the handlers that run by the clock. */
  periodic: Periodic;
}

export type Queue = ReturnType<typeof runQueue>;

const POLL_MS = 1_000;
/** One hears of new jobs, and the rest take and settle them: a job holds none while it runs. */
const CONNECTIONS = 5;
/** The longest between two looks at a periodic job; one with a short period is looked at twice in each. */
const PERIODIC_MS = 30_000;

/**
 * Runs the jobs of the queue in this process until `stop`; any number of processes may do so at once. While the database
 * does not answer it waits, and goes on by itself.
 */
export function runQueue(options: QueueOptions) {
  const { connectionString, log, periodic } = options;
  const lanes = lanesOf(options);
  const stopping = new AbortController();
  const heartbeat = startHeartbeat(connectionString, (error) => log.warn({ error }, 'heartbeat of the worker failed'));
  const pool = openPool(connectionString, CONNECTIONS, log);
  const shared = { ...options, pool, library: shareListener(pool), heartbeat };
  const running = Promise.all(lanes.map((lane) => keepRunning({ ...shared, lane }, stopping.signal)));
  const timers = Object.entries(periodic).map(([name, seconds]) =>
    keepAdding(() => addPeriodicJobs(pool, { [name]: seconds }, lanes), seconds, log),
  );
  return {
    /** Waits for the jobs in hand. */
    async stop(): Promise<void> {
      for (const timer of timers) clearInterval(timer);
      stopping.abort();
      await running;
      await heartbeat.stop();
      await pool.end();
    },
  };
}

/** The given ones, and one for whatever is in none of them. */
function lanesOf({ lanes = [], concurrency = 1, handlers }: QueueOptions): Lane[] {
  const rest = Object.keys(handlers).filter((name) => !lanes.some(({ tasks }) => tasks.includes(name)));
  return rest.length > 0 ? [...lanes, { name: 'rest', priority: 0, hands: concurrency, tasks: rest }] : [...lanes];
}

/** Adds the next run of a periodic job now, and again before each of its periods is over. */
function keepAdding(addNext: () => Promise<void>, seconds: number, log: Logger): NodeJS.Timeout {
  const add = () => void addNext().catch((error) => log.warn({ error }, 'a periodic job was not added'));
  add();
  return setInterval(add, Math.min(PERIODIC_MS, seconds * 500));
}

interface RunningLane extends Pick<QueueOptions, 'log' | 'handlers' | 'shut'> {
  lane: Lane;
  pool: Pool;
  library: (tasks: readonly string[]) => Pool;
  heartbeat: Heartbeat;
}

/**
 * The library's workers do not outlive a database that goes away: one that cannot tell what became of its job ends for
 * good, and workers whose very first question fails repeat that failure for ever. So at the first sign of it all of
 * them make room for new ones. In a restored copy most lanes wait until somebody says that they may go on.
 */
async function keepRunning(running: RunningLane, stop: AbortSignal): Promise<void> {
  while (!stop.aborted) {
    const answers = await running.pool.query('SELECT FROM graphile_worker.jobs LIMIT 0').catch(() => null);
    const isHeld = answers && !running.lane.isInner && (await isSinEnvios(running.pool).catch(() => true));
    if (answers && !isHeld && !stop.aborted) await runWorkers(running, stop);
    else await sleep(POLL_MS, undefined, { signal: stop }).catch(() => undefined);
  }
}

/** Until one of them loses the database, or `stop`. */
async function runWorkers(running: RunningLane, stop: AbortSignal): Promise<void> {
  const { lane, log, handlers, library, heartbeat, shut = () => [] } = running;
  const bulkhead = createBulkhead(lane.room);
  const events: WorkerEvents = new EventEmitter();
  const over = new AbortController();
  events.on('worker:create', ({ worker }) => heartbeat.announce(worker.workerId));
  events.on('worker:stop', ({ worker }) => heartbeat.withdraw(worker.workerId));
  const ended = new Promise<void>((resolve) => {
    events.once('worker:getJob:error', () => resolve());
    events.once('worker:fatalError', () => resolve());
    stop.addEventListener('abort', () => resolve(), { signal: over.signal });
    // The database may have gone and come back before it was asked, and have forgotten the last that it was told.
    const onLost = () => resolve();
    running.pool.on('error', onLost);
    over.signal.addEventListener('abort', () => running.pool.off('error', onLost));
  });
  const workers = runTaskList(
    {
      concurrency: lane.hands,
      events,
      noHandleSignals: true,
      pollInterval: POLL_MS,
      logger: toGraphileLogger(log),
      // Planned for its tasks each time: only so are its lane's index and no other job read.
      noPreparedStatements: true,
      forbiddenFlags: () => [...bulkhead.full(), ...shut()],
    },
    toTaskList(lane, handlers, bulkhead, log),
    library(lane.tasks),
  );
  await ended;
  over.abort();
  await workers.gracefulShutdown();
}

function toTaskList({ tasks }: Lane, handlers: Handlers, bulkhead: Bulkhead, log: Logger): TaskList {
  const toTask =
    (tarea: string, handler: Handler) =>
    (payload: unknown, helpers: JobHelpers): Promise<void> => {
      const { job, abortSignal: signal } = helpers;
      const intento = { isLast: job.attempts >= job.max_attempts, signal };
      const work = () => handler(payload as never, intento);
      return runJob(() => watchJob({ tarea, payload, isLast: intento.isLast, log }, work), helpers, bulkhead);
    };
  const own = Object.entries(handlers).filter(([name]) => tasks.includes(name));
  return Object.fromEntries(own.map(([name, handler]) => [name, toTask(name, handler)]));
}

async function runJob(work: () => Promise<void>, helpers: JobHelpers, bulkhead: Bulkhead): Promise<void> {
  const { job } = helpers;
  const leave = bulkhead.enter(Object.keys(job.flags ?? {}));
  // Several hands asked at once, when there was room for fewer.
  if (!leave) throw await postpone(helpers, new Error('no room for its flags now'), { intentos: 1 });
  try {
    await work();
  } catch (error) {
    const esperaMs = error instanceof Error && 'esperaMs' in error ? Number(error.esperaMs) : 0;
    throw esperaMs > 0 ? await postpone(helpers, error, { esperaMs }) : withoutQuery(error);
  } finally {
    leave();
  }
}

/** The queue's back-off begins then; an attempt that was none is not counted. */
async function postpone(
  { job, withPgClient }: JobHelpers,
  error: unknown,
  { esperaMs = 0, intentos = 0 }: { esperaMs?: number; intentos?: number },
): Promise<unknown> {
  await withPgClient((client) => client.query(POSTPONE, [job.id, esperaMs, intentos]));
  return error;
}

const POSTPONE = `
  UPDATE graphile_worker._private_jobs SET run_at = now() + $2 * interval '1 millisecond', attempts = attempts - $3::int
  WHERE id = $1`;

/** The queue keeps and logs what a job threw: Prisma's messages quote the query, hence people's data. */
function withoutQuery(error: unknown): unknown {
  if (error instanceof Error && error.name.startsWith('PrismaClient')) {
    const code = 'code' in error ? ` ${error.code}` : '';
    return new Error(`${error.name}${code}`);
  }
  return error;
}

function toGraphileLogger(log: Logger): GraphileLogger {
  return new GraphileLogger((scope) => (level, message) => {
    const line = { worker: scope.workerId, task: scope.taskIdentifier, job: scope.jobId };
    if (level === 'error') log.error(line, message);
    else if (level === 'warning') log.warn(line, message);
    else log.debug(line, message);
  });
}
