import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Folio } from '#domain/folio.ts';
import { openConnection } from '#infra/db/connection.ts';
import { createDb, type Db } from '#infra/db/db.ts';
import { createLectura, type Lectura } from '#infra/db/lectura.ts';
import { runClosers } from '#infra/env/closers.ts';
import { createLogger } from '#infra/logger/logger.ts';
import { findAcuseVerificable, valorDe } from '#tramites/acuse/find-acuse-verificable.ts';
import { verifyAcuse } from '#tramites/acuse/verify-acuse.ts';
import type { Contexto } from '#tramites/contexto.ts';
import { registerMedioDeContacto } from '#tramites/medio-de-contacto/register-medio-de-contacto.ts';
import { runBusqueda, storeBusqueda } from '#tramites/soporte/run-busqueda.ts';
import { collectTablero } from '#tramites/tablero/collect-tablero.ts';
import { migrate } from '../../../prisma/migrate.ts';
import { createEscenario, type Escenario, enterSoporte } from '../../support/escenario.ts';
import { hasReplicas, type Replicacion, startReplicacion } from '../../support/replica.ts';

/** Past the limit of a lag, with a look at it each second. */
const TARDE = { timeout: 30_000, interval: 200 };

let replicacion: Replicacion;
let db: Db;
let escenario: Escenario;
let lectura: Lectura;
let ctx: Contexto;
let lines: string[];
/** What was read of the primary because the replica did not do. */
let asked: string[];

beforeAll(async () => {
  if (!hasReplicas) return;
  replicacion = await startReplicacion();
  await migrate(replicacion.primaryUrl);
  db = createDb(replicacion.primaryUrl, { max: 5, trabajo: 'PORTAL' });
  escenario = await createEscenario(db);
});
beforeEach(async () => {
  if (!hasReplicas) return;
  lines = [];
  asked = [];
  const log = createLogger({ nivel: 'silent', now: () => new Date() });
  for (const level of ['info', 'warn'] as const)
    log[level] = ((...args: unknown[]) => void lines.push(String(args.at(-1)))) as never;
  lectura = createLectura(watched(), replicacion.replicaUrl, log);
  ctx = { ...escenario.ctx, lectura };
});
afterEach(() => runClosers());
afterAll(async () => {
  await db?.$disconnect();
  await replicacion?.stop();
});

/** The primary, where it is written down what is asked of it but where it stands. */
function watched(): Db {
  return new Proxy(db, {
    get: (target, name) => {
      const value = Reflect.get(target, name, target);
      if (name !== '$queryRaw') asked.push(String(name));
      if (name !== '$queryRaw') return value;
      return (...args: unknown[]) => {
        if (!String(args[0]).includes('pg_current_wal_lsn')) asked.push(String(name));
        return Reflect.apply(value as () => unknown, target, args);
      };
    },
  });
}

/** Which of the two a read went to. */
const whereItReads = () =>
  lectura(async (from) => {
    const [row] = await from.$queryRaw<[{ replica: boolean }]>`SELECT pg_is_in_recovery() AS replica`;
    return row.replica ? 'RÉPLICA' : 'PRINCIPAL';
  });
const untilItReads = (expected: 'RÉPLICA' | 'PRINCIPAL') => expect.poll(whereItReads, TARDE).toBe(expected);

async function onReplica(sql: string): Promise<void> {
  const client = await openConnection(replicacion.replicaUrl);
  await client.query(sql).finally(() => client.end());
}

async function issueAcuse() {
  const { ctx: titular } = await escenario.enter();
  const valor = `${randomUUID()}@correo.example`;
  const peticion = { mecanismo: 'CORREO_ELECTRONICO' as const, valor, peticionId: randomUUID() };
  const result = await registerMedioDeContacto(titular, peticion);
  if (!result.ok) throw new Error(result.error);
  const { folio } = result.value;
  const { sello } = await db.acuse.findUniqueOrThrow({
    where: { folio_tipo: { folio, tipo: 'REGISTRO' } },
    select: { sello: true },
  });
  return { folio: folio as Folio, valor: valorDe(sello), correo: valor };
}

