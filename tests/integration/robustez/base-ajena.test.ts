import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { checkDatabase } from '#cli/check-database.ts';
import type { Folio } from '#domain/folio.ts';
import { createPool, openConnection, SESSION_SETTINGS } from '#infra/db/connection.ts';
import { createDb, type Db } from '#infra/db/db.ts';
import { VARIABLES } from '#infra/env/variables.ts';
import { renderAcuse } from '#infra/pdf/render-acuse.ts';
import { findAcuseDeFolio } from '#tramites/acuse/find-acuse-verificable.ts';
import { printAcuse } from '#tramites/acuse/print-acuse.ts';
import { verifyAcuse } from '#tramites/acuse/verify-acuse.ts';
import { chainBitacora } from '#tramites/bitacora/chain-bitacora.ts';
import { verifyBitacora } from '#tramites/bitacora/verify-bitacora.ts';
import { buildToken } from '#tramites/enlace/enlace-de-correo.ts';
import { registerMedioDeContacto } from '#tramites/medio-de-contacto/register-medio-de-contacto.ts';
import { validateCorreo } from '#tramites/medio-de-contacto/validate-correo.ts';
import { grantPortal } from '../../../prisma/grant-portal.ts';
import { migrate } from '../../../prisma/migrate.ts';
import { startWorker } from '../../../src/worker.ts';
import { firmarSolicitud } from '../../support/activar.ts';
import { createBaseAjena } from '../../support/ajustes-ajenos.ts';
import { makeTempDir } from '../../support/efirma/autoridad-de-prueba.ts';
import { addMedioValidado, createEscenario, type Escenario, type Titular } from '../../support/escenario.ts';
import { createInstalacion } from './instalacion.ts';

const BASE = `ajena_${process.pid}`;
const NO_NOCIVOS = { synchronous_commit: 'on', transaction_timeout: '0' };
const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

let url: string;
let db: Db;
let escenario: Escenario;
beforeAll(async () => {
  url = await createBaseAjena(inject('plantillaUrl'), BASE, 'BASE');
  await migrate(url);
  db = createDb(url, { max: 4 });
  escenario = await createEscenario(db);
});
afterAll(async () => {
  await db?.$disconnect();
  const owner = await openConnection(inject('plantillaUrl'));
  await owner.query(`DROP DATABASE IF EXISTS ${BASE} WITH (FORCE)`).finally(() => owner.end());
});

async function register({ ctx }: Titular, valor = `${randomUUID()}@correo.example`) {
  const peticion = { mecanismo: 'CORREO_ELECTRONICO' as const, valor, peticionId: randomUUID() };
  const result = await registerMedioDeContacto(ctx, peticion);
  if (!result.ok) throw new Error(result.error);
  return { folio: result.value.folio, valor };
}

/** The instants of a medio as the database itself counts them, in milliseconds. */
async function readInstantes(folio: string) {
  const owner = await openConnection(url);
  const { rows } = await owner
    .query<Record<string, number>>(
      `SELECT extract(epoch FROM m.fecha_de_registro)::float8 * 1000 AS registro,
              extract(epoch FROM m.vence_en)::float8 * 1000 AS vence, extract(epoch FROM a.fecha)::float8 * 1000 AS acuse,
              extract(epoch FROM (SELECT run_at FROM graphile_worker.jobs WHERE key = 'cancelar-medio:' || m.id))::float8 * 1000 AS tarea
       FROM medio_de_contacto m JOIN acuse a ON a.folio = m.folio AND a.tipo = 'REGISTRO' WHERE m.folio = $1`,
      [folio],
    )
    .finally(() => owner.end());
  return rows[0];
}

/** A command of package.json on this database, without a developer's settings. */
async function run(orden: string, ...args: string[]) {
  const nothing = Object.fromEntries(Object.keys(VARIABLES).map((name) => [name, '']));
  const env = { ...process.env, ...nothing, DATABASE_URL: url };
  const { stdout, stderr } = await promisify(execFile)(process.execPath, [`src/cli/${orden}.mjs`, ...args], {
    cwd: ROOT,
    env,
  });
  return stdout + stderr;
}

