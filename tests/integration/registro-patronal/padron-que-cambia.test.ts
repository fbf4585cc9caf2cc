import { beforeEach, describe, expect, it } from 'vitest';
import { buildToken } from '#tramites/enlace/enlace-de-correo.ts';
import { validateCorreo } from '#tramites/medio-de-contacto/validate-correo.ts';
import { countRegistros, listRegistros } from '#tramites/registro-patronal/list-registros.ts';
import { findSeleccion } from '#tramites/registro-patronal/mark-registros.ts';
import { countRegistrosNuevos, selectRegistrosNuevos } from '#tramites/registro-patronal/select-registros-nuevos.ts';
import { forgetVencidos } from '#tramites/retencion/forget-vencidos.ts';
import { createEscenario, type Escenario, type Titular } from '../../support/escenario.ts';
import { addRegistros } from '../../support/padron.ts';
import { registerForRegistros, select } from '../../support/registros.ts';
import { testDb } from '../../support/test-db.ts';

let escenario: Escenario;
let titular: Titular;
let numeros: string[];
beforeEach(async () => {
  escenario = await createEscenario(await testDb());
  titular = await escenario.enter();
  numeros = await addRegistros(escenario.db, titular.ctx.actor.titularId, 3);
});

const registerForAll = async (valor: string) => {
  const result = await registerForRegistros(titular, valor, 'todos');
  if (!result.ok) throw new Error(result.error);
  return result.value.folio;
};
const setEstado = (numero: string | undefined, estado: 'VIGENTE' | 'BAJA') =>
  escenario.db.registroPatronal.update({ where: { numero }, data: { estado } });
const nuevos = async () => (await countRegistrosNuevos(titular.ctx)).map((medio) => [medio.folio, medio.nuevos]);

describe('an old «todos»', () => {
  it('covers those of its day; what comes later is told, and can be added', async () => {
    const folio = await registerForAll('nomina@espiga.example');
    expect(await nuevos()).toEqual([]);
    await addRegistros(escenario.db, titular.ctx.actor.titularId, 2, { desde: 10 });
    expect(await nuevos()).toEqual([[folio, 2]]);
    const seleccionId = (await selectRegistrosNuevos(titular.ctx, folio)) ?? '';
    expect(await findSeleccion(titular.ctx, seleccionId)).toMatchObject({ todos: false, cuantos: 2 });
  });

  it('says nothing more once they have the same medio', async () => {
    await registerForAll('nomina@espiga.example');
    const later = await addRegistros(escenario.db, titular.ctx.actor.titularId, 1, { desde: 10 });
    await registerForRegistros(titular, 'nomina@espiga.example', later);
    expect(await nuevos()).toEqual([]);
  });

  it('offers only those that can take the medio, and those alone are then ticked', async () => {
    const folio = await registerForAll('5512345678');
    const [own, ...free] = await addRegistros(escenario.db, titular.ctx.actor.titularId, 3, { desde: 10 });
    await registerForRegistros(titular, '5587654321', [own as string]);
    expect(await nuevos()).toEqual([[folio, 2]]);
    const seleccionId = (await selectRegistrosNuevos(titular.ctx, folio)) ?? '';
    expect((await findSeleccion(titular.ctx, seleccionId)).cuantos).toBe(2);
    await registerForRegistros(titular, '5587654321', free);
    expect(await nuevos()).toEqual([]);
  });

  it('does not cover a registro that is vigente again', async () => {
    await setEstado(numeros[0], 'BAJA');
    const folio = await registerForAll('nomina@espiga.example');
    await setEstado(numeros[0], 'VIGENTE');
    expect(await nuevos()).toEqual([[folio, 1]]);
  });

  it('is told once for each value: by the newest folio, and not of what that one left out', async () => {
    const { titularId } = titular.ctx.actor;
    await registerForAll('nomina@espiga.example');
    await registerForAll('5512345678');
    await addRegistros(escenario.db, titularId, 1, { desde: 10 });
    escenario.advance(60_000);
    const newest = await registerForAll('NOMINA@espiga.example');
    expect((await nuevos()).map(([, cuantos]) => cuantos)).toEqual([1]);
    await addRegistros(escenario.db, titularId, 2, { desde: 20 });
    expect(await nuevos()).toEqual([
      [newest, 2],
      [expect.any(String), 3],
    ]);
  });

  it('is offered while the medio may be proved, and no more once its 72 hours are over, swept or not', async () => {
    const folio = await registerForAll('nomina@espiga.example');
    await addRegistros(escenario.db, titular.ctx.actor.titularId, 1, { desde: 10 });
    escenario.advance(72 * 3_600_000 - 1);
    expect(await nuevos()).toEqual([[folio, 1]]);
    expect(await selectRegistrosNuevos(titular.ctx, folio)).not.toBeNull();
    escenario.advance(1);
    expect(await nuevos()).toEqual([]);
    expect(await selectRegistrosNuevos(titular.ctx, folio)).toBeNull();
  });

  it('of a medio that was proved is offered however long ago', async () => {
    const folio = await registerForAll('nomina@espiga.example');
    const medio = await escenario.db.medioDeContacto.findUniqueOrThrow({ where: { folio } });
    await validateCorreo(escenario.ctx, buildToken(escenario.ctx.claves, medio) ?? '');
    await addRegistros(escenario.db, titular.ctx.actor.titularId, 1, { desde: 10 });
    escenario.advance(90 * 24 * 3_600_000);
    expect(await nuevos()).toEqual([[folio, 1]]);
  });

  it('is not offered to another titular', async () => {
    const folio = await registerForAll('nomina@espiga.example');
    const other = await escenario.enter('PEO020304K7A');
    expect(await selectRegistrosNuevos(other.ctx, folio)).toBeNull();
    expect(await countRegistrosNuevos(other.ctx)).toEqual([]);
  });
});

