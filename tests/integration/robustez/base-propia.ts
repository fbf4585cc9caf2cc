import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type EmbeddedPostgres, startPostgres } from '#demo/postgres/start-postgres.ts';
import { migrate } from '../../../prisma/migrate.ts';
import { type Compuerta, startCompuerta } from './compuerta.ts';

const BASE = 'buzon';

/** A PostgreSQL of the test's own that goes down and comes back at one address, with its data as safe as in earnest. */
export interface BasePropia {
  url: string;
  compuerta: Compuerta;
  /** Of the server itself, which started all its others. */
  readPid(): Promise<number>;
  /** Stops it as an operator does: sessions are told, nothing is lost. */
  stop(): Promise<void>;
  /** SIGKILL of the server, in the middle of whatever it does. */
  crash(): Promise<void>;
  /** Starts it again on the same data, after a crash with recovery. */
  start(): Promise<void>;
  /** Ends it and removes its data. */
  remove(): Promise<void>;
}

export async function startBasePropia(): Promise<BasePropia> {
  const datos = await mkdtemp(path.join(tmpdir(), 'buzon-base-'));
  const start = () => startPostgres({ datos, database: BASE });
  let postgres: EmbeddedPostgres = await start();
  await migrate(postgres.urlOf(BASE));
  const compuerta = await startCompuerta(portOf(postgres));
  const url = new URL(postgres.urlOf(BASE));
  url.port = String(compuerta.port);
  const readPid = async () => {
    const pid = Number.parseInt(await readFile(path.join(datos, 'postgresql/datos/postmaster.pid'), 'utf8'), 10);
    // Nothing, or 0, would be this very process group.
    if (!(pid > 1)) throw new Error(`postmaster.pid holds ${pid}`);
    return pid;
  };
  const crash = async () => {
    process.kill(await readPid(), 'SIGKILL');
    await compuerta.shut();
  };
  return {
    url: url.href,
    compuerta,
    readPid,
    crash,
    stop: async () => {
      await postgres.stop();
      await compuerta.shut();
    },
    start: async () => {
      postgres = await start();
      await compuerta.open(portOf(postgres));
    },
    remove: async () => {
      await compuerta.shut();
      await postgres.stop();
      await rm(datos, { recursive: true, force: true });
    },
  };
}

function portOf(postgres: EmbeddedPostgres): number {
  return Number(new URL(postgres.urlOf(BASE)).port);
}