describe.skipIf(!hasReplicas)('reads that may lag, with a streaming replica (skipped without pg_basebackup)', () => {
  it('go to it, which nobody can write to, and say so once', async () => {
    await untilItReads('RÉPLICA');
    await expect(lectura((from) => from.limite.count())).resolves.toBe(0);
    expect(lines).toEqual(['the replica keeps up: reads that may lag go to it']);
  });

  it('are those of whoever verifies, searches and supervises', async () => {
    const { folio, valor, correo } = await issueAcuse();
    const soporte = await enterSoporte(escenario, 'SUPERVISION', 'CUPU800825569');
    await untilItReads('RÉPLICA');
    await expect.poll(() => lectura((from) => from.acuse.count({ where: { folio } })), TARDE).toBe(1);
    const stored = await storeBusqueda({ ...soporte.ctx, lectura }, correo);
    if (!stored.ok || !('busquedaId' in stored.value)) throw new Error('no search was stored');
    const { busquedaId } = stored.value;
    asked = [];
    const found = await findAcuseVerificable(ctx, { folio, tipo: null, valor });
    expect(found).toMatchObject({ folio });
    expect((await collectTablero({ ...soporte.ctx, lectura }, 7)).embudo).toBeDefined();
    const hecha = await runBusqueda({ ...soporte.ctx, lectura }, busquedaId, null);
    expect(hecha?.hallazgos).toMatchObject({ ok: true, value: { medios: [{ folio }] } });
    expect(asked).toEqual([]);
    // Its document is not issued: the primary may know more.
    expect(found && (await verifyAcuse(ctx, found, null))).toMatchObject({ fallas: [], documento: null });
    expect(asked).toContain('acuseDocumento');
  });

  it('find on the primary what the replica has not got yet, and go there when it is late, until it is not', async () => {
    await untilItReads('RÉPLICA');
    await onReplica('SELECT pg_wal_replay_pause()');
    const { folio, valor } = await issueAcuse();
    expect(await whereItReads()).toBe('RÉPLICA');
    const comprobante = { folio, tipo: null, valor };
    expect(await findAcuseVerificable(ctx, comprobante)).toMatchObject({ folio });
    expect(await findAcuseVerificable(ctx, { ...comprobante, valor: 'AAAAAAAAAA' })).toBeNull();
    await untilItReads('PRINCIPAL');
    await onReplica('SELECT pg_wal_replay_resume()');
    await untilItReads('RÉPLICA');
    expect(lines).toEqual([
      'the replica keeps up: reads that may lag go to it',
      'the replica is gone, late or no replica: the primary is read',
      'the replica keeps up: reads that may lag go to it',
    ]);
  });

  it('go to the primary when the replica stops, without a failure, and back when it starts', async () => {
    await untilItReads('RÉPLICA');
    await replicacion.stopReplica();
    const reads = await Promise.all(Array.from({ length: 10 }, whereItReads));
    expect(reads).toEqual(Array(10).fill('PRINCIPAL'));
    await replicacion.startReplica();
    await untilItReads('RÉPLICA');
  });

  it('go to the primary when the replica becomes one of its own, and nothing can be written to it', async () => {
    await untilItReads('RÉPLICA');
    await replicacion.promoteReplica();
    await untilItReads('PRINCIPAL');
    const { folio, valor } = await issueAcuse();
    expect(await findAcuseVerificable(ctx, { folio, tipo: null, valor })).toMatchObject({ folio });
    const promoted = createDb(replicacion.replicaUrl, { max: 1, trabajo: 'PORTAL', isReplica: true });
    await expect(promoted.limite.create({ data: { key: 'x', points: 1 } as never })).rejects.toThrow();
    await promoted.$disconnect();
  });
});
