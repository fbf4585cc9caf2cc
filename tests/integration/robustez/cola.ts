import { openConnection } from '#infra/db/connection.ts';

/** Looks into the queue and moves its clock, so that no test waits for a back-off. */
export interface Cola {
  query<Row extends object>(text: string, values?: unknown[]): Promise<Row[]>;
  /** The jobs that send messages. */
  envios(): Promise<Envio[]>;
  /** What waits for its next try need not wait any longer. */
  bringForward(): Promise<void>;
  /** As if the jobs in hand had been taken that long ago. */
  backdateLocks(interval: string): Promise<void>;
  close(): Promise<void>;
}

export interface Envio {
  id: string;
  attempts: number;
  lockedBy: string | null;
  /** Until its next try, in seconds. */
  esperaSegundos: number;
  lastError: string | null;
}

export async function openCola(databaseUrl: string): Promise<Cola> {
  const client = await openConnection(databaseUrl);
  const query = async <Row extends object>(text: string, values: unknown[] = []) =>
    (await client.query<Row>(text, values)).rows;
  return {
    query,
    envios: () =>
      query<Envio>(
        `SELECT id::text, attempts, locked_by AS "lockedBy", last_error AS "lastError",
                extract(epoch FROM run_at - now())::float AS "esperaSegundos"
         FROM graphile_worker.jobs WHERE task_identifier = 'enviar-aviso' ORDER BY id`,
      ),
    bringForward: async () =>
      void (await query(`UPDATE graphile_worker._private_jobs SET run_at = now()
                         WHERE locked_at IS NULL AND attempts > 0`)),
    backdateLocks: async (interval) =>
      void (await query(
        'UPDATE graphile_worker._private_jobs SET locked_at = locked_at - $1::interval WHERE locked_at IS NOT NULL',
        [interval],
      )),
    close: () => client.end(),
  };
}
