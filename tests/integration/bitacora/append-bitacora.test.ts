import { beforeEach, describe, expect, it } from 'vitest';
import { textoDeFila } from '#domain/bitacora/texto-canonico.ts';
import type { Db } from '#infra/db/db.ts';
import { type Apunte, appendBitacora } from '#tramites/bitacora/append-bitacora.ts';
import { hashDe } from '#tramites/bitacora/hash-de.ts';
import { createEscenario, type Escenario } from '../../support/escenario.ts';
import { testDb } from '../../support/test-db.ts';

let db: Db;
let escenario: Escenario;
beforeEach(async () => {
  db = await testDb();
  escenario = await createEscenario(db);
});

async function rows() {
  return db.$queryRaw<(Parameters<typeof textoDeFila>[0] & { hash: string })[]>`
    SELECT id, fecha, evento, actor, titular_id::text AS "titularId", folio, datos::text AS datos, hash
    FROM bitacora ORDER BY id`;
}

describe('a row of the bitácora', () => {
  it.each<Omit<Apunte, 'evento'>>([
    {},
    { folio: 'BI-2026.00000001-42', titularId: '01900000-0000-7000-8000-0000000000ab' },
    { datos: { b: 'señal «á» 😀 \u2028', a: 1.5, c: null, d: true, e: 'line\nbreak "quoted" \\ \u0001' } },
    { datos: { grande: 12345678901, cero: -0, texto: '' }, folio: '' },
  ])('carries the hash of itself, which anyone can compute again: %j', async (apunte) => {
    await db.$transaction((tx) => appendBitacora(tx, escenario.ctx, { evento: 'INGRESO', ...apunte }));
    const [row] = await rows();
    expect(row?.hash).toBe(row && hashDe(textoDeFila(row)));
  });

  it('gets its own hash and waits for its link whatever the statement says', async () => {
    await db.$executeRaw`
      INSERT INTO bitacora (fecha, evento, actor, datos, hash)
      VALUES (now(), 'A', 'X', '{}', repeat('0', 64)), (now(), 'B', 'X', '[]', repeat('0', 64))`;
    const [first, second] = await rows();
    expect(first?.hash).toBe(first && hashDe(textoDeFila(first)));
    expect(second?.hash).toBe(second && hashDe(textoDeFila(second)));
    expect(await db.bitacoraPendiente.count()).toBe(2);
  });

  it('is not there, nor waits, when its transaction is undone', async () => {
    const undone = db.$transaction(async (tx) => {
      await appendBitacora(tx, escenario.ctx, { evento: 'INGRESO' });
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    expect([await db.bitacora.count(), await db.bitacoraPendiente.count()]).toEqual([0, 0]);
  });

  it('is not changed or removed, and neither is a link', async () => {
    await db.$transaction((tx) => appendBitacora(tx, escenario.ctx, { evento: 'INGRESO' }));
    const attempts = [
      db.$executeRaw`UPDATE bitacora SET evento = 'OTRO'`,
      db.$executeRaw`DELETE FROM bitacora`,
      db.$executeRaw`TRUNCATE bitacora`,
      db.$executeRaw`UPDATE bitacora_cadena SET posicion = 0`,
      db.$executeRaw`DELETE FROM bitacora_cadena`,
    ];
    for (const attempt of attempts) await expect(attempt).rejects.toThrow('append-only');
  });

  it.each([
    'ana@correo.example',
    'Se escribió a <ana.lopez+x@correo.com.mx>, que no existe',
    'maría@españa.example',
    '+525512345678',
    'SMS a +525512345678.',
  ])('is refused with %s in its facts, and nothing of its transaction stays', async (dato) => {
    const datos = { veces: 2, respuesta: dato };
    const written = escenario.db.$transaction(async (tx) => {
      await appendBitacora(tx, escenario.ctx, { evento: 'INGRESO' });
      await appendBitacora(tx, escenario.ctx, { evento: 'ENVIO_INTENTADO', datos });
    });
    await expect(written).rejects.toThrow('bitácora: personal data in «respuesta»');
    const among = appendBitacora(db, escenario.ctx, [{ evento: 'INGRESO' }, { evento: 'ENVIO_INTENTADO', datos }]);
    await expect(among).rejects.toThrow(/^bitácora: personal data in «respuesta»$/);
    expect(await db.bitacora.count()).toBe(0);
  });

  it('takes facts that only resemble personal data', async () => {
    const datos = {
      serie: '30001000000900000001',
      id: '0190-5512345678',
      respuesta: '250 2.1.5 @ ok',
      veces: 5512345678,
    };
    await db.$transaction((tx) => appendBitacora(tx, escenario.ctx, { evento: 'INGRESO', datos }));
    expect((await db.bitacora.findFirstOrThrow()).datos).toEqual(datos);
  });
});
