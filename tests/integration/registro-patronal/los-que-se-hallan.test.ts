import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { countHallados, listRegistros } from '#tramites/registro-patronal/list-registros.ts';
import { findSeleccion, markHallados } from '#tramites/registro-patronal/mark-registros.ts';
import { createEscenario, type Escenario, type Titular } from '../../support/escenario.ts';
import { addRegistros } from '../../support/padron.ts';
import { registerForRegistros, select } from '../../support/registros.ts';
import { testDb } from '../../support/test-db.ts';

const TODOS = { buscar: '', sinValidar: false };
const MERIDA = { buscar: 'mérida', sinValidar: false };

let escenario: Escenario;
let titular: Titular;
let centro: string[];
let merida: string[];
beforeEach(async () => {
  escenario = await createEscenario(await testDb());
  titular = await escenario.enter();
  const otro = await escenario.enter('LOVC900412QX8');
  const { titularId } = titular.ctx.actor;
  centro = await addRegistros(escenario.db, titularId, 40);
  merida = await addRegistros(escenario.db, titularId, 30, { desde: 100, subdelegacion: 'Mérida Norte' });
  // Of somebody else, in the same subdelegación and between the same numbers.
  await addRegistros(escenario.db, otro.ctx.actor.titularId, 5, { desde: 200, subdelegacion: 'Mérida Norte' });
});

const cuantos = async (seleccionId: string) => (await findSeleccion(titular.ctx, seleccionId)).cuantos;

async function listAll(busqueda: typeof TODOS): Promise<string[]> {
  const numeros: string[] = [];
  for (let hasMas = true; hasMas; ) {
    const despuesDe = numeros.at(-1) ?? '';
    const page = await listRegistros(titular.ctx, { ...busqueda, despuesDe, seleccionId: null });
    numeros.push(...page.filas.map(({ numero }) => numero));
    hasMas = page.hasMas;
  }
  return numeros;
}

describe('what a search of registros finds', () => {
  it.each([
    ['everything', TODOS, 70, 3],
    ['a subdelegación', MERIDA, 30, 2],
    ['a number', { buscar: 'Y60-0010', sinValidar: false }, 10, 1],
    ['nothing', { buscar: 'Z', sinValidar: false }, 0, 1],
    ['those without a validated medio', { buscar: '', sinValidar: true }, 70, 3],
    ['those of a subdelegación without one', { buscar: 'merida', sinValidar: true }, 30, 2],
  ])('is counted, with its pages: %s', async (_, busqueda, hallados, paginas) => {
    expect(await countHallados(titular.ctx, busqueda, 70)).toEqual({ hallados, paginas });
    expect(await listAll(busqueda)).toHaveLength(hallados);
  });

  it('is ticked whole in one press, and nobody else’s with it', async () => {
    const seleccionId = await select(titular, centro.slice(0, 3));
    expect((await markHallados(titular.ctx, seleccionId, MERIDA, true)).cuantos).toBe(33);
    // Once more changes nothing; what was ticked by hand stays.
    expect((await markHallados(titular.ctx, seleccionId, MERIDA, true)).cuantos).toBe(33);
    expect((await markHallados(titular.ctx, seleccionId, MERIDA, false)).cuantos).toBe(3);
  });

  it('is taken out of «todos» in one press, and put back', async () => {
    const seleccionId = await select(titular, 'todos');
    expect((await markHallados(titular.ctx, seleccionId, MERIDA, false)).cuantos).toBe(40);
    expect(
      (await markHallados(titular.ctx, seleccionId, { buscar: merida[0] ?? '', sinValidar: false }, true)).cuantos,
    ).toBe(41);
    expect((await markHallados(titular.ctx, seleccionId, TODOS, true)).cuantos).toBe(70);
  });

  it('is what the medio is then registered for', async () => {
    const seleccionId = randomUUID();
    await markHallados(titular.ctx, seleccionId, MERIDA, true);
    const marcados = await escenario.db.marcaDeRegistro.findMany({
      where: { seleccionId },
      select: { registroPatronal: { select: { numero: true } } },
    });
    expect(marcados.map(({ registroPatronal }) => registroPatronal.numero).sort()).toEqual(merida);
    expect(await registerForRegistros(titular, 'nomina@espiga.example', merida)).toMatchObject({ ok: true });
  });

  it('leaves the selection of another session as it was', async () => {
    const seleccionId = await select(titular, centro.slice(0, 3));
    const otra = await escenario.enter();
    const suya = await markHallados(otra.ctx, seleccionId, MERIDA, true);
    expect(suya.seleccionId).not.toBe(seleccionId);
    expect(await cuantos(seleccionId)).toBe(3);
  });
});
