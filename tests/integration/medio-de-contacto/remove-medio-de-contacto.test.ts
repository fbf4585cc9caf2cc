import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { buildToken } from '#tramites/enlace/enlace-de-correo.ts';
import { cancelMedio } from '#tramites/medio-de-contacto/cancel-medio.ts';
import { findEnlace } from '#tramites/medio-de-contacto/find-medio-by-token.ts';
import { registerMedioDeContacto } from '#tramites/medio-de-contacto/register-medio-de-contacto.ts';
import { removeMedioDeContacto } from '#tramites/medio-de-contacto/remove-medio-de-contacto.ts';
import { disownCorreo, validateCorreo } from '#tramites/medio-de-contacto/validate-correo.ts';
import { addMedioValidado, createEscenario, type Escenario, type Titular } from '../../support/escenario.ts';
import { testDb } from '../../support/test-db.ts';

const DEADLINE_MS = 72 * 3_600_000;
const CORREO_VALIDADO = 'validado@correo.example';
const CELULAR = '+525512345678';

let escenario: Escenario;
let titular: Titular;
beforeEach(async () => {
  escenario = await createEscenario(await testDb());
  titular = await escenario.enter();
});

async function register(valor: string) {
  const peticion = { mecanismo: 'CORREO_ELECTRONICO' as const, valor, peticionId: randomUUID() };
  const result = await registerMedioDeContacto(titular.ctx, peticion);
  if (!result.ok) throw new Error(result.error);
  return escenario.db.medioDeContacto.findUniqueOrThrow({ where: result.value });
}
async function addContactos() {
  await addMedioValidado(titular, 'CORREO_ELECTRONICO', CORREO_VALIDADO);
  await addMedioValidado(titular, 'TELEFONO', CELULAR);
}
const told = async (tipo: 'MEDIO_AGREGADO' | 'MEDIO_ELIMINADO' | 'MEDIO_CANCELADO' | 'EFIRMA_NUEVA') =>
  (await escenario.db.aviso.findMany({ where: { tipo }, orderBy: { destino: 'asc' } })).map(({ destino }) => destino);

describe('«Eliminar medio de contacto»', () => {
  it('gives it a Baja with its acuse, frees its place and keeps its receipts', async () => {
    const { folio } = await register('ana@correo.example');
    expect(await removeMedioDeContacto(titular.ctx, folio)).toEqual({ ok: true, value: { folio } });
    const acuses = await escenario.db.acuse.findMany({
      where: { folio },
      select: { tipo: true },
      orderBy: { tipo: 'asc' },
    });
    expect(acuses.map(({ tipo }) => tipo)).toEqual(['REGISTRO', 'BAJA']);
    const again = await register('ana@correo.example');
    expect(again.folio).not.toBe(folio);
  });

  it('removes once, however often it is asked at once', async () => {
    const { folio } = await register('ana@correo.example');
    const results = await Promise.all([1, 2].map(() => removeMedioDeContacto(titular.ctx, folio)));
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await escenario.db.acuse.count({ where: { folio, tipo: 'BAJA' } })).toBe(1);
  });

  it('is refused for another’s medio and for one that was cancelled', async () => {
    const { folio } = await register('ana@correo.example');
    const other = await escenario.enter('MEGL920721K30');
    expect(await removeMedioDeContacto(other.ctx, folio)).toEqual({ ok: false, error: 'BAJA_NO_PROCEDE' });
    escenario.advance(DEADLINE_MS);
    expect(await removeMedioDeContacto((await escenario.enter()).ctx, folio)).toEqual({
      ok: false,
      error: 'BAJA_NO_PROCEDE',
    });
  });
});

describe('takeover alarms', () => {
  beforeEach(addContactos);

  it('tell every other validated contact of a medio added, and of one removed that contact as well', async () => {
    const { folio } = await register('nuevo@correo.example');
    expect(await told('MEDIO_AGREGADO')).toEqual([CELULAR, CORREO_VALIDADO]);
    await removeMedioDeContacto(titular.ctx, folio);
    expect(await told('MEDIO_ELIMINADO')).toEqual([CELULAR, CORREO_VALIDADO]);
    const removed = await escenario.db.medioDeContacto.findFirstOrThrow({ where: { valor: CORREO_VALIDADO } });
    await removeMedioDeContacto(titular.ctx, removed.folio);
    expect(await told('MEDIO_ELIMINADO')).toEqual([CELULAR, CELULAR, CORREO_VALIDADO, CORREO_VALIDADO]);
  });

  it('reach the only validated contact when it is the one that is removed', async () => {
    await escenario.db.medioDeContacto.updateMany({
      where: { mecanismo: 'TELEFONO' },
      data: { estado: 'BAJA', fechaDeBaja: escenario.ctx.now() },
    });
    const only = await escenario.db.medioDeContacto.findFirstOrThrow({ where: { valor: CORREO_VALIDADO } });
    await removeMedioDeContacto(titular.ctx, only.folio);
    expect(await told('MEDIO_ELIMINADO')).toEqual([CORREO_VALIDADO]);
  });

  it('tell of an e.firma not seen before for the RFC, once', async () => {
    expect(await told('EFIRMA_NUEVA')).toEqual([]);
    await escenario.enter();
    expect(await told('EFIRMA_NUEVA')).toEqual([CELULAR, CORREO_VALIDADO]);
  });

  it('never reach another titular', async () => {
    const other = await escenario.enter('MEGL920721K30');
    await addMedioValidado(other, 'CORREO_ELECTRONICO', 'otro@correo.example');
    await register('nuevo@correo.example');
    expect(await told('MEDIO_AGREGADO')).not.toContain('otro@correo.example');
  });
});

