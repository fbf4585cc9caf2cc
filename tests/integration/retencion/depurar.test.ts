import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeEach, expect, it } from 'vitest';
import { PRUEBAS, VENCIBLES } from '#domain/retencion/retencion.ts';
import { createDb, type Db } from '#infra/db/db.ts';
import { VARIABLES } from '#infra/env/variables.ts';
import { forgetVencidos } from '#tramites/retencion/forget-vencidos.ts';
import { showDatos } from '#tramites/soporte/show-datos.ts';
import { grantPortal } from '../../../prisma/grant-portal.ts';
import { presentar } from '../../support/aclaraciones.ts';
import { activar } from '../../support/activar.ts';
import { createEscenario, type Escenario, enterSoporte } from '../../support/escenario.ts';
import { createRolDelPortal, dropRolDelPortal } from '../../support/rol-del-portal.ts';
import { RFC_DE_SOPORTE, registrar } from '../../support/soporte.ts';
import { testDatabaseUrl, testDb } from '../../support/test-db.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const DAY = 24 * 3_600_000;
/** An instant of another century. */
const LEJOS = 4_000_000_000_000n;
const MOSTRAR = { motivo: 'LLAMADA_DEL_TITULAR', detalle: 'Confirmar con él la dirección' };

let escenario: Escenario;
/** The portal's own role: with its rights and no others. */
let db: Db;
let url: string;
beforeEach(async () => {
  escenario = await createEscenario(await testDb());
  url ??= await createRolDelPortal(testDatabaseUrl());
  await grantPortal(testDatabaseUrl(), [url]);
  db ??= createDb(url, { max: 2 });
});
afterAll(async () => {
  await db.$disconnect();
  await dropRolDelPortal(testDatabaseUrl(), url);
});

const forget = (isSimulacro = false) => forgetVencidos({ ...escenario.ctx, db }, { isSimulacro });
const total = (cuentas: [string, number][]) => cuentas.reduce((suma, [, cuantas]) => suma + cuantas, 0);

async function rowsOf(tables: readonly string[]): Promise<Record<string, number>> {
  const counts: [string, number][] = [];
  for (const table of tables) {
    const [row] = await escenario.db.$queryRawUnsafe<{ n: number }[]>(`SELECT count(*)::int AS n FROM "${table}"`);
    counts.push([table, row?.n ?? -1]);
  }
  return Object.fromEntries(counts);
}

/** Many rows at once, of a term that is over, in each table that has one. */
async function seedVencidos(): Promise<void> {
  const { ctx } = await enterSoporte(escenario, 'CONSULTA', RFC_DE_SOPORTE.CONSULTA);
  const titular = await escenario.enter();
  const { sesionId } = titular.ctx.actor;
  await activar(titular);
  const insert = (sql: string) => escenario.db.$executeRawUnsafe(sql);
  await insert(`INSERT INTO challenge (nonce_hash, proposito, host, navegador_hash, creado_en, vence_en)
    SELECT lpad(i::text, 64, '0'), 'LOGIN', 'h', 'n', '2020-01-01', '2020-01-01 00:05' FROM generate_series(1, 1200) AS i`);
  await insert(`INSERT INTO limite VALUES ('viejo', 1, 1000), ('vivo', 1, ${LEJOS}), ('sin-fin', 1, NULL)`);
  await insert(
    `INSERT INTO busqueda_de_soporte VALUES (gen_random_uuid(), '${ctx.actor.sesionId}', 'ana', '2020-01-01')`,
  );
  await insert(`INSERT INTO seleccion_de_registros VALUES (gen_random_uuid(), '${sesionId}', false, '2020-01-01')`);
  await insert(`INSERT INTO numero_importado VALUES (gen_random_uuid(), 'Y6000001101', 2, '2020-01-01')`);
  await insert(`INSERT INTO avance_de_emision SELECT id, 1, 2, '2020-01-01' FROM acuse`);
  await insert(`INSERT INTO rechazo_por_minuto VALUES ('2020-01-01', 'INGRESO_RECHAZADO', 'RFC_NO_COINCIDE', 3)`);
  await insert(`INSERT INTO tramo_contado VALUES ('2020-01-01', '2020-01-02')`);
  await insert(`INSERT INTO cuenta_de_tramo VALUES ('2020-01-01', 'REGISTRARON', '', 3, 0, 0)`);
}

