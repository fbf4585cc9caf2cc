import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { MAXIMO } from '#domain/medio-de-contacto/limites.ts';
import type { ContextoDeTitular } from '#tramites/contexto.ts';
import {
  registerMedioDeContacto,
  registerMediosDeContacto,
} from '#tramites/medio-de-contacto/register-medio-de-contacto.ts';
import { createEscenario, type Escenario, type Titular } from '../../support/escenario.ts';
import { testDb } from '../../support/test-db.ts';

const HOURS = 3_600_000;

let escenario: Escenario;
let titular: Titular;
beforeEach(async () => {
  escenario = await createEscenario(await testDb());
  titular = await escenario.enter();
});

const register = (ctx: ContextoDeTitular, valor: string, peticionId: string = randomUUID()) =>
  registerMedioDeContacto(ctx, {
    mecanismo: valor.includes('@') ? 'CORREO_ELECTRONICO' : 'TELEFONO',
    valor,
    peticionId,
  });

const activos = (titularId: string) =>
  escenario.db.medioDeContacto.count({ where: { titularId, estado: { in: ['EN_PROCESO', 'VALIDADO'] } } });

const ambos = (correo: string, telefono: string) => [
  { mecanismo: 'CORREO_ELECTRONICO' as const, valor: correo, peticionId: randomUUID() },
  { mecanismo: 'TELEFONO' as const, valor: telefono, peticionId: randomUUID() },
];

describe('registering the e-mail and the phone together', () => {
  it('gives each its folio, acuse and message, once however often the press arrives', async () => {
    const peticiones = ambos('ana@correo.example', '55 1234 5678');
    const results = await Promise.all([1, 2].map(() => registerMediosDeContacto(titular.ctx, peticiones)));
    const [folios, again] = results.map((result) => (result.ok ? result.value : []));
    expect(folios).toHaveLength(2);
    expect(again).toEqual(folios);
    const medios = await escenario.db.medioDeContacto.findMany({
      orderBy: { folio: 'asc' },
      select: { folio: true, valor: true, avisos: { select: { tipo: true } } },
    });
    expect(medios).toEqual([
      { folio: folios?.[0], valor: 'ana@correo.example', avisos: [{ tipo: 'VALIDA_CORREO' }] },
      { folio: folios?.[1], valor: '+525512345678', avisos: [{ tipo: 'CODIGO_CELULAR' }] },
    ]);
    expect(await escenario.db.acuse.count({ where: { tipo: 'REGISTRO' } })).toBe(2);
  });

  it.each([
    ['the phone is not one', 'ana@correo.example', '55', 'TELEFONO_MAL_FORMADO', 1],
    ['there is a phone already', 'ana@correo.example', '5511110000', 'LIMITE_DE_TELEFONOS', 1],
    ['the e-mail is there already', 'ya@correo.example', '5511110001', 'MEDIO_YA_REGISTRADO', 0],
  ])('registers neither when %s, and says which it is about', async (_, correo, telefono, codigo, cual) => {
    await register(titular.ctx, 'ya@correo.example');
    if (codigo !== 'MEDIO_YA_REGISTRADO') await register(titular.ctx, '5522220000');
    const antes = await escenario.db.medioDeContacto.count();
    const result = await registerMediosDeContacto(titular.ctx, ambos(correo, telefono));
    expect(result).toEqual({ ok: false, error: { codigo, cual } });
    expect(await escenario.db.medioDeContacto.count()).toBe(antes);
  });
});

