import { afterAll, beforeEach, expect, it } from 'vitest';
import { createPool } from '#infra/db/connection.ts';
import { createLimitePorRed } from '#infra/limite/limite.ts';
import { testDatabaseUrl, testDb } from '../../support/test-db.ts';

const pool = createPool(testDatabaseUrl(), { trabajo: 'PORTAL', max: 5 });
beforeEach(async () => {
  await testDb();
});
afterAll(() => pool.end());

const limite = () => createLimitePorRed(pool, { nombre: 'prueba', veces: 5, ventanaSegundos: 600 });
const allowed = async (direcciones: string[]) =>
  (await Promise.all(direcciones.map((direccion) => limite().allow(direccion)))).filter(Boolean).length;

it('one /64 has one share, whatever address of it asks, twenty at once', async () => {
  expect(await allowed(Array.from({ length: 20 }, (_, cual) => `2001:db8:1:2::${cual}`))).toBe(5);
  expect(await allowed(['2001:db8:1:3::1'])).toBe(1);
});

it('all the /64 of one /48 have eight shares together', async () => {
  const wide = Array.from({ length: 60 }, (_, cual) => `2001:db8:1:${cual.toString(16)}::1`);
  expect(await allowed(wide)).toBe(40);
  expect(await allowed(['2001:db8:2::1', '198.51.100.7'])).toBe(2);
});
