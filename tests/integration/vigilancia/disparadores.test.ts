import { expect, it } from 'vitest';
import { testDb } from '../../support/test-db.ts';

/** A plan that was made for a statement of one row is kept for one of half a million, and goes through them once for each. */
it('no trigger joins the rows that a statement changed with what they were', async () => {
  const db = await testDb();
  const found = await db.$queryRaw<{ nombre: string; antes: string; despues: string; fuente: string }[]>`
    SELECT tgname AS nombre, tgoldtable AS antes, tgnewtable AS despues, prosrc AS fuente
    FROM pg_trigger JOIN pg_proc ON pg_proc.oid = tgfoid WHERE tgoldtable IS NOT NULL AND tgnewtable IS NOT NULL`;
  expect(found.map(({ nombre }) => nombre)).toEqual(
    expect.arrayContaining(['estado_de_medio', 'cuenta_de_medios_cambiados']),
  );
  const joins = ({ antes, despues, fuente }: (typeof found)[number]) =>
    new RegExp(`(JOIN|,)\\s*(${antes}|${despues})\\b`, 'i').test(fuente.replaceAll('"', ''));
  expect(found.filter(joins)).toEqual([]);
});
