import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { preparePlace } from '#demo/postgres/place.ts';
import { listProcesos } from '#demo/postgres/processes.ts';
import { openConnection } from '#infra/db/connection.ts';

let base: string;
let datos: string;
const children: ChildProcess[] = [];

beforeEach(async () => {
  base = await mkdtemp(path.join(tmpdir(), 'buzon-arranque-'));
  await chmod(base, 0o711);
  datos = path.join(base, 'datos');
});

afterEach(async () => {
  for (const child of children.splice(0)) await kill(child, 'SIGTERM');
  await rm(base, { recursive: true, force: true });
});

/** Starts the database in a process of its own, as a portal does. */
/** With its postmaster killed first, another of its processes may end by itself. */
function killIfThere(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

async function startPortal(): Promise<{ portal: ChildProcess; url: string }> {
  const script = path.resolve('tests/support/solo-postgres.ts');
  const portal = spawn(process.execPath, ['--import', 'tsx', script, datos], { stdio: ['ignore', 'pipe', 'inherit'] });
  children.push(portal);
  const [url] = await once(createInterface({ input: portal.stdout as NodeJS.ReadableStream }), 'line');
  return { portal, url: String(url) };
}

async function kill(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill(signal);
  await once(child, 'exit');
}

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = await openConnection(url);
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end().catch(() => undefined);
  }
}

const nombre = async () => (await preparePlace(datos)).nombre;

describe('the embedded database', () => {
  it('is taken over by the next start when its portal was killed', async () => {
    const first = await startPortal();
    await query(first.url, 'CREATE TABLE t AS SELECT 1 AS n');
    await kill(first.portal, 'SIGKILL');
    const second = await startPortal();
    expect(await query(second.url, 'SELECT n FROM t')).toEqual([{ n: 1 }]);
  });

  it('does not outlive its portal', async () => {
    const { portal } = await startPortal();
    await kill(portal, 'SIGKILL');
    await expect.poll(async () => listProcesos(await nombre())).toEqual([]);
  });

  it('recovers when everything was killed, down to the last process', async () => {
    const first = await startPortal();
    await query(first.url, 'CREATE TABLE t AS SELECT generate_series(1, 1000) AS n');
    first.portal.kill('SIGKILL');
    for (const { pid } of await listProcesos(await nombre())) killIfThere(pid);
    const second = await startPortal();
    expect(await query(second.url, 'SELECT count(*)::int AS n FROM t')).toEqual([{ n: 1000 }]);
  });

  it('does not believe an old file that names a process which is now another', async () => {
    const first = await startPortal();
    await query(first.url, 'CREATE TABLE t AS SELECT 1 AS n');
    await kill(first.portal, 'SIGTERM');
    const { data, usuario } = await preparePlace(datos);
    const innocent = spawn('sleep', ['60'], { ...(usuario ?? {}), cwd: '/' });
    await once(innocent, 'spawn');
    await writeFile(path.join(data, 'postmaster.pid'), `${innocent.pid}\n${data}\n0\n5432\n\n127.0.0.1\n 0 0\nready\n`);
    const second = await startPortal();
    expect(await query(second.url, 'SELECT n FROM t')).toEqual([{ n: 1 }]);
    expect(innocent.exitCode).toBeNull();
    innocent.kill();
  });

  it('begins anew over what a start that was killed half-way left', async () => {
    const { data } = await preparePlace(datos);
    await mkdir(`${data}.nuevo-abc`);
    await writeFile(`${data}.nuevo-abc/PG_VERSION`, '18');
    const { url } = await startPortal();
    expect(await query(url, 'SELECT 1 AS n')).toEqual([{ n: 1 }]);
    expect(await readdir(path.dirname(data))).not.toContain('datos.nuevo-abc');
  });

  it('listens on loopback only, and asks for its password', async () => {
    const { url } = await startPortal();
    const settings = await query(url, 'SHOW listen_addresses');
    expect(settings).toEqual([{ listen_addresses: '127.0.0.1' }]);
    const wrong = new URL(url);
    wrong.password = 'wrong';
    await expect(query(wrong.href, 'SELECT 1')).rejects.toMatchObject({ code: '28P01' });
    expect((await stat(path.join(datos, 'postgresql.json'))).mode & 0o777).toBe(0o600);
  });
});

function specifyRoot(): void {
  const isIn = (folder: string, file: string) => !path.relative(folder, file).startsWith('..');

  it('keeps the data elsewhere, and the same every time', async () => {
    await chmod(base, 0o700);
    const first = await preparePlace(datos, base);
    expect(isIn(datos, first.data)).toBe(false);
    expect(await preparePlace(datos, base)).toEqual(first);
  });

  it('begins with a fresh database when BUZON_DATOS was deleted', async () => {
    await chmod(base, 0o700);
    const first = await preparePlace(datos, base);
    await mkdir(first.data);
    await rm(datos, { recursive: true });
    const second = await preparePlace(datos, base);
    expect(second.data).toBe(first.data);
    expect(second.password).not.toBe(first.password);
    await expect(stat(second.data)).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('keeps them in BUZON_DATOS where anyone may pass', async () => {
    const { data, usuario } = await preparePlace(datos, base);
    expect(isIn(datos, data)).toBe(true);
    expect(usuario).toEqual({ uid: 65534, gid: 65534 });
  });

  it('asks for the password of a database that is there, and does not remove it', async () => {
    const { data } = await preparePlace(datos, base);
    await mkdir(data);
    await rm(path.join(datos, 'postgresql.json'));
    await expect(preparePlace(datos, base)).rejects.toThrow('postgresql.json');
    expect(await readFile(path.join(path.dirname(data), 'id'), 'utf8')).toMatch(/^[0-9a-f-]{36}$/);
  });
}

// Nobody but root meets this: for others it is not skipped, it does not exist.
if (process.getuid?.() === 0) describe('as root, where only root may enter', specifyRoot);
