import { onClose } from '../env/closers.ts';
import { createPool } from './connection.ts';

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
