import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Client } from 'pg';
import { onClose } from '#infra/env/closers.ts';
import { comandoEnv } from '#infra/env/process-env.ts';
import { FallaDeRespaldo } from './manifiesto.ts';

/** What these programs answer in English, in our words. */
const FALLAS: [RegExp, string][] = [
  [/No space left|disk full/i, 'el disco está lleno; haz lugar y repítelo'],
  [
    /permission denied for|row-level security|must be (owner|able)/i,
    'ese usuario no es el dueño de las tablas; pon al dueño en DATABASE_URL_MIGRACION',
  ],
  [/could not read from input file|end of file|corrupt|uncompress/i, 'el archivo está dañado; usa otra copia'],
];

/** What libpq understands of what may follow the question mark of an address. */
const OPCIONES = ['host', 'port', 'sslmode', 'sslrootcert', 'sslcert', 'sslkey'];

/**
 * Runs pg_dump or pg_restore, which have to be of the server's version, to their end or that of this process. Address and
 * password go in their environment, where other users of the machine do not read them. Throws FallaDeRespaldo.
 */
export async function runPgProgram(program: string, args: string[], url: string, client: Client): Promise<void> {
  const version = await versionOf(client);
  const found = Number(/\) (\d+)/.exec(await run(program, ['--version'], {}))?.[1]);
  if (found !== version)
    throw new FallaDeRespaldo(
      `${program} es de la versión ${found} y el servidor de la ${version}: instala postgresql-client-${version} y pon sus programas primero en PATH.`,
    );
  const given = [...new URL(url).searchParams].filter(([name]) => OPCIONES.includes(name));
  const options = given.map(([name, value]) => [`PG${name.toUpperCase()}`, value.replace('no-verify', 'require')]);
  const { host: PGHOST, user: PGUSER, password: PGPASSWORD, database: PGDATABASE } = client;
  const env = { PGHOST, PGPORT: String(client.port), PGUSER, PGDATABASE, ...(PGPASSWORD ? { PGPASSWORD } : {}) };
  await run(program, args, { ...Object.fromEntries(options), ...env });
}

/** The major version of the server. */
export async function versionOf(client: Client): Promise<number> {
  const { rows } = await client.query<{ version: number }>(
    `SELECT current_setting('server_version_num')::int / 10000 AS version`,
  );
  return rows[0]?.version ?? 0;
}

async function run(program: string, args: string[], env: NodeJS.Dict<string>): Promise<string> {
  const child = spawn(program, args, { env: { ...comandoEnv(), ...env, LC_ALL: 'C' } });
  const ended = endOf(child);
  onClose(async () => {
    child.kill();
    await ended;
  });
  let [said, complaint] = ['', ''];
  child.stdout.on('data', (bytes) => {
    said += bytes;
  });
  child.stderr.on('data', (bytes) => {
    complaint += bytes;
  });
  const end = await ended;
  if (end === 0) return said;
  if (end === 'ENOENT')
    throw new FallaDeRespaldo(
      `Falta ${program}: instala el cliente de PostgreSQL (en Debian, postgresql-client) y que esté en PATH.`,
    );
  // Only this line: those behind it may quote rows.
  const line = /error: (.*)/.exec(complaint)?.[1] ?? end;
  const falla = FALLAS.find(([form]) => form.test(complaint))?.[1] ?? line;
  throw new FallaDeRespaldo(`${program} no terminó: ${falla}.`);
}

/** Its exit code, the signal that ended it, or why it could not begin. */
async function endOf(child: ChildProcess): Promise<number | string> {
  const ended = once(child, 'close').then(([code, signal]) => code ?? signal);
  return ended.catch((error: NodeJS.ErrnoException) => error.code ?? error.message);
}
