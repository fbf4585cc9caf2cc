import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { codeFromHmac } from '#domain/medio-de-contacto/codigo.ts';
import { registerMedioDeContacto } from '#tramites/medio-de-contacto/register-medio-de-contacto.ts';
import { validateCelular } from '#tramites/medio-de-contacto/validate-celular.ts';
import { createEscenario, type Escenario, type Titular } from '../../support/escenario.ts';
import { testDb } from '../../support/test-db.ts';

const DEADLINE_MS = 72 * 3_600_000;

let escenario: Escenario;
let titular: Titular;
beforeEach(async () => {
  escenario = await createEscenario(await testDb());
  titular = await escenario.enter();
});

async function registerCelular({ ctx }: Titular, valor = '5512345678') {
  const result = await registerMedioDeContacto(ctx, { mecanismo: 'TELEFONO', valor, peticionId: randomUUID() });
  if (!result.ok) throw new Error(result.error);
  const medio = await escenario.db.medioDeContacto.findUniqueOrThrow({ where: result.value });
  const codigo = codeFromHmac(ctx.claves.derive(medio.claveId, 'codigo-de-celular', medio.id) ?? new Uint8Array());
  return { folio: medio.folio, codigo, wrong: codigo === '00000' ? '11111' : '00000' };
}

describe('the code of an SMS', () => {
  it('validates, once, with its acuse and its confirmation', async () => {
    const { folio, codigo } = await registerCelular(titular);
    const twice = await Promise.all([1, 2].map(() => validateCelular(titular.ctx, { folio, codigo })));
    expect(twice).toEqual([1, 2].map(() => ({ ok: true, value: { folio } })));
    expect(await escenario.db.acuse.count({ where: { tipo: 'VALIDACION' } })).toBe(1);
    expect(await escenario.db.aviso.count({ where: { tipo: 'CELULAR_VALIDADO' } })).toBe(1);
  });

  it('may be typed with blanks, and is not compared when it is no code', async () => {
    const { folio, codigo } = await registerCelular(titular);
    expect(await validateCelular(titular.ctx, { folio, codigo: 'abc' })).toMatchObject({
      error: { codigo: 'CODIGO_MAL_FORMADO' },
    });
    expect(await escenario.db.intentoDeCodigo.count()).toBe(0);
    const spaced = ` ${codigo.slice(0, 2)} ${codigo.slice(2)} `;
    expect((await validateCelular(titular.ctx, { folio, codigo: spaced })).ok).toBe(true);
  });

  it('is compared with none of several, and with nothing once its 72 hours are over', async () => {
    const { folio, codigo, wrong } = await registerCelular(titular);
    const otro = await registerCelular(await escenario.enter('MEGL920721K30'), '5512345679');
    const ambiguous = { ok: false, error: { codigo: 'CODIGO_AMBIGUO' } };
    expect(await validateCelular(titular.ctx, { folio, codigo: `${codigo} o ${wrong}` })).toEqual(ambiguous);
    escenario.advance(DEADLINE_MS);
    const late = { ok: false, error: { codigo: 'CODIGO_VENCIDO' } };
    for (const each of [wrong, codigo])
      expect(await validateCelular(titular.ctx, { folio, codigo: each })).toEqual(late);
    expect(await escenario.db.intentoDeCodigo.count()).toBe(0);
    const left = await escenario.db.medioDeContacto.findUniqueOrThrow({ where: { folio: otro.folio } });
    expect(left.estado).toBe('EN_PROCESO');
  });

  it('says how many tries are left, and cancels at the tenth', async () => {
    const { folio, codigo, wrong } = await registerCelular(titular);
    for (let left = 9; left >= 1; left--) {
      const error = { codigo: 'CODIGO_INCORRECTO', intentosRestantes: left };
      expect(await validateCelular(titular.ctx, { folio, codigo: wrong })).toEqual({ ok: false, error });
    }
    const exhausted = { ok: false, error: { codigo: 'CODIGO_AGOTADO' } };
    expect(await validateCelular(titular.ctx, { folio, codigo: wrong })).toEqual(exhausted);
    expect(await validateCelular(titular.ctx, { folio, codigo })).toEqual(exhausted);
    expect((await escenario.db.medioDeContacto.findFirstOrThrow()).estado).toBe('CANCELADO');
    const told = await escenario.db.bitacora.findMany({ where: { folio }, orderBy: { id: 'asc' } });
    const datos = told.flatMap(({ evento, datos }) => (/^(CODIGO|MEDIO_CAN)/.test(evento) ? [datos] : []));
    const intentos = Array.from({ length: 10 }, (_, nth) => ({ intentosFallidos: nth + 1 }));
    expect(datos).toEqual([...intentos, { causa: 'INTENTOS' }]);
  });

  it('counts every guess of many sessions at once', async () => {
    const { folio, wrong } = await registerCelular(titular);
    await Promise.all(Array.from({ length: 25 }, () => validateCelular(titular.ctx, { folio, codigo: wrong })));
    expect(await escenario.db.intentoDeCodigo.count()).toBe(10);
    expect((await escenario.db.medioDeContacto.findFirstOrThrow()).estado).toBe('CANCELADO');
  });

  it('stops at thirty wrong codes of a titular and day, over all their medios', async () => {
    for (const valor of ['5512345678', '5512345679', '5512345678']) await spendIntentos(titular, valor);
    const { folio, codigo } = await registerCelular(titular, '5512345670');
    const refused = { ok: false, error: { codigo: 'INTENTOS_DEL_DIA_AGOTADOS' } };
    expect(await validateCelular(titular.ctx, { folio, codigo })).toEqual(refused);
    escenario.advance(24 * 3_600_000);
    expect((await validateCelular(titular.ctx, { folio, codigo })).ok).toBe(true);
  });

  it('is never refused to its owner for what others typed for the same number', async () => {
    for (const rfc of ['CALR780903J59', 'MEGL920721K30', 'PERJ850101AB1'])
      await spendIntentos(await escenario.enter(rfc));
    const { folio, codigo } = await registerCelular(titular);
    expect((await validateCelular(titular.ctx, { folio, codigo })).ok).toBe(true);
  });

  async function spendIntentos(each: Titular, valor?: string) {
    const { folio, wrong } = await registerCelular(each, valor);
    await Promise.all(Array.from({ length: 20 }, () => validateCelular(each.ctx, { folio, codigo: wrong })));
  }

  it('is good one second before the deadline and refused at it', async () => {
    const first = await registerCelular(titular);
    escenario.advance(DEADLINE_MS - 1000);
    expect((await validateCelular(titular.ctx, first)).ok).toBe(true);
    const other = await escenario.enter('MEGL920721K30');
    const second = await registerCelular(other);
    escenario.advance(DEADLINE_MS);
    expect(await validateCelular(other.ctx, second)).toEqual({ ok: false, error: { codigo: 'CODIGO_VENCIDO' } });
  });

  it('is nobody else’s: another titular’s folio looks like none', async () => {
    const { folio, codigo } = await registerCelular(titular);
    const other = await escenario.enter('MEGL920721K30');
    expect(await validateCelular(other.ctx, { folio, codigo })).toEqual({
      ok: false,
      error: { codigo: 'CODIGO_DE_MEDIO_DESCONOCIDO' },
    });
  });
});
