import type pg from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openConnection } from '#infra/db/connection.ts';
import type { Db } from '#infra/db/db.ts';
import { runQueue } from '#infra/queue/run-queue.ts';
import { chainBitacora } from '#tramites/bitacora/chain-bitacora.ts';
import { countSinEncadenar } from '#tramites/bitacora/lectura.ts';
import { verifyBitacora } from '#tramites/bitacora/verify-bitacora.ts';
import { createEscenario, type Escenario } from '../../support/escenario.ts';
import { testDatabaseUrl, testDb } from '../../support/test-db.ts';

const INSERT = "INSERT INTO bitacora (fecha, evento, actor, datos) VALUES (now(), $1, 'NADIE', '{}') RETURNING id";

let db: Db;
let escenario: Escenario;
let writer: pg.Client;
beforeEach(async () => {
  db = await testDb();
  escenario = await createEscenario(db);
  writer = await openConnection(testDatabaseUrl());
});
afterEach(() => writer.end());

async function append(...eventos: string[]): Promise<void> {
  for (const evento of eventos) await db.$executeRawUnsafe(INSERT.replace('$1', `'${evento}'`));
}

async function chained(): Promise<string[]> {
  const rows = await db.$queryRaw<{ evento: string; posicion: bigint }[]>`
    SELECT posicion, evento FROM bitacora_cadena JOIN bitacora ON bitacora.id = bitacora_id ORDER BY posicion`;
  return rows.map(({ posicion, evento }) => `${posicion} ${evento}`);
}

describe('the chain', () => {
  it('takes each row once, in positions without gaps, though ids have them', async () => {
    await append('A', 'B');
    await writer.query('BEGIN');
    await writer.query(INSERT, ['UNDONE']);
    await writer.query('ROLLBACK');
    await append('C');
    await chainBitacora(escenario.ctx);
    await append('D');
    await chainBitacora(escenario.ctx);
    expect(await chained()).toEqual(['1 A', '2 B', '3 C', '4 D']);
    expect(await verifyBitacora(escenario.ctx)).toMatchObject({ ok: true, value: { eslabones: 4n } });
  });

  it('waits for no writer, and takes a row whose transaction ended after those with greater ids', async () => {
    await writer.query('BEGIN');
    await writer.query(INSERT, ['LATE']);
    await append('NEXT');
    await chainBitacora(escenario.ctx);
    expect(await chained()).toEqual(['1 NEXT']);
    await writer.query('COMMIT');
    await chainBitacora(escenario.ctx);
    expect(await chained()).toEqual(['1 NEXT', '2 LATE']);
  });

  it('is one, however many workers make it', async () => {
    await db.$executeRaw`
      INSERT INTO bitacora (fecha, evento, actor, datos) SELECT now(), 'N', 'NADIE', '{}' FROM generate_series(1, 2500)`;
    await Promise.all([1, 2, 3, 4].map(() => chainBitacora(escenario.ctx)));
    await chainBitacora(escenario.ctx);
    expect(await verifyBitacora(escenario.ctx)).toMatchObject({
      ok: true,
      value: { eslabones: 2500n, sinEncadenar: { filas: 0, esperaSegundos: 0 } },
    });
  });

  it('grows within ten seconds by the worker’s own clock', { timeout: 20_000 }, async () => {
    await append('A');
    const queue = runQueue({
      connectionString: testDatabaseUrl(),
      concurrency: 1,
      log: escenario.ctx.log,
      periodic: { 'encadenar-bitacora': 4 },
      handlers: { 'encadenar-bitacora': () => chainBitacora(escenario.ctx) },
    });
    await expect.poll(chained, { timeout: 10_000 }).toEqual(['1 A']);
    await append('B');
    await expect.poll(chained, { timeout: 10_000 }).toEqual(['1 A', '2 B']);
    await queue.stop();
  });

  it('tells the tail that waits, and since when', async () => {
    await db.$transaction((tx) =>
      tx.bitacora.create({ data: { fecha: escenario.ctx.now(), evento: 'A', actor: 'NADIE', datos: {} } }),
    );
    escenario.advance(7_000);
    expect(await countSinEncadenar(escenario.ctx)).toEqual({ filas: 1, esperaSegundos: 7 });
    expect(await verifyBitacora(escenario.ctx)).toMatchObject({ ok: true, value: { sinEncadenar: { filas: 1 } } });
  });
});