it.each([
  ['any day', '2026-11-24T18:00:00.123Z'],
  ['the hour that Tijuana leaves out in spring', '2027-03-14T02:30:00.000Z'],
  ['the end of 72 hours in it', '2027-03-11T02:30:00.000Z'],
  ['the hour that it repeats in autumn', '2026-11-01T01:30:00.000Z'],
  ['the same, in the other of the two', '2026-11-01T08:30:00.000Z'],
  ['the turn of the year', '2026-12-31T23:59:59.999Z'],
])('keeps instants as they were: %s', async (_, at) => {
  const now = new Date(at);
  escenario.setNow(now);
  const titular = await escenario.enter();
  const { folio } = await register(titular);
  const vence = now.getTime() + 72 * 3_600_000;
  // The queue lives by the clock of the machine.
  const tarea = vence - escenario.ctx.desfaseMs();
  expect(await readInstantes(folio)).toEqual({ registro: now.getTime(), acuse: now.getTime(), vence, tarea });
  expect(await db.medioDeContacto.findUnique({ where: { folio }, select: { fechaDeRegistro: true } })).toEqual({
    fechaDeRegistro: now,
  });
});

it('takes a titular from the registration to the sealed solicitud, and whoever verifies finds it whole', async () => {
  escenario.setNow(new Date('2026-11-24T18:00:00Z'));
  const titular = await escenario.enter('GOLJ910822T15');
  const { folio } = await register(titular);
  const medio = await db.medioDeContacto.findUniqueOrThrow({ where: { folio } });
  expect(await validateCorreo(escenario.ctx, buildToken(escenario.ctx.claves, medio) ?? '')).toMatchObject({
    ok: true,
  });
  await addMedioValidado(titular, 'TELEFONO', '+525512345678');
  await firmarSolicitud(titular);
  const acuses = await db.acuse.findMany({
    where: { titularId: titular.ctx.actor.titularId },
    select: { id: true, folio: true, tipo: true },
  });
  expect(acuses.map(({ tipo }) => tipo).sort()).toEqual(['REGISTRO', 'SOLICITUD', 'VALIDACION']);
  for (const acuse of acuses) {
    await printAcuse({ ...escenario.ctx, renderAcuse, esDemo: true }, acuse.id);
    const verificable = await findAcuseDeFolio(escenario.ctx, acuse.folio as Folio, acuse.tipo);
    expect(verificable && (await verifyAcuse(escenario.ctx, verificable, null)).fallas).toEqual([]);
  }
  await chainBitacora(escenario.ctx);
  expect(await verifyBitacora(escenario.ctx)).toMatchObject({ ok: true, value: { sinEncadenar: { filas: 0 } } });
});

it('sends what waits in the queue, also after longer than the server leaves a connection idle', async () => {
  const instalacion = await createInstalacion(url, escenario.autoridad);
  const worker = await startWorker(instalacion.settings);
  try {
    await new Promise((resolve) => setTimeout(resolve, 4_000));
    const { valor } = await register(await escenario.enter('MEGL920721K30'));
    await expect.poll(() => instalacion.messagesFor(valor)).toHaveLength(1);
  } finally {
    await worker.stop();
    await instalacion.stop();
  }
});

