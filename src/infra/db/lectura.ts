import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from '#infra/logger/logger.ts';
import { onClose } from '../env/closers.ts';
import { createPool } from './connection.ts';
import { createDb, type Db } from './db.ts';

/**
 * Reads what may lag: of the replica (DATABASE_URL_LECTURA) while it keeps up, else of the primary, which is also asked when
 * what was found is not enough.
 */
export type Lectura = <T>(read: (db: Db) => Promise<T>, isEnough?: (found: T) => boolean) => Promise<T>;

/** By more than this a replica is too late. */
const ATRASO_MS = 10_000;
const REVISION_MS = 1_000;

type Mark = { at: number; lsn: string };

export function createLectura(db: Db, url: string | null, log: Logger): Lectura {
  if (url === null) return (read) => read(db);
  const replica = createDb(url, { max: 5, trabajo: 'PORTAL', isReplica: true });
  let isGood: boolean | null = null;
  const marks: Mark[] = [];
  const settle: Settle = (next, error) => {
    if (next !== isGood && next) log.info('the replica keeps up: reads that may lag go to it');
    else if (next !== isGood) log.warn({ error }, 'the replica is gone, late or no replica: the primary is read');
    isGood = next;
    // Of a time without looking nothing is known.
    if (error) marks.splice(0);
  };
  const ending = new AbortController();
  const watching = watch(() => keepsUp(db, replica, marks), settle, ending.signal);
  onClose(async () => {
    ending.abort();
    await watching;
    await replica.$disconnect();
  });
  return async (read, isEnough = () => true) => {
    if (!isGood) return read(db);
    try {
      const found = await read(replica);
      if (isEnough(found)) return found;
    } catch (error) {
      settle(false, error);
    }
    return read(db);
  };
}

type Settle = (isGood: boolean, error?: unknown) => void;

async function watch(check: () => Promise<boolean>, settle: Settle, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await check().then(settle, (error) => settle(false, error));
    await sleep(REVISION_MS, undefined, { ref: false, signal }).catch(() => undefined);
  }
}

/**
 * Whether it has done all that the primary had written some seconds ago: so measured it makes no difference whether it is
 * slow, paused or cut off, nor whether anybody writes. One that was promoted goes ways of its own.
 */
async function keepsUp(db: Db, replica: Db, marks: Mark[]): Promise<boolean> {
  const at = performance.now();
  const [{ lsn }] = await db.$queryRaw<[{ lsn: string }]>`SELECT pg_current_wal_lsn()::text AS lsn`;
  marks.push({ at, lsn });
  while ((marks[1]?.at ?? at) <= at - ATRASO_MS) marks.shift();
  const [{ keeps }] = await replica.$queryRaw<[{ keeps: boolean | null }]>`
    SELECT pg_is_in_recovery() AND pg_last_wal_replay_lsn() >= ${marks[0]?.lsn}::pg_lsn AS keeps`;
  return keeps === true;
}

/** By the replica's own clock. One that has all that it was sent is not behind, unless nobody sends it anything. */
const RETRASO = `
  SELECT CASE WHEN pg_last_wal_receive_lsn() = pg_last_wal_replay_lsn() AND EXISTS (SELECT FROM pg_stat_wal_receiver) THEN 0
    ELSE extract(epoch FROM clock_timestamp() - pg_last_xact_replay_timestamp()) END::float AS segundos`;

/** Asks the replica at this address how far it is behind, in seconds; null without one, or when it is no replica. */
export function createMeasureReplica(url: string | null): () => Promise<number | null> {
  if (url === null) return async () => null;
  const pool = createPool(url, { trabajo: 'PORTAL', max: 1 }).on('error', () => undefined);
  onClose(() => pool.end());
  return async () => (await pool.query<{ segundos: number | null }>(RETRASO)).rows[0]?.segundos ?? null;
}
