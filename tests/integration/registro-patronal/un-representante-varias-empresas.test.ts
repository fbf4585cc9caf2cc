import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { renderAcuse } from '#infra/pdf/render-acuse.ts';
import { downloadAcuse } from '#tramites/acuse/download-acuse.ts';
import { buildToken } from '#tramites/enlace/enlace-de-correo.ts';
import { findMedio, listMedios } from '#tramites/medio-de-contacto/list-medios.ts';
import { listRegistrosDeMedio } from '#tramites/medio-de-contacto/list-registros-de-medio.ts';
import {
  checkMedioDeRegistros,
  registerMedioDeRegistros,
} from '#tramites/medio-de-contacto/register-medio-de-registros.ts';
import { removeMedioDeContacto } from '#tramites/medio-de-contacto/remove-medio-de-contacto.ts';
import { removeRegistrosDeMedio } from '#tramites/medio-de-contacto/remove-registros-de-medio.ts';
import { validateCorreo } from '#tramites/medio-de-contacto/validate-correo.ts';
import { listRegistrosSinCupo } from '#tramites/registro-patronal/check-registros.ts';
import { listRegistros } from '#tramites/registro-patronal/list-registros.ts';
import { findSeleccion, markRegistros } from '#tramites/registro-patronal/mark-registros.ts';
import { MORAL } from '../../support/efirma/autoridad-de-prueba.ts';
import { createEscenario, type Escenario, type Titular } from '../../support/escenario.ts';
import { addRegistros } from '../../support/padron.ts';
import { registerForRegistros, select } from '../../support/registros.ts';
import { testDb } from '../../support/test-db.ts';

const CORREO = 'despacho@contadores.example';
const TODOS = { buscar: '', sinValidar: false, despuesDe: '', seleccionId: null };

let escenario: Escenario;
let panaderia: Titular;
let constructora: Titular;
let dePanaderia: string[];
let deConstructora: string[];

// One person, representative of two personas morales, signs in with the e.firma of each.
beforeEach(async () => {
  escenario = await createEscenario(await testDb());
  const { rfcRepresentante, curpRepresentante } = MORAL;
  const representante = { rfcRepresentante, curpRepresentante, curp: undefined };
  panaderia = await escenario.enter('PEO020304K7A', representante);
  constructora = await escenario.enter('GCB110718R21', representante);
  dePanaderia = await addRegistros(escenario.db, panaderia.ctx.actor.titularId, 3);
  deConstructora = await addRegistros(escenario.db, constructora.ctx.actor.titularId, 3, { desde: 100 });
});

const registerIn = async (titular: Titular) => {
  const result = await registerForRegistros(titular, CORREO, 'todos');
  if (!result.ok) throw new Error(result.error);
  return result.value.folio;
};

describe('the same address in two empresas', () => {
  it('is two medios, each with its folio; proving one proves nothing of the other', async () => {
    const [one, two] = [await registerIn(panaderia), await registerIn(constructora)];
    const medio = await escenario.db.medioDeContacto.findUniqueOrThrow({ where: { folio: one } });
    await validateCorreo(escenario.ctx, buildToken(escenario.ctx.claves, medio) ?? '');
    expect((await findMedio(panaderia.ctx, one))?.estado).toBe('VALIDADO');
    expect((await findMedio(constructora.ctx, two))?.estado).toBe('EN_PROCESO');
    const { filas } = await listRegistros(constructora.ctx, TODOS);
    expect(filas.every(({ correos }) => correos === 0)).toBe(true);
  });

  it('does not spare the other its proof', async () => {
    const folio = await registerIn(panaderia);
    const medio = await escenario.db.medioDeContacto.findUniqueOrThrow({ where: { folio } });
    await validateCorreo(escenario.ctx, buildToken(escenario.ctx.claves, medio) ?? '');
    const seleccionId = await select(constructora, 'todos');
    const asked = { mecanismo: 'CORREO_ELECTRONICO' as const, valor: CORREO, seleccionId };
    expect(await checkMedioDeRegistros(constructora.ctx, asked)).toMatchObject({
      ok: true,
      value: { prueba: null },
    });
  });
});

describe('from one empresa, of the other', () => {
  it('nothing is seen', async () => {
    const folio = await registerIn(panaderia);
    const { ctx } = constructora;
    expect(await listMedios(ctx)).toEqual([]);
    expect(await findMedio(ctx, folio)).toBeNull();
    expect(await listRegistrosDeMedio(ctx, folio, { prefijo: '', despuesDe: '' })).toBeNull();
    expect(await downloadAcuse({ ...ctx, renderAcuse, esDemo: true }, folio, 'REGISTRO')).toBeNull();
    expect((await listRegistros(ctx, TODOS)).filas.map(({ numero }) => numero)).toEqual(deConstructora);
  });

  it('nothing is removed', async () => {
    const folio = await registerIn(panaderia);
    expect((await removeMedioDeContacto(constructora.ctx, folio)).ok).toBe(false);
    expect((await removeRegistrosDeMedio(constructora.ctx, { folio, numeros: dePanaderia })).ok).toBe(false);
  });

  it('the registros that cannot take a medio are told to their own titular alone', async () => {
    await registerIn(panaderia);
    const asked = {
      mecanismo: 'CORREO_ELECTRONICO' as const,
      valor: CORREO,
      seleccionId: await select(panaderia, 'todos'),
    };
    const own = await listRegistrosSinCupo(panaderia.ctx, asked);
    expect(own?.map(({ numero, motivo }) => [numero, motivo])).toEqual(dePanaderia.map((each) => [each, 'REPETIDO']));
    expect(await listRegistrosSinCupo(constructora.ctx, asked)).toEqual([]);
  });

  it('no registro is ticked, not even by naming it', async () => {
    const seleccionId = await select(constructora, dePanaderia);
    expect((await findSeleccion(constructora.ctx, seleccionId)).cuantos).toBe(0);
    expect(await registerForRegistros(constructora, CORREO, dePanaderia)).toEqual({
      ok: false,
      error: 'SIN_REGISTROS_ELEGIDOS',
    });
  });

  it('no selection is read, changed or registered', async () => {
    const seleccionId = await select(panaderia, 'todos');
    expect((await findSeleccion(constructora.ctx, seleccionId)).cuantos).toBe(0);
    const marcas = { seleccionId, todos: false, visibles: deConstructora, marcados: deConstructora, isAlDia: true };
    const own = await markRegistros(constructora.ctx, marcas);
    expect(own.seleccionId).not.toBe(seleccionId);
    expect((await findSeleccion(panaderia.ctx, seleccionId)).cuantos).toBe(3);
    const stolen = { mecanismo: 'CORREO_ELECTRONICO' as const, valor: CORREO, seleccionId, sha256: 'ab'.repeat(32) };
    const attempt = { ...stolen, sinNuevaValidacion: false, peticionId: randomUUID() };
    expect(await registerMedioDeRegistros(constructora.ctx, attempt)).toEqual({
      ok: false,
      error: 'CAMBIO_AL_CONFIRMAR',
    });
  });
});
