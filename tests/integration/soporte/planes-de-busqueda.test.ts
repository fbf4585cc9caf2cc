import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildFolio } from '#domain/folio.ts';
import { parseConsulta } from '#domain/soporte/consulta.ts';
import { openConnection } from '#infra/db/connection.ts';
import { createDb, type Db } from '#infra/db/db.ts';
import { findFolio } from '#tramites/soporte/find-folio.ts';
import { findAll, type Hallazgos } from '#tramites/soporte/run-busqueda.ts';
import { correoDeDespacho, seedTitulares, titularBuscable } from '../../bench/base/seed-titulares.ts';
import { lecturasCompletasDe } from '../../support/lecturas-completas.ts';
import { testDatabaseUrl, testDb } from '../../support/test-db.ts';

const TOTAL = 20_000;
const AHORA = new Date('2026-03-01T12:00:00Z');
const { rfc, nombre, correo, telefono, folio, registroPatronal } = titularBuscable(4_000);

let db: Db;
beforeAll(async () => {
  await testDb();
  const owner = await openConnection(testDatabaseUrl());
  await seedTitulares(owner, TOTAL, () => undefined);
  await owner.end();
  db = createDb(testDatabaseUrl(), { max: 1 });
});
afterAll(() => db.$disconnect());

it('a table that is read as a whole is noticed', async () => {
  expect(await lecturasCompletasDe(db, () => db.titular.count({ where: { nombre: { contains: 'X' } } }))).toBe(1);
});

it.each([
  ['a folio', folio],
  ['a folio that was never given', buildFolio(2024, 1)],
  ['an RFC', rfc],
  ['a registro patronal', registroPatronal],
  ['an e-mail address', correo],
  ['an address of many titulares', correoDeDespacho(0)],
  ['a phone', telefono],
  ['a whole name', nombre],
  ['a common surname', 'hernandez'],
  ['the beginning of a name', 'mar'],
  ['words that stand apart', 'maria garcia'],
  ['a name that nobody has', 'xochiquetzalli tezcatlipoca'],
])('searching by %s reads no whole table, on any of its first pages', async (_, typed) => {
  const criterios = parseConsulta(typed);
  if (!criterios.ok) throw new Error(criterios.error);
  const [criterio] = criterios.value;
  const search = async () => {
    if (criterio?.por === 'FOLIO') return void (await findFolio({ db }, criterio.folio));
    let despuesDe: string | null = null;
    for (let page = 0; page < 3; page++) {
      const found: Hallazgos = await findAll({ db, now: () => AHORA }, criterios.value, despuesDe);
      despuesDe = found.siguiente;
      if (!despuesDe) break;
    }
  };
  expect(await lecturasCompletasDe(db, search)).toBe(0);
});
