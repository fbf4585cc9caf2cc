import { afterAll, beforeAll, expect, it } from 'vitest';
import { parseDatosDeAcuse } from '#domain/acuse/datos.ts';
import { openConnection } from '#infra/db/connection.ts';
import { createDb, type Db } from '#infra/db/db.ts';
import { relateRegistros } from '#tramites/acuse/relate-registros.ts';
import { listMedios } from '#tramites/medio-de-contacto/list-medios.ts';
import { listRegistrosDeMedio } from '#tramites/medio-de-contacto/list-registros-de-medio.ts';
import { listRegistros } from '#tramites/registro-patronal/list-registros.ts';
import { countRegistrosNuevos } from '#tramites/registro-patronal/select-registros-nuevos.ts';
import { findEstadoDeActivacion } from '#tramites/solicitud/estado-de-activacion.ts';
import { seedPadron } from '../../bench/base/seed-padron.ts';
import { createEscenario, type Titular } from '../../support/escenario.ts';
import { countFilasLeidas } from '../../support/filas-leidas.ts';
import { registerForRegistros } from '../../support/registros.ts';
import { testDatabaseUrl, testDb } from '../../support/test-db.ts';

const MUCHOS = 10_000;
const POCOS = 60;
const BUSQUEDA = { buscar: '', sinValidar: false, despuesDe: '', seleccionId: null };
const PAGINA = { prefijo: '', despuesDe: '' };

let db: Db;
/** Each with a medio for all of its registros. */
let grande: { titular: Titular; folio: string };
let chico: { titular: Titular; folio: string };

beforeAll(async () => {
  await testDb();
  const owner = await openConnection(testDatabaseUrl());
  const [muchos, pocos] = await seedPadron(owner, { cuentas: [MUCHOS, POCOS], total: 30_000 });
  db = createDb(testDatabaseUrl(), { max: 1 });
  const escenario = await createEscenario(db);
  const enter = async (rfc: string | undefined) => {
    const titular = await escenario.enter(rfc);
    const result = await registerForRegistros(titular, 'nomina@espiga.example', 'todos');
    if (!result.ok) throw new Error(result.error);
    return { titular, folio: result.value.folio };
  };
  grande = await enter(muchos?.rfc);
  chico = await enter(pocos?.rfc);
  await owner.query('ANALYZE alcance_de_medio, medio_de_contacto');
  await owner.end();
});
afterAll(() => db.$disconnect());

async function readAcuse({ titular: { ctx }, folio }: typeof grande): Promise<void> {
  const where = { folio_tipo: { folio, tipo: 'REGISTRO' as const } };
  const { datos } = await db.acuse.findUniqueOrThrow({ where });
  for await (const _ of relateRegistros(ctx, parseDatosDeAcuse(datos))?.partes() ?? []) break;
}

it.each<[string, (de: typeof grande) => Promise<unknown>]>([
  ['the first page', ({ titular: { ctx } }) => listRegistros(ctx, BUSQUEDA)],
  ['a search by number', ({ titular: { ctx } }) => listRegistros(ctx, { ...BUSQUEDA, buscar: 'A00' })],
  ['a search by subdelegación', ({ titular: { ctx } }) => listRegistros(ctx, { ...BUSQUEDA, buscar: 'merida' })],
  ['those without validated medios', ({ titular: { ctx } }) => listRegistros(ctx, { ...BUSQUEDA, sinValidar: true })],
  ['the registros of a medio', ({ titular: { ctx }, folio }) => listRegistrosDeMedio(ctx, folio, PAGINA)],
  ['the table of medios', ({ titular: { ctx } }) => listMedios(ctx)],
  ['what is missing to sign', ({ titular: { ctx } }) => findEstadoDeActivacion(ctx)],
  ['what came after', ({ titular: { ctx } }) => countRegistrosNuevos(ctx)],
])('%s reads as many rows of ten thousand as of sixty', async (_, work) => {
  const few = await countFilasLeidas(db, () => work(chico));
  const many = await countFilasLeidas(db, () => work(grande));
  expect(few).toBeLessThan(1000);
  expect(many).toBeLessThanOrEqual(few * 1.2 + 5);
});

it('an acuse reads its registros part by part, and each part alone', async () => {
  expect(await countFilasLeidas(db, () => readAcuse(grande))).toBeLessThan(1100);
});