it('is served by the commands', async () => {
  const archivo = path.join(makeTempDir(), 'padron.csv');
  writeFileSync(
    archivo,
    'rfc,nombre,registro_patronal,subdelegacion,domicilio,estado\nEKU9003173C9,CAÑÓN Y NIÑO,Y6000001104,Mérida,,vigente\n',
  );
  expect(await run('padron-importar', archivo)).toContain('1 nuevos, 0 actualizados');
  expect(await db.titular.findUnique({ where: { rfc: 'EKU9003173C9' }, select: { nombre: true } })).toEqual({
    nombre: 'CAÑÓN Y NIÑO',
  });
  expect(await run('soporte-alta', 'CUPU800825569', 'Úrsula', 'CONSULTA')).toContain('CUPU800825569');
  // The clock of these tests went back and forth, which it tells, and nothing else.
  const dicho = await run('bitacora-verificar').catch(({ stdout, stderr }) => `${stdout}${stderr}`);
  expect(dicho).toContain('La bitácora está íntegra');
  expect(dicho).toContain('Fechas que no van con su lugar');
  expect(dicho).not.toMatch(/Hechos que no son|no es lo que|horas de más|horas de menos/);
});

it('keeps for the role, where a pooler shares its sessions, what every connection states', async () => {
  await Promise.all([1, 2, 3].map(() => grantPortal(url, [url])));
  const owner = await openConnection(url);
  const { rows } = await owner.query<{ ajuste: string }>(
    `SELECT unnest(setconfig) AS ajuste FROM pg_db_role_setting
     JOIN pg_database d ON d.oid = setdatabase AND datname = current_database() WHERE setrole = current_user::regrole`,
  );
  await owner.end();
  const kept = rows.map(({ ajuste }) => ajuste.split('=')).map(([name = '', value]) => [name.toLowerCase(), value]);
  expect(Object.fromEntries(kept)).toEqual({ ...SESSION_SETTINGS, ...NO_NOCIVOS });
});

it.each([
  ["ENCODING 'LATIN1'", null, 'guarda el texto en LATIN1'],
  ["ENCODING 'UTF8'", 'default_transaction_read_only = on', 'es de sólo lectura'],
  ["ENCODING 'UTF8'", 'session_replication_role = replica', 'tiene session_replication_role = replica'],
])('the start says in a line what it cannot put right: %s %s', async (codificacion, ajuste, expected) => {
  const otra = `${BASE}_otra`;
  const owner = await openConnection(inject('plantillaUrl'));
  await owner.query(`CREATE DATABASE ${otra} TEMPLATE template0 LOCALE_PROVIDER libc LOCALE 'C' ${codificacion}`);
  try {
    const address = Object.assign(new URL(url), { pathname: `/${otra}` }).href;
    if (ajuste === null) await expect(checkDatabase(url)).resolves.toBeUndefined();
    else await owner.query(`ALTER DATABASE ${otra} SET ${ajuste}`);
    await expect(checkDatabase(address)).rejects.toThrow(`la base de datos de DATABASE_URL: ${expected}`);
  } finally {
    await owner.query(`DROP DATABASE ${otra} WITH (FORCE)`);
    await owner.end();
  }
});

it.each([
  ['PORTAL', NO_NOCIVOS],
  ['WORKER', NO_NOCIVOS],
  ['CARGA', NO_NOCIVOS],
  ['COLA', { ...NO_NOCIVOS, synchronous_commit: 'off' }],
] as const)(
  '%s forgets nothing that was accepted, and no transaction of it has another limit',
  async (trabajo, expected) => {
    const pool = createPool(url, { trabajo, max: 1 });
    const { rows } = await pool.query(`SELECT current_setting('synchronous_commit') AS synchronous_commit,
    current_setting('transaction_timeout') AS transaction_timeout`);
    await pool.end();
    expect(rows).toEqual([expected]);
  },
);

it('takes an address that brings settings of its own, but not against ours', async () => {
  const address = `${url}?options=${encodeURIComponent('-c timezone=Asia/Tokyo -c work_mem=5MB')}&application_name=portal`;
  const otra = createDb(address, { max: 1 });
  const [ajustes] = await otra.$queryRaw<[object]>`
    SELECT current_setting('timezone') AS zona, current_setting('work_mem') AS memoria, current_setting('application_name') AS nombre`;
  await otra.$disconnect();
  expect(ajustes).toEqual({ zona: 'UTC', memoria: '5MB', nombre: 'portal' });
});
