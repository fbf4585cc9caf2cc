import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, stat, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { acquireLock, addressOf } from './lock.ts';

let base: string;
beforeEach(async () => {
  base = await mkdtemp(path.join(tmpdir(), 'buzon-candado-'));
});
afterEach(() => rm(base, { recursive: true }));

describe('acquireLock', () => {
  it('gives a folder to one at a time', async () => {
    const datos = path.join(base, 'datos');
    const first = await acquireLock(datos);
    expect(await acquireLock(datos)).toBeNull();
    await first?.();
    const second = await acquireLock(datos);
    expect(second).not.toBeNull();
    await second?.();
  });

  it('makes a folder that is nobody else’s to read, or one that others serve from', async () => {
    const modeOf = async (name: string) => (await stat(path.join(base, name))).mode & 0o777;
    const locks = [
      await acquireLock(path.join(base, 'a/b')),
      await acquireLock(path.join(base, 'c/d'), { isShared: true }),
    ];
    expect([await modeOf('a'), await modeOf('a/b'), await modeOf('c'), await modeOf('c/d')]).toEqual([
      0o700, 0o700, 0o755, 0o755,
    ]);
    for (const lock of locks) await lock?.();
  });

  it('knows a folder by whatever path', async () => {
    const first = await acquireLock(path.join(base, 'datos'));
    await symlink(path.join(base, 'datos'), path.join(base, 'otra'));
    expect(await acquireLock(path.join(base, 'otra'))).toBeNull();
    await first?.();
  });

  it('has on Linux one name under every version of Node: as long as a name can be', () => {
    expect(addressOf('/srv/buzon', 'linux')).toMatch(/^\0buzon-[0-9a-f]{24}\0+$/);
    expect(addressOf('/srv/buzon', 'linux')).toHaveLength(108);
    expect(addressOf('/srv/buzon', 'darwin')).toMatch(/buzon-[0-9a-f]{24}\.sock$/);
  });

  it('is free again when its holder was killed', async () => {
    const script = `import { addressOf, acquireLock } from '${path.resolve('src/demo/lock.ts')}';
      console.log(await acquireLock('${base}') !== null); setInterval(() => {}, 1000);`;
    const holder = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script]);
    expect(String((await once(holder.stdout, 'data'))[0]).trim()).toBe('true');
    expect(await acquireLock(base)).toBeNull();
    holder.kill('SIGKILL');
    await once(holder, 'exit');
    const next = await acquireLock(base);
    expect(next).not.toBeNull();
    await next?.();
  });
});