describe('registering a medio de contacto', () => {
  it('leaves the medio, its acuse, its message, its jobs and its event together', async () => {
    const result = await register(titular.ctx, 'Ana@Correo.Example');
    if (!result.ok) throw new Error(result.error);
    const { folio } = result.value;
    const medio = await escenario.db.medioDeContacto.findUniqueOrThrow({ where: { folio }, include: { avisos: true } });
    expect(medio).toMatchObject({
      valor: 'Ana@correo.example',
      valorComparable: 'ana@correo.example',
      estado: 'EN_PROCESO',
    });
    expect(medio.venceEn.getTime() - medio.fechaDeRegistro.getTime()).toBe(72 * HOURS);
    expect(medio.avisos).toMatchObject([{ tipo: 'VALIDA_CORREO', estado: 'PENDIENTE', destino: 'Ana@correo.example' }]);
    expect(await escenario.db.acuse.count({ where: { folio, tipo: 'REGISTRO' } })).toBe(1);
    const jobs = await escenario.db.$queryRaw<{ task_identifier: string }[]>`
      SELECT task_identifier FROM graphile_worker.jobs ORDER BY 1`;
    expect(jobs.map((job) => job.task_identifier)).toEqual(['cancelar-medio', 'emitir-acuse', 'enviar-aviso']);
    const eventos = await escenario.db.bitacora.findMany({ where: { folio }, select: { evento: true } });
    expect(eventos).toContainEqual({ evento: 'MEDIO_REGISTRADO' });
  });

  it('registers one press of «Aceptar» once, however often it arrives', async () => {
    const peticionId = randomUUID();
    const results = await Promise.all([1, 2, 3].map(() => register(titular.ctx, 'ana@correo.example', peticionId)));
    expect(new Set(results.map((result) => (result.ok ? result.value.folio : result.error))).size).toBe(1);
    expect(await escenario.db.aviso.count()).toBe(1);
  });

  it('refuses the sixth e-mail when two tabs register it at once', async () => {
    for (const name of ['a', 'b', 'c', 'd']) await register(titular.ctx, `${name}@correo.example`);
    const results = await Promise.all(['e', 'f'].map((name) => register(titular.ctx, `${name}@correo.example`)));
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.find(({ ok }) => !ok)).toEqual({ ok: false, error: 'LIMITE_DE_CORREOS' });
    expect(await activos(titular.ctx.actor.titularId)).toBe(MAXIMO.CORREO_ELECTRONICO);
  });

  it('refuses a second phone and a repeated address', async () => {
    await register(titular.ctx, '5512345678');
    expect(await register(titular.ctx, '5587654321')).toEqual({ ok: false, error: 'LIMITE_DE_TELEFONOS' });
    await register(titular.ctx, 'ana@correo.example');
    expect(await register(titular.ctx, 'ANA@correo.example')).toEqual({ ok: false, error: 'MEDIO_YA_REGISTRADO' });
  });

  it('lets one address serve several RFCs', async () => {
    const other = await escenario.enter('MEGL920721K30');
    expect((await register(titular.ctx, 'despacho@correo.example')).ok).toBe(true);
    expect((await register(other.ctx, 'despacho@correo.example')).ok).toBe(true);
  });

  it('frees the place of one that expired, without waiting for the worker', async () => {
    await register(titular.ctx, '5512345678');
    escenario.advance(72 * HOURS - 1);
    expect((await register(titular.ctx, '5512345678')).ok).toBe(false);
    escenario.advance(1);
    expect((await register(titular.ctx, '5512345678')).ok).toBe(true);
    const estados = await escenario.db.medioDeContacto.findMany({
      select: { estado: true },
      orderBy: { folio: 'asc' },
    });
    expect(estados).toEqual([{ estado: 'CANCELADO' }, { estado: 'EN_PROCESO' }]);
  });

  it('says what is wrong with bad input and leaves nothing behind', async () => {
    expect(await register(titular.ctx, 'ana@@correo')).toEqual({ ok: false, error: 'CORREO_MAL_FORMADO' });
    expect(await register(titular.ctx, '12345')).toEqual({ ok: false, error: 'TELEFONO_MAL_FORMADO' });
    expect(await escenario.db.medioDeContacto.count()).toBe(0);
    expect(await escenario.db.aviso.count()).toBe(0);
  });

  it('keeps the limits for any mixture of simultaneous registrations', async () => {
    const valor = fc.oneof(
      fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g').map((name) => `${name}@correo.example`),
      fc.constantFrom('5512345678', '5587654321', '3312345678'),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(valor, { minLength: 4, maxLength: 12 }), async (valores) => {
        const { ctx } = await escenario.enter();
        await escenario.db.alcanceDeMedio.updateMany({ data: { lugar: null } });
        await Promise.all(valores.map((each) => register(ctx, each)));
        const lugares = await escenario.db.alcanceDeMedio.findMany({ where: { lugar: { not: null } } });
        const correos = lugares.filter(({ mecanismo }) => mecanismo === 'CORREO_ELECTRONICO');
        expect(correos.length).toBeLessThanOrEqual(MAXIMO.CORREO_ELECTRONICO);
        expect(lugares.length - correos.length).toBeLessThanOrEqual(1);
        expect(new Set(lugares.map((each) => each.valorComparable)).size).toBe(lugares.length);
      }),
      { numRuns: 8 },
    );
  });
});

describe('what the database itself refuses', () => {
  it('a sixth place, a validation after the deadline, a state that cannot follow', async () => {
    const result = await register(titular.ctx, 'ana@correo.example');
    if (!result.ok) throw new Error(result.error);
    const medio = await escenario.db.medioDeContacto.findUniqueOrThrow({ where: result.value });
    const where = { id: medio.id };
    await expect(escenario.db.alcanceDeMedio.updateMany({ data: { lugar: 6 } })).rejects.toThrow();
    await expect(
      escenario.db.medioDeContacto.update({ where, data: { estado: 'VALIDADO', fechaDeValidacion: medio.venceEn } }),
    ).rejects.toThrow();
    const later = new Date(medio.venceEn.getTime() + 1000);
    await expect(escenario.db.medioDeContacto.update({ where, data: { venceEn: later } })).rejects.toThrow();
    await escenario.db.medioDeContacto.update({ where, data: { estado: 'BAJA', fechaDeBaja: new Date() } });
    await expect(
      escenario.db.medioDeContacto.update({ where, data: { estado: 'EN_PROCESO', fechaDeBaja: null } }),
    ).rejects.toThrow();
  });

  it('any change of an acuse or of the bitácora', async () => {
    await register(titular.ctx, 'ana@correo.example');
    await expect(escenario.db.bitacora.updateMany({ data: { evento: 'OTRO' } })).rejects.toThrow();
    await expect(escenario.db.bitacora.deleteMany()).rejects.toThrow();
    await expect(escenario.db.acuse.updateMany({ data: { cadenaOriginal: 'otra' } })).rejects.toThrow();
  });
});