describe('a medio that nobody proved', () => {
  it('is Cancelado by its job at the deadline, and told once, and not to the address that nobody proved', async () => {
    await addMedioValidado(titular, 'TELEFONO', CELULAR);
    const { id, folio } = await register('ana@correo.example');
    escenario.advance(DEADLINE_MS - 1);
    await cancelMedio(escenario.ctx, id);
    expect(await told('MEDIO_CANCELADO')).toEqual([]);
    escenario.advance(1);
    await Promise.all([cancelMedio(escenario.ctx, id), cancelMedio(escenario.ctx, id)]);
    expect(await told('MEDIO_CANCELADO')).toEqual([CELULAR]);
    expect(await escenario.db.acuse.count({ where: { folio, tipo: 'REGISTRO' } })).toBe(1);
  });

  it('is told to a validated contact rather than to an address that nobody proved', async () => {
    await addContactos();
    const { id } = await register('ana@correo.example');
    escenario.advance(DEADLINE_MS);
    await cancelMedio(escenario.ctx, id);
    expect(await told('MEDIO_CANCELADO')).toEqual([CELULAR, CORREO_VALIDADO]);
  });

  it('is either Validado or Cancelado when both happen in the same instant, and never both', async () => {
    const medio = await register('ana@correo.example');
    const token = buildToken(escenario.ctx.claves, medio) ?? '';
    const late = { ...escenario.ctx, now: () => medio.venceEn };
    const [validation] = await Promise.all([validateCorreo(escenario.ctx, token), cancelMedio(late, medio.id)]);
    const { estado } = await escenario.db.medioDeContacto.findUniqueOrThrow({ where: { id: medio.id } });
    expect(estado).toBe(validation.ok ? 'VALIDADO' : 'CANCELADO');
    expect(await escenario.db.acuse.count({ where: { tipo: 'VALIDACION' } })).toBe(validation.ok ? 1 : 0);
  });
});

describe('«Este correo no es mío»', () => {
  it('cancels the registration, stops its messages and lets nobody validate it any more', async () => {
    const medio = await register('ajeno@correo.example');
    const token = buildToken(escenario.ctx.claves, medio) ?? '';
    expect((await disownCorreo(escenario.ctx, token)).ok).toBe(true);
    expect((await disownCorreo(escenario.ctx, token)).ok).toBe(true);
    const { estado, ajenoEn } = await escenario.db.medioDeContacto.findUniqueOrThrow({ where: { id: medio.id } });
    expect(estado).toBe('CANCELADO');
    expect(ajenoEn).not.toBeNull();
    expect(await told('MEDIO_CANCELADO')).toEqual([]);
    expect(await escenario.db.bitacora.count({ where: { evento: 'CORREO_AJENO', folio: medio.folio } })).toBe(1);
  });

  it('says so to whoever uses the link afterwards, and proves nothing, before and after the deadline', async () => {
    const medio = await register('ajeno@correo.example');
    const token = buildToken(escenario.ctx.claves, medio) ?? '';
    await disownCorreo(escenario.ctx, token);
    for (const later of [0, DEADLINE_MS]) {
      escenario.advance(later);
      for (const ctx of [escenario.ctx, titular.ctx]) {
        expect(await findEnlace(ctx, token)).toEqual({ situacion: 'RECHAZADO', error: 'ENLACE_AJENO' });
        expect(await validateCorreo(ctx, token)).toEqual({ ok: false, error: 'ENLACE_AJENO' });
      }
    }
    const after = await escenario.db.medioDeContacto.findUniqueOrThrow({ where: { id: medio.id } });
    expect(after).toMatchObject({ estado: 'CANCELADO', fechaDeValidacion: null });
    expect(await escenario.db.acuse.count({ where: { tipo: 'VALIDACION' } })).toBe(0);
  });

  it('does nothing to an address that was validated, nor with an invented link', async () => {
    const medio = await register('ana@correo.example');
    const token = buildToken(escenario.ctx.claves, medio) ?? '';
    await validateCorreo(escenario.ctx, token);
    await disownCorreo(escenario.ctx, token);
    expect((await escenario.db.medioDeContacto.findUniqueOrThrow({ where: { id: medio.id } })).estado).toBe('VALIDADO');
    expect(await disownCorreo(escenario.ctx, 'invented')).toEqual({ ok: false, error: 'ENLACE_DESCONOCIDO' });
  });
});
