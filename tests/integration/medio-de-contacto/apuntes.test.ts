import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { PRUEBAS } from '#domain/retencion/retencion.ts';
import { buildToken } from '#tramites/enlace/enlace-de-correo.ts';
import { findReemplazable } from '#tramites/medio-de-contacto/find-reemplazable.ts';
import { labelMedio } from '#tramites/medio-de-contacto/label-medio.ts';
import { listMedios } from '#tramites/medio-de-contacto/list-medios.ts';
import { registerMedioDeContacto } from '#tramites/medio-de-contacto/register-medio-de-contacto.ts';
import { removeMedioDeContacto } from '#tramites/medio-de-contacto/remove-medio-de-contacto.ts';
import { validateCorreo } from '#tramites/medio-de-contacto/validate-correo.ts';
import { addMedioValidado, createEscenario, type Escenario, type Titular } from '../../support/escenario.ts';
import { testDb } from '../../support/test-db.ts';

const VIEJO = 'viejo@correo.example';
const NUEVO = 'nuevo@correo.example';
const CELULAR = '+525512345678';

let escenario: Escenario;
let titular: Titular;
let otro: Titular;
beforeEach(async () => {
  escenario = await createEscenario(await testDb());
  titular = await escenario.enter();
  otro = await escenario.enter('MEGL920721K30');
  await addMedioValidado(titular, 'CORREO_ELECTRONICO', VIEJO);
});

const medioDe = async (valor: string, { ctx }: Titular = titular) => {
  const found = (await listMedios(ctx)).find((medio) => medio.valor === valor);
  if (!found) throw new Error(`no ${valor}`);
  return found;
};
const label = async (text: string, quien = titular) => labelMedio(quien.ctx, (await medioDe(VIEJO)).folio, text);

async function register(valor: string, reemplaza: string): Promise<string> {
  const peticion = { mecanismo: 'CORREO_ELECTRONICO' as const, valor, peticionId: randomUUID(), reemplaza };
  const result = await registerMedioDeContacto(titular.ctx, peticion);
  if (!result.ok) throw new Error(result.error);
  return result.value.folio;
}

async function validate(valor: string): Promise<void> {
  const medio = await escenario.db.medioDeContacto.findFirstOrThrow({ where: { valor } });
  expect((await validateCorreo(escenario.ctx, buildToken(escenario.ctx.claves, medio) ?? '')).ok).toBe(true);
}

describe('a label of a medio', () => {
  it('is put, changed and taken away by its titular', async () => {
    for (const [text, etiqueta] of [
      ['  Contador ', 'Contador'],
      ['Nóminas', 'Nóminas'],
      ['', null],
    ] as const) {
      expect((await label(text)).ok).toBe(true);
      expect((await medioDe(VIEJO)).etiqueta).toBe(etiqueta);
    }
    expect(await label('x'.repeat(31))).toEqual({ ok: false, error: 'ETIQUETA_LARGA' });
  });

  it('is put by nobody else, nor on a medio that is no longer in use', async () => {
    expect(await label('Ajena', otro)).toEqual({ ok: false, error: 'MEDIO_SIN_ETIQUETA' });
    await removeMedioDeContacto(titular.ctx, (await medioDe(VIEJO)).folio);
    expect(await label('Tarde')).toEqual({ ok: false, error: 'MEDIO_SIN_ETIQUETA' });
    expect((await medioDe(VIEJO)).etiqueta).toBeNull();
  });

  it('is in no acuse, message or line of the bitácora, and no representative sees it', async () => {
    await label('Contador secreto');
    await register(NUEVO, 'ninguno');
    await removeMedioDeContacto(titular.ctx, (await medioDe(VIEJO)).folio);
    const tables = Object.values(PRUEBAS).flatMap(({ tablas }) => [...tablas]);
    for (const table of tables.filter((each) => each !== 'apunte_de_medio')) {
      const rows = await escenario.db.$queryRawUnsafe(`SELECT t::text AS fila FROM "${table}" AS t`);
      expect(JSON.stringify(rows), table).not.toContain('secreto');
    }
    const conducto = { ...titular.ctx.actor, folio: 'x', poderes: ['MEDIOS'], registrosPatronales: [] };
    const ctx = { ...titular.ctx, actor: { ...titular.ctx.actor, porConducto: conducto as never } };
    expect((await listMedios(ctx)).map(({ etiqueta }) => etiqueta)).toEqual([null, null]);
  });

  it('has no room in the database for more than a word or two', async () => {
    const { id: medioId } = await escenario.db.medioDeContacto.findFirstOrThrow({ where: { valor: VIEJO } });
    for (const etiqueta of ['', ' x', 'x'.repeat(31), 'a\nb'])
      await expect(escenario.db.apunteDeMedio.create({ data: { medioId, etiqueta } })).rejects.toThrow(
        'etiqueta_corta',
      );
  });
});

describe('a medio that is replaced', () => {
  it('stays in use until it is removed, also after the new one was validated', async () => {
    const { folio } = await medioDe(VIEJO);
    expect(await findReemplazable(titular.ctx, folio)).toMatchObject({ folio, hasLugar: true });
    await register(NUEVO, folio);
    const situaciones = async () => {
      const [viejo, nuevo] = [await medioDe(VIEJO), await medioDe(NUEVO)];
      return [viejo.estado, viejo.reemplazadoPor?.estado, nuevo.estado, nuevo.reemplaza?.estado];
    };
    expect(await situaciones()).toEqual(['VALIDADO', 'EN_PROCESO', 'EN_PROCESO', 'VALIDADO']);
    await validate(NUEVO);
    expect(await situaciones()).toEqual(['VALIDADO', 'VALIDADO', 'VALIDADO', 'VALIDADO']);
    await removeMedioDeContacto(titular.ctx, folio);
    expect(await situaciones()).toEqual(['BAJA', 'VALIDADO', 'VALIDADO', 'BAJA']);
  });

  it('is not said to be replaced by one that was not validated in time', async () => {
    await register(NUEVO, (await medioDe(VIEJO)).folio);
    escenario.advance(73 * 3_600_000);
    expect((await medioDe(VIEJO)).reemplazadoPor?.estado ?? 'CANCELADO').toBe('CANCELADO');
  });

  it('has to go first where both have no place: the phone', async () => {
    await addMedioValidado(titular, 'TELEFONO', CELULAR);
    const { folio } = await medioDe(CELULAR);
    expect(await findReemplazable(titular.ctx, folio)).toMatchObject({ hasLugar: false });
  });

  it('is one of its titular’s, of the same kind, that works: anything else is of no effect', async () => {
    await addMedioValidado(otro, 'CORREO_ELECTRONICO', 'ajeno@correo.example');
    await addMedioValidado(titular, 'TELEFONO', CELULAR);
    const ajeno = (await medioDe('ajeno@correo.example', otro)).folio;
    expect(await findReemplazable(titular.ctx, ajeno)).toBeNull();
    for (const [cual, folio] of [ajeno, (await medioDe(CELULAR)).folio, 'no es un folio'].entries())
      await register(`${cual}-${NUEVO}`, folio);
    expect(await escenario.db.apunteDeMedio.count()).toBe(0);
    const [suyo, deOtro] = await Promise.all(
      [VIEJO, 'ajeno@correo.example'].map((valor) =>
        escenario.db.medioDeContacto.findFirstOrThrow({ where: { valor } }),
      ),
    );
    const data = { medioId: suyo?.id ?? '', reemplazaAId: deOtro?.id ?? '' };
    await expect(escenario.db.apunteDeMedio.create({ data })).rejects.toThrow('replaces another of its titular');
  });
});
