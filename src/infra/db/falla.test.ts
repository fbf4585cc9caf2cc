import { afterAll, expect, it } from 'vitest';
import { createDb } from './db.ts';
import { readFalla } from './falla.ts';

const db = createDb('postgres://nadie:nada@127.0.0.1:1/nada', { max: 1, trabajo: 'PORTAL' });
afterAll(() => db.$disconnect());

it.each([
  ['a model', () => db.titular.findFirst()],
  ['a statement of its own', () => db.$queryRaw`SELECT 1`],
  ['one that answers nothing', () => db.$executeRaw`SELECT 1`],
  ['a transaction', () => db.$transaction((tx) => tx.$queryRaw`SELECT 1`)],
])('a database that is not there is known as such by %s', async (_, ask) => {
  expect(readFalla(await ask().catch((error: unknown) => error))).toBe('SIN_BASE');
});

it('an error of ours says nothing of the database', () => {
  expect(readFalla(new Error('no such folio'))).toBeNull();
});
