import { createHash, randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { parseDatosDeAcuse } from '#domain/acuse/datos.ts';
import { buildToken } from '#tramites/enlace/enlace-de-correo.ts';
import {
  checkMedioDeRegistros,
  registerMedioDeRegistros,
} from '#tramites/medio-de-contacto/register-medio-de-registros.ts';
import { validateCorreo } from '#tramites/medio-de-contacto/validate-correo.ts';
import { listRegistros } from '#tramites/registro-patronal/list-registros.ts';
import { addMedioValidado, createEscenario, type Escenario, type Titular } from '../../support/escenario.ts';
import { addRegistros } from '../../support/padron.ts';
import { registerForRegistros, select } from '../../support/registros.ts';
import { testDb } from '../../support/test-db.ts';

const PRIMERA_PAGINA = { buscar: '', sinValidar: false, despuesDe: '', seleccionId: null };

let escenario: Escenario;
let titular: Titular;
let numeros: string[];
beforeEach(async () => {
  escenario = await createEscenario(await testDb());
  titular = await escenario.enter();
  numeros = await addRegistros(escenario.db, titular.ctx.actor.titularId, 6);
});

async function folioOf(result: Awaited<ReturnType<typeof registerForRegistros>>): Promise<string> {
  if (!result.ok) throw new Error(result.error);
  return result.value.folio;
}

const medioOf = (folio: string) => escenario.db.medioDeContacto.findUniqueOrThrow({ where: { folio } });

async function validate(folio: string): Promise<void> {
  const token = buildToken(escenario.ctx.claves, await medioOf(folio)) ?? '';
  expect((await validateCorreo(escenario.ctx, token)).ok).toBe(true);
}

const validados = async () =>
  (await listRegistros(titular.ctx, PRIMERA_PAGINA)).filas.map(({ correos, telefonos }) => `${correos}/${telefonos}`);

describe('one registration, however many registros', () => {
  it('is one folio, one message and one proof, which counts for all of them at once', async () => {
    const folio = await folioOf(await registerForRegistros(titular, 'nomina@espiga.example', 'todos'));
    expect(await escenario.db.aviso.count({ where: { tipo: 'VALIDA_CORREO' } })).toBe(1);
    expect(await validados()).toEqual(Array(6).fill('0/0'));
    await validate(folio);
    expect(await validados()).toEqual(Array(6).fill('1/0'));
    expect((await medioOf(folio)).registros).toBe(6);
  });

  it('leaves the medios of the RFC as they were', async () => {
    await folioOf(await registerForRegistros(titular, 'nomina@espiga.example', 'todos'));
    expect(await escenario.db.alcanceDeMedio.count({ where: { registroPatronalId: null } })).toBe(0);
  });

  it('is for those that were ticked and no other', async () => {
    await validate(await folioOf(await registerForRegistros(titular, 'uno@espiga.example', numeros.slice(1, 3))));
    expect(await validados()).toEqual(['0/0', '1/0', '1/0', '0/0', '0/0', '0/0']);
  });

  it('certifies in its acuse how many and which: anyone can compute the SHA-256 of the list', async () => {
    const folio = await folioOf(await registerForRegistros(titular, 'uno@espiga.example', numeros.slice(0, 2)));
    await validate(folio);
    const sha256 = createHash('sha256').update(`${numeros[0]}\n${numeros[1]}\n`).digest('hex');
    const acuses = await escenario.db.acuse.findMany({ where: { folio }, orderBy: { tipo: 'asc' } });
    expect(acuses.map(({ tipo }) => tipo)).toEqual(['REGISTRO', 'VALIDACION']);
    for (const { datos, cadenaOriginal } of acuses) {
      expect(parseDatosDeAcuse(datos)).toMatchObject({ registros: { total: 2, sha256 } });
      expect(cadenaOriginal).toContain(
        `|Registros Patronales:2|SHA-256 de la relación de Registros Patronales:${sha256}|`,
      );
    }
  });

  it('arriving twice registers once', async () => {
    const seleccionId = await select(titular, 'todos');
    const peticion = { mecanismo: 'CORREO_ELECTRONICO' as const, valor: 'a@espiga.example', seleccionId };
    const checked = await checkMedioDeRegistros(titular.ctx, peticion);
    if (!checked.ok) throw new Error(checked.error);
    const { sha256 } = checked.value.cupo;
    const press = { ...peticion, sha256, sinNuevaValidacion: false, peticionId: randomUUID() };
    const first = await registerMedioDeRegistros(titular.ctx, press);
    expect(await registerMedioDeRegistros(titular.ctx, press)).toEqual(first);
    expect(await escenario.db.medioDeContacto.count()).toBe(1);
  });
});

describe('what is asked before', () => {
  it('names those that have it already and those that are full; only the others take it', async () => {
    await folioOf(await registerForRegistros(titular, '5512345678', numeros.slice(0, 1)));
    await folioOf(await registerForRegistros(titular, '5512345679', numeros.slice(1, 2)));
    const seleccionId = await select(titular, 'todos');
    const peticion = { mecanismo: 'TELEFONO' as const, valor: '5512345679', seleccionId };
    const checked = await checkMedioDeRegistros(titular.ctx, peticion);
    expect(checked).toMatchObject({
      ok: true,
      value: { cupo: { elegidos: 6, caben: 4, repetidos: [numeros[1]], llenos: [numeros[0]] } },
    });
    const folio = await folioOf(await registerForRegistros(titular, '5512345679', 'todos'));
    expect((await medioOf(folio)).registros).toBe(4);
  });

  it('refuses when nothing was ticked, and when none of them can take it', async () => {
    expect(await registerForRegistros(titular, 'a@espiga.example', [])).toEqual({
      ok: false,
      error: 'SIN_REGISTROS_ELEGIDOS',
    });
    await folioOf(await registerForRegistros(titular, 'a@espiga.example', 'todos'));
    expect(await registerForRegistros(titular, 'A@espiga.example', 'todos')).toMatchObject({
      ok: false,
      error: 'NINGUN_REGISTRO_LO_ADMITE',
    });
  });

  it('names which cannot take it and why also when none of those that were ticked can', async () => {
    await folioOf(await registerForRegistros(titular, '5512345678', numeros.slice(0, 1)));
    await folioOf(await registerForRegistros(titular, '5512345679', numeros.slice(1, 3)));
    expect(await registerForRegistros(titular, '5512345679', numeros.slice(0, 3))).toMatchObject({
      ok: false,
      error: 'NINGUN_REGISTRO_LO_ADMITE',
      cupo: { elegidos: 3, caben: 0, repetidos: numeros.slice(1, 3), llenos: numeros.slice(0, 1) },
    });
  });

  it('is what is registered: if it changed meanwhile nothing is, and it says so', async () => {
    const seleccionId = await select(titular, 'todos');
    const peticion = { mecanismo: 'CORREO_ELECTRONICO' as const, valor: 'a@espiga.example', seleccionId };
    const checked = await checkMedioDeRegistros(titular.ctx, peticion);
    if (!checked.ok) throw new Error(checked.error);
    await addRegistros(escenario.db, titular.ctx.actor.titularId, 1, { desde: 50 });
    const press = { sha256: checked.value.cupo.sha256, sinNuevaValidacion: false, peticionId: randomUUID() };
    expect(await registerMedioDeRegistros(titular.ctx, { ...peticion, ...press })).toEqual({
      ok: false,
      error: 'CAMBIO_AL_CONFIRMAR',
    });
    expect(await escenario.db.medioDeContacto.count()).toBe(0);
  });

  it('also when none is left of those that were ticked, or none that can take it', async () => {
    const seleccionId = await select(titular, numeros.slice(0, 1));
    const peticion = { mecanismo: 'TELEFONO' as const, valor: '5512345678', seleccionId };
    const checked = await checkMedioDeRegistros(titular.ctx, peticion);
    if (!checked.ok) throw new Error(checked.error);
    const press = { sha256: checked.value.cupo.sha256, sinNuevaValidacion: false, peticionId: randomUUID() };
    const accept = () => registerMedioDeRegistros(titular.ctx, { ...peticion, ...press });
    const changed = { ok: false, error: 'CAMBIO_AL_CONFIRMAR' };
    const setEstado = (estado: 'VIGENTE' | 'BAJA') =>
      escenario.db.registroPatronal.update({ where: { numero: numeros[0] }, data: { estado } });
    await setEstado('BAJA');
    expect(await accept()).toEqual(changed);
    await setEstado('VIGENTE');
    const folio = await folioOf(await registerForRegistros(titular, '5512345679', numeros.slice(0, 1)));
    expect(await accept()).toEqual(changed);
    expect(await escenario.db.medioDeContacto.findMany({ select: { folio: true } })).toEqual([{ folio }]);
  });

  it('five e-mails are the most for each registro', async () => {
    for (const n of [1, 2, 3, 4, 5])
      await folioOf(await registerForRegistros(titular, `c${n}@espiga.example`, numeros.slice(0, 1)));
    const folio = await folioOf(await registerForRegistros(titular, 'c6@espiga.example', numeros.slice(0, 2)));
    expect((await medioOf(folio)).registros).toBe(1);
  });
});

describe('«Asociar sin nueva validación»', () => {
  it('associates at once what the RFC has proved, with a folio and receipts of its own and no message to prove it', async () => {
    await addMedioValidado(titular, 'CORREO_ELECTRONICO', 'ya@espiga.example');
    const options = { sinNuevaValidacion: true };
    const folio = await folioOf(await registerForRegistros(titular, 'ya@espiga.example', 'todos', options));
    expect(await medioOf(folio)).toMatchObject({ estado: 'VALIDADO', registros: 6 });
    expect(await validados()).toEqual(Array(6).fill('1/0'));
    expect(await escenario.db.acuse.count({ where: { folio } })).toBe(2);
    expect(await escenario.db.aviso.count({ where: { tipo: 'VALIDA_CORREO' } })).toBe(0);
  });

  it('does not work for a value that nobody proved, or that another titular did', async () => {
    const other = await escenario.enter('PEO020304K7A');
    await addMedioValidado(other, 'CORREO_ELECTRONICO', 'ya@espiga.example');
    const options = { sinNuevaValidacion: true };
    expect(await registerForRegistros(titular, 'ya@espiga.example', 'todos', options)).toEqual({
      ok: false,
      error: 'CAMBIO_AL_CONFIRMAR',
    });
  });
});
