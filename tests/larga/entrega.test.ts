import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openConnection } from '#infra/db/connection.ts';
import { spawnWorker } from '../integration/robustez/proceso-worker.ts';
import { readActionIds } from '../support/acciones.ts';
import { makeTempDir } from '../support/carpeta-temporal.ts';
import { daysFrom, FISICA } from '../support/efirma/autoridad-de-prueba.ts';
import { changeVersion } from '../support/entrega/change-version.ts';
import { type DosPortales, startDosPortales } from '../support/entrega/dos-portales.ts';
import { hasNginx } from '../support/entrega/nginx.ts';
import { restartEach } from '../support/entrega/reinicios.ts';
import { newBrowser, signIn, startVisitas } from '../support/entrega/visitas.ts';
import { createConstruida } from '../support/otra-copia.ts';
import { buildPortal, launchPortal } from '../support/portal.ts';

const LOCK_DE_MIGRACIONES = 72707369;
/** A build, and starts on a machine with other work. */
const SLOW = { timeout: 900_000 };

describe.skipIf(!hasNginx)('in produccion (skipped without nginx)', SLOW, () => {
  let root: string;
  let portales: DosPortales;
  let acciones: Map<string, string>;
  beforeAll(async () => {
    root = await createConstruida(makeTempDir());
    portales = await startDosPortales(root);
    acciones = await readActionIds(root);
  }, SLOW.timeout);
  afterEach(async () => {
    for (const which of [0, 1] as const) if (portales.portal(which)) await portales.shut(which);
  }, SLOW.timeout);
  afterAll(() => portales.stop(), SLOW.timeout);

  const accion = () => acciones.get('issueIngresoChallengeAction') ?? '';
  const ask = (which: 0 | 1, file: string) => fetch(`http://127.0.0.1:${portales.ports[which]}${file}`);
  const listo = async (which: 0 | 1) => {
    const answer = await ask(which, '/api/salud/listo').catch(() => null);
    return answer && { status: answer.status, ...((await answer.json()) as { componentes: object }) };
  };

  it('a portal told to end says so, lets nobody in, and answers a sign-in that takes eight seconds', async () => {
    await portales.open(0);
    portales.setOcspMs(7_500);
    const said = { count: 0, failed: [] as string[], slowestMs: 0 };
    const vigencia = { validoDesde: daysFrom(new Date(), -1), validoHasta: daysFrom(new Date(), 900) };
    const efirma = await portales.autoridad.issue({ rfc: FISICA.rfc, ...vigencia });
    const signedIn = signIn(newBrowser(portales.url, said, 900), efirma, accion());
    // The answer of the revocation service is what it waits for now.
    while (said.count < 4) await sleep(20);
    await sleep(300);
    const ended = portales.shut(0);
    await expect.poll(() => listo(0)).toMatchObject({ status: 503, componentes: { portal: 'se detiene' } });
    await expect
      .poll(
        () =>
          ask(0, '/').then(
            ({ status }) => status,
            () => 'nobody',
          ),
        { timeout: 6_000 },
      )
      .toBe('nobody');
    await signedIn;
    portales.setOcspMs(0);
    expect(said.slowestMs).toBeGreaterThan(7_000);
    // The page that comes after it finds no portal: all before was answered.
    expect(said.failed.filter((line) => !line.startsWith('GET /buzon '))).toEqual([]);
    expect(await ended).toBe(0);
    expect(portales.portal(0).output()).not.toContain('after calling end');
  });

  it('a second signal ends it at once', async () => {
    await portales.open(0);
    const { process } = portales.portal(0);
    process.kill('SIGTERM');
    await sleep(1_000);
    expect(process.exitCode).toBeNull();
    process.kill('SIGTERM');
    await once(process, 'exit');
    expect(process.exitCode).toBe(1);
  });

  // A container may not be allowed to make another process 1.
  if (spawnSync('unshare', ['--pid', '--fork', 'true']).status === 0)
    it('it ends cleanly as process 1', async () => {
      const env = { ...process.env, ...portales.env, PORT: String(portales.ports[0]) } as NodeJS.ProcessEnv;
      const args = ['--pid', '--fork', '--kill-child', '--mount-proc', process.execPath, 'src/cli/start.mjs'];
      const child = spawn('unshare', args, { cwd: root, env, stdio: 'ignore' });
      await expect.poll(() => listo(0), { timeout: 120_000 }).toMatchObject({ status: 200 });
      const [node] = readFileSync(`/proc/${child.pid}/task/${child.pid}/children`, 'utf8').trim().split(' ');
      process.kill(Number(node), 'SIGTERM');
      expect((await once(child, 'exit'))[0]).toBe(0);
    });

  it('a portal and a worker wait for migrations that they need and another applies, and say so', async () => {
    const owner = await openConnection(portales.databaseUrl);
    const name = (await owner.query('SELECT max(migration_name) AS name FROM _prisma_migrations')).rows[0].name;
    const settle = (isApplied: boolean) =>
      owner.query(
        'UPDATE _prisma_migrations SET migration_name = $1 WHERE migration_name = $2',
        isApplied ? [name, `${name}_otra`] : [`${name}_otra`, name],
      );
    await owner.query('SELECT pg_advisory_lock($1)', [LOCK_DE_MIGRACIONES]);
    await settle(false);
    const opened = portales.open(0);
    const worker = spawnWorker({ ...portales.env });
    const espera = 'espera las migraciones que otro proceso aplica';
    try {
      await expect
        .poll(() => listo(0), { timeout: 60_000 })
        .toMatchObject({ status: 503, componentes: { portal: espera } });
      await expect.poll(worker.output, { timeout: 60_000 }).toContain('Espero las migraciones');
      expect(worker.output()).not.toContain('atiende la cola');
    } finally {
      await settle(true);
      await owner.end();
    }
    await opened;
    expect(portales.portal(0).output()).toContain('Espero las migraciones que esta versión necesita');
    await expect.poll(worker.output, { timeout: 60_000 }).toContain('atiende la cola');
    expect(await worker.stop()).toBe(0);
  });

  it('a portal that lacks nothing starts while another process migrates', async () => {
    const owner = await openConnection(portales.databaseUrl);
    await owner.query('SELECT pg_advisory_lock($1)', [LOCK_DE_MIGRACIONES]);
    await portales.open(0);
    await owner.end();
    expect(portales.portal(0).output()).not.toContain('Espero');
  });

  it('portals restarted one by one, and then brought to another version, fail nobody', async () => {
    for (const which of [0, 1] as const) await portales.open(which);
    const visitas = await startVisitas({ ...portales, accion: accion(), lectores: 2, titulares: 1 });
    await restartEach(portales);
    expect(visitas.failed).toEqual([]);
    changeVersion(root);
    await buildPortal(root);
    await restartEach(portales);
    await visitas.stop();
    expect(visitas.failed).toEqual([]);
    expect(visitas.count).toBeGreaterThan(100);
    expect(visitas.ingresos).toBeGreaterThan(3);
    expect(portales.portal(0).output()).toContain('29990101000000_otra_version');
  });

  it('a form whose action the newer version has under another name is told so, with a script and without', async () => {
    await portales.open(0);
    const id = acciones.get('issueIngresoChallengeDeSoporteAction') ?? '';
    const headers = { 'x-visita': '10.9.9.9', origin: portales.url };
    const body = new FormData();
    body.append(`$ACTION_ID_${id}`, '');
    const page = await fetch(`${portales.url}/soporte/ingresar`, { method: 'POST', headers, body });
    expect(page.status).toBe(409);
    expect(await page.text()).toMatch(/<html lang="es-MX">[\s\S]*el portal se actualizó/);
    const script = await fetch(`${portales.url}/soporte/ingresar`, {
      method: 'POST',
      headers: { ...headers, 'next-action': id, 'content-type': 'text/plain;charset=UTF-8' },
      body: '[]',
    });
    expect([script.status, script.headers.get('content-type')]).toEqual([409, 'text/plain']);
    expect(await script.text()).toMatch(/^No se hizo nada de lo que pediste, porque el portal se actualizó/);
  });

  it('an earlier version works on the newer schema, and touches nothing of it', async () => {
    const earlier = await createConstruida(makeTempDir());
    const portal = await launchPortal({ ...portales.env, PORT: String(portales.ports[1]) }, earlier);
    await expect.poll(() => listo(1), { timeout: 120_000 }).toMatchObject({ status: 200 });
    await portal.stop();
  });

  it('without a build portal and worker say what to run, and do nothing', async () => {
    const release = path.join(root, '.next/versiones');
    rmSync(release, { recursive: true });
    const { ports, env } = portales;
    const portal = await launchPortal({ ...env, PORT: String(ports[0]) }, root);
    if (portal.process.exitCode === null) await once(portal.process, 'exit');
    expect(portal.process.exitCode).toBe(1);
    expect(portal.output().trim().split('\n')).toEqual([
      expect.stringMatching(/^Esta versión no está construida, o este usuario no puede leerla: corre «npm run build»/),
    ]);
    expect(existsSync(release)).toBe(false);
    writeFileSync(path.join(root, 'src/generated/.huella'), 'de otra');
    const worker = spawnSync(process.execPath, ['src/cli/worker.mjs'], {
      ...{ cwd: root, encoding: 'utf8' },
      env: { ...process.env, ...env },
    });
    expect([worker.status, worker.stderr]).toEqual([1, expect.stringContaining('npm run build')]);
    rmSync(path.join(root, 'node_modules/.package-lock.json'));
    const bare = spawnSync(process.execPath, ['src/cli/start.mjs'], {
      ...{ cwd: root, encoding: 'utf8' },
      env: { ...process.env, ...env },
    });
    expect([bare.status, bare.stderr]).toEqual([1, expect.stringContaining('npm ci')]);
  });
});
