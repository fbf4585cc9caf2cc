import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chown, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Binaries } from './binaries.ts';
import { ENV, USUARIO } from './constants.ts';
import type { Place } from './place.ts';

/** Into a folder beside, given its name when complete: a start that was killed leaves nothing in between. */
export async function makeData(
  { data, password, usuario }: Place,
  { initdb }: Binaries,
  isDisposable: boolean,
): Promise<void> {
  if (existsSync(data)) return;
  const passwordFile = `${data}.contrasena`;
  for (const name of await readdir(path.dirname(data))) {
    if (name.startsWith(`${path.basename(data)}.`))
      await rm(path.join(path.dirname(data), name), { recursive: true, force: true });
  }
  const half = await mkdtemp(`${data}.nuevo-`);
  await writeFile(passwordFile, password, { mode: 0o600 });
  if (usuario) {
    await chown(half, usuario.uid, usuario.gid);
    await chown(passwordFile, usuario.uid, usuario.gid);
  }
  const args = [
    '-D',
    half,
    '-U',
    USUARIO,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--no-locale',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--no-instructions',
    ...(isDisposable ? ['--no-sync'] : []),
  ];
  try {
    await promisify(execFile)(initdb, args, { ...(usuario ?? {}), cwd: '/', env: ENV });
    await rename(half, data);
  } finally {
    await rm(passwordFile, { force: true });
  }
}