it('removes what is over of each class, once, whether one process does it or two at once; a dry run removes nothing', async () => {
  await seedVencidos();
  const tables = Object.values(VENCIBLES).flatMap(({ tablas }) => tablas);
  const before = await rowsOf(tables);
  const dry = await forget(true);
  expect(dry.filter(([, cuantas]) => cuantas === 0)).toEqual([]);
  expect(await rowsOf(tables)).toEqual(before);
  const both = await Promise.all([forget(), forget()]);
  expect(dry.map(([clase], at) => [clase, both.reduce((suma, cuentas) => suma + (cuentas[at]?.[1] ?? 0), 0)])).toEqual(
    dry,
  );
  const after = await rowsOf(tables);
  expect(after).toMatchObject({ challenge: (before.challenge ?? 0) - 1200, limite: 2 });
  expect(total(await forget())).toBe(0);
});

it('never touches evidence, however late it is', async () => {
  const titular = await escenario.enter();
  await activar(titular);
  const folio = await registrar(titular, 'otra@correo.example');
  await presentar(titular);
  const { ctx } = await enterSoporte(escenario, 'ATENCION', RFC_DE_SOPORTE.ATENCION);
  await showDatos(ctx, { folio, ...MOSTRAR });
  const evidence = Object.values(PRUEBAS).flatMap(({ tablas }) => [...tablas]);
  const before = await rowsOf(evidence);
  expect(Object.values(before).filter((rows) => rows > 0).length).toBeGreaterThan(18);
  escenario.advance(100 * 366 * DAY);
  expect(total(await forget())).toBeGreaterThan(0);
  expect(await rowsOf(evidence)).toEqual(before);
});

it('evidence is not removed with the rights of the portal, whatever its code says', async () => {
  const tables = Object.values(PRUEBAS).flatMap(({ tablas }) => [...tablas]);
  // Its rows go as they are chained, or are summed: what they stand for stays.
  for (const table of tables.filter((each) => !['bitacora_pendiente', 'cuenta', 'evidencia_abierta'].includes(each)))
    await expect(db.$executeRawUnsafe(`DELETE FROM "${table}"`), table).rejects.toThrow('permission denied');
});

it('what was renewed while it was being removed stays', async () => {
  await escenario.db.$executeRaw`INSERT INTO limite VALUES ('a', 1, 1000)`;
  const renewed = escenario.db.$transaction(async (tx) => {
    await tx.$executeRaw`UPDATE limite SET expire = ${LEJOS} WHERE key = 'a'`;
    await new Promise((resolve) => setTimeout(resolve, 500));
  });
  await new Promise((resolve) => setTimeout(resolve, 200));
  await forget();
  await renewed;
  expect(await escenario.db.limite.count()).toBe(1);
});

it('is a command that says how many, and with --simular how many would go', async () => {
  const rechazo = { minuto: new Date('2020-01-01'), evento: 'INGRESO_RECHAZADO', causa: randomUUID(), veces: 1 };
  await escenario.db.rechazoPorMinuto.create({ data: rechazo });
  expect(await depurar('--simular')).toContain('Se borrarían: 1. No se borró nada.');
  expect(await escenario.db.rechazoPorMinuto.count()).toBe(1);
  const said = await depurar();
  expect(said).toContain('Ingresos rechazados, por minuto y causa: 1\n');
  expect(said).toContain('Borradas: 1.');
});

async function depurar(...args: string[]): Promise<string> {
  const nothing = Object.fromEntries(Object.keys(VARIABLES).map((name) => [name, '']));
  const env = { ...process.env, ...nothing, NODE_OPTIONS: '', DATABASE_URL: url };
  return (await promisify(execFile)(process.execPath, ['src/cli/depurar.mjs', ...args], { cwd: ROOT, env })).stdout;
}
