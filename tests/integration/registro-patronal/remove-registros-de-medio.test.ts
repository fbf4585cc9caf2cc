import { createHash } from 'node:crypto';
import { beforeEach, expect, it } from 'vitest';
import { type DatosDeAcuse, parseDatosDeAcuse } from '#domain/acuse/datos.ts';
import type { TipoDeAcuse } from '#domain/acuse/tipo-de-acuse.ts';
import { listAcuses } from '#tramites/acuse/list-acuses.ts';
import { relateRegistros } from '#tramites/acuse/relate-registros.ts';
import { findEstadoActual } from '#tramites/acuse/verify-acuse.ts';
import { listRegistrosDeMedio } from '#tramites/medio-de-contacto/list-registros-de-medio.ts';
import { removeMedioDeContacto } from '#tramites/medio-de-contacto/remove-medio-de-contacto.ts';
import { removeRegistrosDeMedio } from '#tramites/medio-de-contacto/remove-registros-de-medio.ts';
import { alterarDatos } from '../../support/alterar-datos.ts';
import { createEscenario, type Escenario, type Titular } from '../../support/escenario.ts';
import { addRegistros } from '../../support/padron.ts';
import { registerForRegistros } from '../../support/registros.ts';
import { testDb } from '../../support/test-db.ts';

let escenario: Escenario;
let titular: Titular;
let numeros: string[];
let folio: string;
beforeEach(async () => {
  escenario = await createEscenario(await testDb());
  titular = await escenario.enter();
  numeros = await addRegistros(escenario.db, titular.ctx.actor.titularId, 4);
  const result = await registerForRegistros(titular, 'nomina@espiga.example', 'todos');
  if (!result.ok) throw new Error(result.error);
  folio = result.value.folio;
  escenario.advance(1000);
});

const medio = () => escenario.db.medioDeContacto.findUniqueOrThrow({ where: { folio } });
const remove = (...which: string[]) => removeRegistrosDeMedio(titular.ctx, { folio, numeros: which });

async function datosOf(which: string, tipo: TipoDeAcuse): Promise<DatosDeAcuse> {
  const where = { folio_tipo: { folio: which, tipo } };
  return parseDatosDeAcuse((await escenario.db.acuse.findUniqueOrThrow({ where })).datos);
}

async function relacionOf(which: string, tipo: TipoDeAcuse): Promise<string[]> {
  const found: string[] = [];
  const relacion = relateRegistros(escenario.ctx, await datosOf(which, tipo));
  for await (const parte of relacion?.partes() ?? []) found.push(...parte);
  return found;
}

it('takes a registro off under a folio of its own, and the medio goes on for the others', async () => {
  const result = await remove(numeros[1] as string);
  if (!result.ok) throw new Error(result.error);
  expect(result.value.folio).not.toBe(folio);
  expect(await medio()).toMatchObject({ estado: 'EN_PROCESO', registros: 3 });
  expect(await datosOf(result.value.folio, 'BAJA')).toMatchObject({
    folioDelMedio: folio,
    registros: { total: 1, sha256: createHash('sha256').update(`${numeros[1]}\n`).digest('hex') },
  });
});

it('is told where its acuses are verified and listed: the medio goes on, for fewer', async () => {
  const result = await remove(numeros[1] as string);
  if (!result.ok) throw new Error(result.error);
  const estadoActual = { de: 'MEDIO', estado: 'EN_PROCESO', registros: 3 };
  expect(await findEstadoActual(escenario.ctx, await datosOf(folio, 'REGISTRO'))).toMatchObject(estadoActual);
  expect(await findEstadoActual(escenario.ctx, await datosOf(result.value.folio, 'BAJA'))).toMatchObject(estadoActual);
  expect(await listAcuses(titular.ctx)).toMatchObject([
    { folio: result.value.folio, tipo: 'BAJA', isDeRegistros: true },
    { folio, tipo: 'REGISTRO', isDeRegistros: false },
  ]);
});

it('each acuse goes on naming the registros that it certified', async () => {
  const result = await remove(numeros[1] as string);
  if (!result.ok) throw new Error(result.error);
  escenario.advance(1000);
  await removeMedioDeContacto(titular.ctx, folio);
  expect(await relacionOf(folio, 'REGISTRO')).toEqual(numeros);
  expect(await relacionOf(result.value.folio, 'BAJA')).toEqual([numeros[1]]);
  expect(await relacionOf(folio, 'BAJA')).toEqual([numeros[0], numeros[2], numeros[3]]);
});

it('refuses to print a list that is not the one under the sello', async () => {
  const { id } = await otherMedio();
  await alterarDatos(`UPDATE alcance_de_medio SET medio_id = '${id}' WHERE numero = '${numeros[0]}'`);
  await expect(relacionOf(folio, 'REGISTRO')).rejects.toThrow('not those that were certified');
});

async function otherMedio() {
  await registerForRegistros(titular, 'otro@espiga.example', 'todos');
  return escenario.db.medioDeContacto.findFirstOrThrow({ where: { valor: 'otro@espiga.example' } });
}

it('frees the place of that registro alone', async () => {
  await remove(numeros[0] as string);
  const again = await registerForRegistros(titular, 'nomina@espiga.example', 'todos');
  expect(again.ok).toBe(true);
  const second = await escenario.db.medioDeContacto.findFirstOrThrow({ orderBy: { folio: 'desc' } });
  expect(second.registros).toBe(1);
});

it('the list of a medio goes on where the page before ended, and finds a number by its beginning', async () => {
  const list = (prefijo: string, despuesDe = '') => listRegistrosDeMedio(titular.ctx, folio, { prefijo, despuesDe });
  await remove(numeros[1] as string);
  const all = await list('');
  expect(all?.alcances.map(({ numero, fechaDeBaja }) => [numero, fechaDeBaja !== null])).toEqual(
    numeros.map((numero, i) => [numero, i === 1]),
  );
  expect(all?.hasMas).toBe(false);
  expect((await list('', numeros[1]))?.alcances.map(({ numero }) => numero)).toEqual(numeros.slice(2));
  expect((await list('Y6000003'))?.alcances.map(({ numero }) => numero)).toEqual([numeros[2]]);
  expect((await list('Z'))?.alcances).toEqual([]);
});

it('without its last registro the medio is removed, under its own folio', async () => {
  expect(await remove(...numeros)).toEqual({ ok: true, value: { folio } });
  expect((await medio()).estado).toBe('BAJA');
});

it('what it does not have, or is not the titular’s, is not taken off', async () => {
  expect(await remove('Z9999999999')).toEqual({ ok: false, error: 'BAJA_NO_PROCEDE' });
  const other = await escenario.enter('PEO020304K7A');
  const attempt = removeRegistrosDeMedio(other.ctx, { folio, numeros });
  expect(await attempt).toEqual({ ok: false, error: 'BAJA_NO_PROCEDE' });
  expect((await medio()).registros).toBe(4);
});

it('the database lets no registro that left keep a place', async () => {
  const leave = escenario.db.alcanceDeMedio.updateMany({ data: { fechaDeBaja: new Date() } });
  await expect(leave).rejects.toThrow('alcance_de_baja_sin_lugar');
});
