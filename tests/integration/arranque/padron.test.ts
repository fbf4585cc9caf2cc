import { beforeEach, describe, expect, it } from 'vitest';
import { EFIRMAS_DE_DEMO } from '#demo/autoridad/efirmas-de-demo.ts';
import { seedPadron } from '#demo/padron.ts';
import { hasValidCheckDigit, parseRegistroPatronal } from '#domain/registro-patronal.ts';
import type { Db } from '#infra/db/db.ts';
import { testDatabaseUrl, testDb } from '../../support/test-db.ts';

const NOW = new Date('2026-11-24T12:00:00.000Z');

let db: Db;
beforeEach(async () => {
  db = await testDb();
  await seedPadron(testDatabaseUrl(), EFIRMAS_DE_DEMO, NOW);
});

const total = EFIRMAS_DE_DEMO.reduce((sum, { registros }) => sum + registros, 0);

describe('the demo padrón', () => {
  it('gives each e.firma its registros patronales', async () => {
    for (const { rfc, nombre, registros } of EFIRMAS_DE_DEMO) {
      const titular = await db.titular.findUniqueOrThrow({
        where: { rfc },
        include: { _count: { select: { registros: true } } },
      });
      expect(titular).toMatchObject({ nombre, creadoEn: NOW, _count: { registros } });
    }
  });

  it('numbers them as the IMSS does, each once', async () => {
    const registros = await db.registroPatronal.findMany();
    expect(new Set(registros.map(({ numero }) => numero)).size).toBe(total);
    for (const { numero, domicilio, subdelegacion } of registros) {
      const parsed = parseRegistroPatronal(numero);
      expect(parsed.ok && hasValidCheckDigit(parsed.value), numero).toBe(true);
      expect(domicilio).toMatch(/C\.P\. \d{5}$/);
      expect(subdelegacion).not.toBe('');
    }
  });

  it('stays the same when it is entered again', async () => {
    const before = await db.registroPatronal.findMany({ orderBy: { id: 'asc' } });
    await seedPadron(testDatabaseUrl(), EFIRMAS_DE_DEMO, NOW);
    expect(await db.registroPatronal.findMany({ orderBy: { id: 'asc' } })).toEqual(before);
    expect(await db.titular.count()).toBe(EFIRMAS_DE_DEMO.length);
  });
});
