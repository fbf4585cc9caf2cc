import { EventEmitter } from 'node:events';
import { Logger as GraphileLogger, type JobHelpers, run, type TaskList, type WorkerEvents } from 'graphile-worker';
import type { Logger } from '#infra/logger/logger.ts';
import { startHeartbeat } from './worker-heartbeat.ts';

/** What a job is told besides its payload. */
export interface Intento {
  /** No try comes after this one. */
  isLast: boolean;
}

export type Handlers = Record<string, (payload: never, intento: Intento) => Promise<void>>;

interface QueueOptions {
  connectionString: string;
  concurrency: number;
  log: Logger;
  handlers: Handlers;
  /** Jobs by the clock, in crontab's form (UTC). */
  crontab: string;
}

export interface Queue {
  stop(): Promise<void>;
}

/** Runs the jobs of the queue in this process. Any number of processes may do so at once. */
export async function runQueue(options: QueueOptions): Promise<Queue> {
  const { connectionString, concurrency, log, handlers, crontab } = options;
  const events: WorkerEvents = new EventEmitter();
  const heartbeat = startHeartbeat(connectionString, (error) => log.warn({ error }, 'heartbeat of the worker failed'));
  events.on('worker:create', ({ worker }) => heartbeat.announce(worker.workerId));
  const runner = await run({
    connectionString,
    concurrency,
    events,
    noHandleSignals: true,
    pollInterval: 1_000,
    logger: toGraphileLogger(log),
    taskList: toTaskList(handlers),
    crontab,
  });
  return {
    async stop() {
      await runner.stop();
      await heartbeat.stop();
    },
  };
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
