import { Readable } from 'node:stream';
import { beforeEach, describe, expect, it } from 'vitest';
import { renderAcuse } from '#infra/pdf/render-acuse.ts';
import { printAcuse } from '#tramites/acuse/print-acuse.ts';
import { buildToken } from '#tramites/enlace/enlace-de-correo.ts';
import { listRegistrosDeMedio } from '#tramites/medio-de-contacto/list-registros-de-medio.ts';
import { removeRegistrosDeMedio } from '#tramites/medio-de-contacto/remove-registros-de-medio.ts';
import { validateCorreo } from '#tramites/medio-de-contacto/validate-correo.ts';
import { importPadron } from '#tramites/padron/import-padron.ts';
import { createEscenario, type Escenario, type Titular } from '../../support/escenario.ts';
import { addRegistros } from '../../support/padron.ts';
import { registerForRegistros } from '../../support/registros.ts';
import { testDb } from '../../support/test-db.ts';

const HOUR = 3_600_000;
const NADIE = { onObservaciones: async () => undefined, onAvance: () => undefined };

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
});

/** The padrón says that they are of another titular, by a clock that is off. */
async function pass(leaving: readonly string[], off = 0): Promise<void> {
  const filas = leaving.map((numero) => `MEGL920721K30,LETICIA,${numero},Tijuana,,vigente`);
  const csv = ['rfc,nombre,registro_patronal,subdelegacion,domicilio,estado', ...filas].join('\n');
  const now = () => new Date(escenario.ctx.now().getTime() + off);
  const ctx = { ...escenario.ctx, now, actor: { tipo: 'SISTEMA' } } as const;
  const result = await importPadron(ctx, { open: () => Readable.from([Buffer.from(csv)]) }, NADIE);
  if (!result.ok) throw new Error(result.error.codigo);
}

async function validate() {
  const medio = await escenario.db.medioDeContacto.findUniqueOrThrow({ where: { folio } });
  return validateCorreo(escenario.ctx, buildToken(escenario.ctx.claves, medio) ?? '');
}

/** Throws where what it certifies is not what it would print. */
async function emitValidacion(): Promise<void> {
  const { id } = await escenario.db.acuse.findFirstOrThrow({ where: { folio, tipo: 'VALIDACION' } });
  await printAcuse({ ...escenario.ctx, renderAcuse, esDemo: true }, id);
}

describe('the acuse of a validation names what it certifies', () => {
  it.each([-HOUR, 0, HOUR])('when a registro passes after it, by a clock that is %i ms off', async (off) => {
    expect((await validate()).ok).toBe(true);
    await pass(numeros.slice(0, 1), off);
    await emitValidacion();
  });

  it.each([-HOUR, 0, HOUR])('when a registro passes before it, by a clock that is %i ms off', async (off) => {
    await pass(numeros.slice(0, 1), off);
    expect((await validate()).ok).toBe(true);
    await emitValidacion();
  });

  it('when its titular takes a registro off at the same instant', async () => {
    await validate();
    expect((await removeRegistrosDeMedio(titular.ctx, { folio, numeros: numeros.slice(0, 1) })).ok).toBe(true);
    await emitValidacion();
  });

  it('however the link and the padrón meet', async () => {
    await Promise.all([pass(numeros.slice(0, 3)), validate()]);
    await emitValidacion();
  });
});

describe('a medio whose registros have all passed', () => {
  it('ends, and its link says so', async () => {
    await pass(numeros);
    expect(await escenario.db.medioDeContacto.findUniqueOrThrow({ where: { folio } })).toMatchObject({
      estado: 'BAJA',
      registros: 4,
      fechaDeBaja: escenario.ctx.now(),
    });
    expect(await escenario.db.bitacora.count({ where: { folio, evento: 'MEDIO_DADO_DE_BAJA' } })).toBe(1);
    expect(await validate()).toEqual({ ok: false, error: 'ENLACE_DE_MEDIO_DADO_DE_BAJA' });
  });
});

it('tells the titular before nothing of a registro that has passed but its number', async () => {
  await pass(numeros.slice(0, 1));
  const page = await listRegistrosDeMedio(titular.ctx, folio, { prefijo: '', despuesDe: '' });
  expect(page?.alcances.map(({ numero, subdelegacion }) => [numero, subdelegacion === 'Tijuana'])).toEqual(
    numeros.map((numero) => [numero, false]),
  );
  expect(page?.alcances[0]?.subdelegacion).toBe('—');
});
