import { afterAll, beforeAll, expect, it } from 'vitest';
import { openConnection } from '#infra/db/connection.ts';
import { createDb, type Db } from '#infra/db/db.ts';
import type { ContextoDeTitular } from '#tramites/contexto.ts';
import { listClientes } from '#tramites/representacion/list-clientes.ts';
import { createEscenario } from '../../support/escenario.ts';
import { countFilasLeidas } from '../../support/filas-leidas.ts';
import { lecturasCompletasDe } from '../../support/lecturas-completas.ts';
import { testDatabaseUrl, testDb } from '../../support/test-db.ts';

const MUCHOS = { rfc: 'GODE561231GR8', clientes: 5_000 };
const POCOS = { rfc: 'MEGL920721K30', clientes: 50 };

let db: Db;
let de: Record<'muchos' | 'pocos', ContextoDeTitular>;

beforeAll(async () => {
  await testDb();
  const owner = await openConnection(testDatabaseUrl());
  // As rows of a copy come, whose triggers did their work where it was made.
  await owner.query('SET session_replication_role = replica');
  for (const { rfc, clientes } of [MUCHOS, POCOS]) {
    await owner.query(
      `INSERT INTO titular (id, rfc, nombre, creado_en)
       SELECT gen_random_uuid(), left($1::text, 4) || lpad(n::text, 6, '0') || 'AB1', 'CLIENTE ' || n, now() FROM generate_series(1, $2::int) n`,
      [rfc, clientes],
    );
    await owner.query(
      `INSERT INTO representacion (id, folio, titular_id, rfc_del_representante, poderes, registros, hasta, texto_version, texto_sha256,
         cadena_original, estado, propuesta_en, vence_en, vigente_desde)
       SELECT gen_random_uuid(), 'BI-2026.' || ascii(rfc) || substr(rfc, 5, 6) || '-00', id, $1::text, '{MEDIOS}', '{}', '2027-06-01Z', 'v', repeat('0', 64), '', 'VIGENTE',
         '2026-06-01Z', '2026-06-04Z', '2026-06-01Z' FROM titular WHERE rfc LIKE left($1::text, 4) || '%AB1'`,
      [rfc],
    );
  }
  await owner.query(
    `INSERT INTO cliente SELECT id, titular_id, rfc_del_representante, folio, 0, false, 'infinity', false FROM representacion`,
  );
  await owner.query('SELECT keep_clientes_de(titular_id) FROM cliente');
  await owner.query('SET session_replication_role = origin');
  await owner.query('VACUUM ANALYZE');
  await owner.end();
  db = createDb(testDatabaseUrl(), { max: 1 });
  const escenario = await createEscenario(db);
  const enter = async ({ rfc }: typeof MUCHOS) => (await escenario.enter(rfc)).ctx;
  de = { muchos: await enter(MUCHOS), pocos: await enter(POCOS) };
});
afterAll(() => db?.$disconnect());

/** The first page and, where there is one, the second. */
async function twoPages(ctx: ContextoDeTitular): Promise<number> {
  const first = await listClientes(ctx);
  if (!first.siguiente) return first.filas.length;
  const second = await listClientes(ctx, { despuesDe: first.siguiente });
  const folios = [...first.filas, ...second.filas].map(({ folio }) => folio);
  return new Set(folios).size;
}

it('all of them are found by pages, each once', async () => {
  expect([await twoPages(de.muchos), await twoPages(de.pocos)]).toEqual([100, 50]);
  let [pages, despuesDe] = [0, ''];
  const folios = new Set<string>();
  do {
    const { filas, siguiente } = await listClientes(de.muchos, { despuesDe });
    for (const { folio } of filas) folios.add(folio);
    despuesDe = siguiente ?? '';
    pages++;
  } while (despuesDe);
  expect([pages, folios.size]).toEqual([100, 5_000]);
});

it('the first page, and any other, reads as many rows of five thousand clients as of fifty', async () => {
  const few = await countFilasLeidas(db, () => listClientes(de.pocos));
  const many = await countFilasLeidas(db, () => listClientes(de.muchos));
  const deep = await countFilasLeidas(db, () => listClientes(de.muchos, { despuesDe: '1..BI-2026.71002500-00' }));
  const propuestas = await countFilasLeidas(db, () => listClientes(de.muchos, { soloPropuestas: true }));
  expect(few).toBeGreaterThan(50);
  expect(many).toBeLessThanOrEqual(few * 1.2);
  expect(deep).toBeLessThanOrEqual(few * 1.2);
  expect(propuestas).toBeLessThanOrEqual(5);
});

it('no page reads a whole table, nor does a search', async () => {
  expect(await lecturasCompletasDe(db, () => listClientes(de.muchos), 1_000)).toBe(0);
  expect(await lecturasCompletasDe(db, () => listClientes(de.muchos, { buscar: 'cliente 4999' }), 1_000)).toBe(0);
});
