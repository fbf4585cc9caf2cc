import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createPool, openConnection } from '#infra/db/connection.ts';
import { createDb, type Db } from '#infra/db/db.ts';
import { createLimite } from '#infra/limite/limite.ts';
import { verifyBitacora } from '#tramites/bitacora/verify-bitacora.ts';
import { registerMedioDeContacto } from '#tramites/medio-de-contacto/register-medio-de-contacto.ts';
import { removeMedioDeContacto } from '#tramites/medio-de-contacto/remove-medio-de-contacto.ts';
import { forgetVencidos } from '#tramites/retencion/forget-vencidos.ts';
import { settleTramos } from '#tramites/tablero/settle-tramos.ts';
import { grantPortal } from '../../../prisma/grant-portal.ts';
import { startWorker } from '../../../src/worker.ts';
import { createEscenario, type Escenario } from '../../support/escenario.ts';
import { createRolDelPortal, dropRolDelPortal } from '../../support/rol-del-portal.ts';
import { testDatabaseUrl, testDb } from '../../support/test-db.ts';
import { createInstalacion, type Instalacion } from '../robustez/instalacion.ts';

const CORREO = 'ana@correo.example';

const PROHIBIDO = [
  "UPDATE bitacora SET actor = 'X'",
  'DELETE FROM bitacora',
  'TRUNCATE bitacora',
  "INSERT INTO bitacora (id, fecha, evento, actor, datos) VALUES (1, now(), 'X', 'X', '{}')",
  "INSERT INTO bitacora (fecha, evento, actor, datos, hash) VALUES (now(), 'X', 'X', '{}', repeat('0', 64))",
  "SELECT setval('bitacora_id_seq', 1000)",
  'INSERT INTO bitacora_pendiente VALUES (1)',
  "UPDATE bitacora_cadena SET cadena = repeat('0', 64)",
  'DELETE FROM bitacora_cadena',
  'DELETE FROM acuse',
  "UPDATE acuse SET cadena_original = 'X'",
  "UPDATE acuse_documento SET sha256 = repeat('0', 64)",
  'DELETE FROM consulta_ocsp',
  'DELETE FROM medio_de_contacto',
  'DELETE FROM aclaracion',
  "UPDATE mensaje_de_aclaracion SET texto = 'X'",
  'DELETE FROM _prisma_migrations',
  'SELECT bitacora_id FROM bitacora_cadena FOR UPDATE',
  'ALTER TABLE bitacora DISABLE TRIGGER ALL',
  'DROP TRIGGER bitacora_solo_crece ON bitacora',
  'DROP TABLE bitacora',
  'SET session_replication_role = replica',
  'CREATE TABLE otra (n int)',
  'CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$',
];

let url: string;
let db: Db;
let escenario: Escenario;
let instalacion: Instalacion;
beforeEach(async () => {
  await testDb();
  url = await createRolDelPortal(testDatabaseUrl());
  expect(await grantPortal(testDatabaseUrl(), [url, url])).toEqual([]);
  db = createDb(url, { max: 4 });
  escenario = await createEscenario(db);
  instalacion = await createInstalacion(url, escenario.autoridad);
});
afterEach(async () => {
  await instalacion.stop();
  await db.$disconnect();
  await dropRolDelPortal(testDatabaseUrl(), url);
});

async function register() {
  const titular = await escenario.enter();
  const peticion = { mecanismo: 'CORREO_ELECTRONICO' as const, valor: CORREO, peticionId: randomUUID() };
  const result = await registerMedioDeContacto(titular.ctx, peticion);
  if (!result.ok) throw new Error(result.error);
  return { ...titular, folio: result.value.folio };
}

describe('the portal, as a role that owns nothing', () => {
  it('signs a person in, registers a medio and sends its message, and its worker chains the record', async () => {
    const { ctx, folio } = await register();
    const worker = await startWorker(instalacion.settings);
    await expect.poll(() => instalacion.messagesFor(CORREO)).toHaveLength(1);
    await expect.poll(() => db.acuseDocumento.count()).toBe(1);
    await expect.poll(() => db.bitacoraPendiente.count()).toBe(0);
    expect((await removeMedioDeContacto(ctx, folio)).ok).toBe(true);
    await worker.stop();
    expect(await verifyBitacora(escenario.ctx)).toMatchObject({ ok: true });
  });

  it('has its worker sum the board, and leaves what comes late to be summed again', async () => {
    await register();
    const worker = await startWorker(instalacion.settings);
    const tareas = () => db.$queryRaw`SELECT FROM graphile_worker.jobs WHERE task_identifier = 'sumar-tablero'`;
    await expect.poll(tareas).toHaveLength(1);
    await worker.stop();
    escenario.advance(2 * 3_600_000);
    while ((await settleTramos(escenario.ctx)) > 0) {}
    expect(await db.cuentaDeTramo.findMany({ where: { cual: 'REGISTRARON' } })).toMatchObject([{ cuantos: 1 }]);
    await db.$executeRaw`UPDATE medio_de_contacto SET estado = 'VALIDADO', fecha_de_validacion = plazo_desde`;
    expect(await db.tramoPorContar.count()).toBe(1);
    expect([await settleTramos(escenario.ctx), await settleTramos(escenario.ctx)]).toEqual([1, 0]);
  });

  it('counts attempts and clears what is over', async () => {
    const pool = createPool(url, { max: 1 });
    const limite = createLimite(pool, { nombre: 'prueba', veces: 1, ventanaSegundos: 60 });
    expect([await limite.allow('a'), await limite.allow('a')]).toEqual([true, false]);
    await pool.end();
    await escenario.enter();
    escenario.advance(3 * 86_400_000);
    await forgetVencidos(escenario.ctx);
    expect(await db.challenge.count()).toBe(0);
  });

  it('changes nothing of the record, nor of any other evidence, nor takes its guards away', async () => {
    await escenario.enter();
    const portal = await openConnection(url);
    for (const statement of PROHIBIDO)
      await expect(portal.query(statement), statement).rejects.toThrow(/permission denied|must be owner/);
    await portal.end();
  });
});

describe('rights', () => {
  it('given twice, or at once, are given once; what was given beside is taken back', async () => {
    const owner = await openConnection(testDatabaseUrl());
    const role = new URL(url).username;
    await owner.query(`GRANT ALL ON bitacora TO ${role}`);
    await Promise.all([1, 2, 3].map(() => grantPortal(testDatabaseUrl(), [url])));
    const { rows } = await owner.query(
      "SELECT string_agg(privilege_type, ' ' ORDER BY 1) AS rights FROM information_schema.role_table_grants WHERE grantee = $1 AND table_name = 'bitacora'",
      [role],
    );
    expect(rows).toEqual([{ rights: 'SELECT' }]);
    await owner.end();
  });

  it('are not given to the owner, who is told to be able to change the record', async () => {
    expect(await grantPortal(testDatabaseUrl(), [testDatabaseUrl()])).toEqual([new URL(testDatabaseUrl()).username]);
  });
});