it('a selection that nobody goes on with is gone after a day', async () => {
  await select(titular, numeros);
  escenario.advance(23 * 3_600_000);
  await forgetVencidos(escenario.ctx);
  expect(await escenario.db.marcaDeRegistro.count()).toBe(3);
  escenario.advance(2 * 3_600_000);
  await forgetVencidos(escenario.ctx);
  expect(await escenario.db.marcaDeRegistro.count()).toBe(0);
});

describe('how many a titular has', () => {
  it('follows whatever changes the padrón', async () => {
    expect(await countRegistros(titular.ctx)).toEqual({ vigentes: 3, total: 3 });
    await setEstado(numeros[0], 'BAJA');
    expect(await countRegistros(titular.ctx)).toEqual({ vigentes: 2, total: 3 });
    const other = await escenario.enter('PEO020304K7A');
    await escenario.db.registroPatronal.updateMany({ data: { titularId: other.ctx.actor.titularId } });
    expect(await countRegistros(titular.ctx)).toEqual({ vigentes: 0, total: 0 });
    expect(await countRegistros(other.ctx)).toEqual({ vigentes: 2, total: 3 });
  });

  it('never goes down by deleting: a registro that ends is de baja', async () => {
    await expect(escenario.db.registroPatronal.deleteMany()).rejects.toThrow('constraint');
  });
});

describe('the pages of registros', () => {
  const list = (buscar: string, despuesDe = '', sinValidar = false) =>
    listRegistros(titular.ctx, { buscar, despuesDe, sinValidar, seleccionId: null });

  it('go on where the page before ended, by number and by subdelegación', async () => {
    const { titularId } = titular.ctx.actor;
    await addRegistros(escenario.db, titularId, 40, { desde: 100, subdelegacion: 'Ciudad de México Norte' });
    for (const buscar of ['', 'CIUDAD DE MEXICO']) {
      const first = await list(buscar);
      const second = await list(buscar, first.filas.at(-1)?.numero);
      const all = [...first.filas, ...second.filas].map(({ numero }) => numero);
      expect([first.hasMas, second.hasMas]).toEqual([true, false]);
      expect(new Set(all).size).toBe(buscar === '' ? 43 : 40);
    }
  });

  it.each([
    ['Y60-00002', ['Y6000002101']],
    ['y60 00003-10-1', ['Y6000003101']],
    ['guadalajara', ['Y6000001101', 'Y6000002101', 'Y6000003101']],
    ['99', []],
    ['%', []],
  ])('find «%s»', async (buscar, expected) => {
    expect((await list(buscar)).filas.map(({ numero }) => numero)).toEqual(expected);
  });

  it('leave out, when asked, those with a validated medio, by number and by subdelegación', async () => {
    const result = await registerForRegistros(titular, 'nomina@espiga.example', numeros.slice(1, 2));
    if (!result.ok) throw new Error(result.error);
    const sinMedio = async () =>
      Promise.all(['', 'guadalajara'].map(async (buscar) => (await list(buscar, '', true)).filas.map((f) => f.numero)));
    expect(await sinMedio()).toEqual([numeros, numeros]);
    const medio = await escenario.db.medioDeContacto.findUniqueOrThrow({ where: { folio: result.value.folio } });
    await validateCorreo(escenario.ctx, buildToken(escenario.ctx.claves, medio) ?? '');
    const others = [numeros[0], numeros[2]];
    expect(await sinMedio()).toEqual([others, others]);
  });

  it('leave out those de baja and those of another titular', async () => {
    await setEstado(numeros[0], 'BAJA');
    const other = await escenario.enter('PEO020304K7A');
    await addRegistros(escenario.db, other.ctx.actor.titularId, 2, { desde: 50 });
    expect((await list('')).filas.map(({ numero }) => numero)).toEqual(numeros.slice(1));
  });
});
