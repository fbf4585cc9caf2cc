import { once } from 'node:events';
import { readdir, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { findFreePort } from '#demo/free-port.ts';
import { acquireLock } from '#demo/lock.ts';
import { makeTempDir } from '../../support/carpeta-temporal.ts';
import { launchPortal, type Portal, startPortal } from '../../support/portal.ts';

const portals: Portal[] = [];
afterEach(async () => {
  for (const portal of portals.splice(0)) await portal.stop();
});

/** Starts with `env`, waits for the end and tells what it printed. */
async function fail(env: Record<string, string>): Promise<{ code: number | null; lines: string[] }> {
  const portal = await launchPortal(env);
  portals.push(portal);
  if (portal.process.exitCode === null) await once(portal.process, 'exit');
  return { code: portal.process.exitCode, lines: portal.output().trim().split('\n') };
}

describe('npm start', () => {
  it('says how to choose another port when its own is taken, and touches nothing', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    const datos = makeTempDir();
    const { code, lines } = await fail({ PORT: String(port), BUZON_DATOS: datos });
    expect(lines).toEqual([`El puerto ${port} ya está ocupado: elige otro así: PORT=${port + 1} npm start`]);
    expect(code).toBe(1);
    expect(await readdir(datos)).toEqual([]);
    other.close();
  });

  it('does not share its folder with another portal', async () => {
    const datos = makeTempDir();
    const lock = await acquireLock(datos);
    const { code, lines } = await fail({ BUZON_DATOS: datos });
    expect(lines).toEqual([expect.stringContaining(`BUZON_DATOS=${datos}`)]);
    expect(code).toBe(1);
    await lock?.();
  });

  it('in produccion lists every setting that is missing, and starts nothing of its own', async () => {
    const { code, lines } = await fail({ BUZON_MODO: 'produccion', EFIRMA_OCSP_URL: '', BUZON_DESFASE: 'PT1H' });
    expect(code).toBe(1);
    expect(lines.filter((line) => /^ {2}[A-Z_]+: /.test(line))).toHaveLength(lines.length - 1);
    for (const name of ['DATABASE_URL', 'AUTH_SECRET', 'SMTP_URL', 'EFIRMA_OCSP_URL', 'BUZON_DESFASE']) {
      expect(lines).toContainEqual(expect.stringMatching(new RegExp(`^ {2}${name}: `)));
    }
  });

  it('tells in one line that a database of one’s own does not answer', async () => {
    const port = await findFreePort();
    const { code, lines } = await fail({ DATABASE_URL: `postgresql://x:y@127.0.0.1:${port}/z` });
    expect(lines.at(-1)).toContain('DATABASE_URL');
    expect(code).toBe(1);
  });

  it('stops cleanly, and a killed portal is taken over with all that it knew', { timeout: 900_000 }, async () => {
    const datos = makeTempDir();
    const first = await startPortal({ BUZON_DATOS: datos });
    const efirmas = await (await fetch(`${first.url}/demo/efirmas.json`)).text();
    await first.kill();
    const second = await startPortal({ BUZON_DATOS: datos });
    expect(await (await fetch(`${second.url}/demo/efirmas.json`)).text()).toBe(efirmas);
    expect(await second.interrupt()).toBe(0);
    const third = await startPortal({ BUZON_DATOS: datos });
    expect(third.output()).toMatch(/listo en http:\/\/localhost:\d+ \(en \d+\.\d s\)/);
    await third.stop();
    await rm(datos, { recursive: true, force: true });
  });
});
