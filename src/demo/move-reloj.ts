import { type Clock, setAdelanto } from '#infra/clock/clock.ts';
import { withConnection } from '#infra/db/connection.ts';

/** Puts the clock of everything `ms` ahead of where it was, with what waits for an instant of it; 0: back to what it is. */
export async function moveReloj(databaseUrl: string, { desfaseMs }: Clock, ms: number): Promise<void> {
  const adelantoMs = ms === 0 ? 0 : (await readAdelanto(databaseUrl)) + ms;
  setAdelanto(adelantoMs);
  await moveQueue(databaseUrl, desfaseMs(), adelantoMs);
}

/** The clock of this process as the portal's page left it, also by a start before. */
export async function resumeReloj(databaseUrl: string): Promise<number> {
  const adelantoMs = await readAdelanto(databaseUrl);
  setAdelanto(adelantoMs);
  return adelantoMs;
}

const CADA_MS = 1_000;

/** The same for as long as the process lives. @returns how to stop. */
export async function followReloj(databaseUrl: string): Promise<() => Promise<void>> {
  await resumeReloj(databaseUrl);
  const timer = setInterval(() => resumeReloj(databaseUrl).catch(() => undefined), CADA_MS);
  return async () => clearInterval(timer);
}

/**
 * Keeps what was put off at its instant of the portal's clock when that clock has another offset than before: the queue
 * lives by the database's, which keeps `desfaseMs` with it as a comment, so that both change or neither does. With it stands
 * how much of it was moved by hand, for the next start and for the other commands.
 */
export function moveQueue(databaseUrl: string, desfaseMs: number, adelantoMs = 0): Promise<void> {
  return withConnection(databaseUrl, async (client) => {
    await client.query('BEGIN');
    const { rows } = await client.query<{ comment: string | null }>(READ);
    const movedMs = desfaseMs - Number(MARCA.exec(rows[0]?.comment ?? '')?.[1] ?? 0);
    await client.query(MOVE, [movedMs]);
    const marca = `BUZON_DESFASE ${desfaseMs} ms, a mano ${adelantoMs} ms`;
    await client.query(`COMMENT ON SCHEMA graphile_worker IS ${client.escapeLiteral(marca)}`);
    await client.query('COMMIT');
  });
}

/** How far the clock was moved by hand, in milliseconds. */
async function readAdelanto(databaseUrl: string): Promise<number> {
  const { rows } = await withConnection(databaseUrl, (client) => client.query<{ comment: string | null }>(READ));
  return Number(MARCA.exec(rows[0]?.comment ?? '')?.[2] ?? 0);
}

/** What failed is tried again at once, as whoever mended the cause wants to see. */
export async function retryQueue(databaseUrl: string): Promise<void> {
  await withConnection(databaseUrl, (client) => client.query(RETRY));
}

const MARCA = /^BUZON_DESFASE (-?\d+) ms(?:, a mano (-?\d+) ms)?$/;

const READ = `SELECT obj_description(to_regnamespace('graphile_worker'), 'pg_namespace') AS comment`;

/** Only jobs about a row have a colon in their key, and only those for an instant wait without having been tried. */
const MOVE = `
  SELECT graphile_worker.reschedule_jobs(ARRAY[id], run_at => run_at - $1::float8 * interval '1 millisecond')
  FROM graphile_worker.jobs
  WHERE key LIKE '%:%' AND attempts = 0 AND run_at > now()`;

const RETRY = `
  SELECT graphile_worker.reschedule_jobs(ARRAY[id], run_at => now())
  FROM graphile_worker.jobs
  WHERE key LIKE '%:%' AND attempts > 0 AND locked_at IS NULL`;
