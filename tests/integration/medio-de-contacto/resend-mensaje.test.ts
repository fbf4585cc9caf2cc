import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { registerMedioDeContacto } from '#tramites/medio-de-contacto/register-medio-de-contacto.ts';
import { removeMedioDeContacto } from '#tramites/medio-de-contacto/remove-medio-de-contacto.ts';
import { resendMensaje } from '#tramites/medio-de-contacto/resend-mensaje.ts';
import { addMedioValidado, createEscenario, type Escenario, type Titular } from '../../support/escenario.ts';
import { testDb } from '../../support/test-db.ts';

const MINUTE = 60_000;
const HOURS = 60 * MINUTE;

let escenario: Escenario;
let titular: Titular;
let folio: string;
beforeEach(async () => {
  escenario = await createEscenario(await testDb());
  titular = await escenario.enter();
  folio = await register('ana@correo.example');
});

async function register(valor: string): Promise<string> {
  const mecanismo = valor.includes('@') ? 'CORREO_ELECTRONICO' : 'TELEFONO';
  const result = await registerMedioDeContacto(titular.ctx, { mecanismo, valor, peticionId: randomUUID() });
  if (!result.ok) throw new Error(result.error);
  return result.value.folio;
}
const medio = () => escenario.db.medioDeContacto.findUniqueOrThrow({ where: { folio }, include: { avisos: true } });

describe('«Reenviar»', () => {
  it('waits a minute, says how long is left, and keeps the deadline', async () => {
    const { venceEn } = await medio();
    escenario.advance(MINUTE - 1);
    expect(await resendMensaje(titular.ctx, folio)).toEqual({
      ok: false,
      error: { codigo: 'REENVIO_ESPERA', segundos: 1 },
    });
    escenario.advance(1);
    expect(await resendMensaje(titular.ctx, folio)).toEqual({ ok: true, value: { venceEn } });
    expect((await medio()).venceEn).toEqual(venceEn);
    expect((await medio()).avisos.map(({ tipo }) => tipo)).toEqual(['VALIDA_CORREO', 'VALIDA_CORREO']);
  });

  it('ends after three, counted also when they are pressed at once', async () => {
    for (let count = 0; count < 3; count++) {
      escenario.advance(MINUTE);
      const results = await Promise.all([1, 2, 3].map(() => resendMensaje(titular.ctx, folio)));
      expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    }
    escenario.advance(MINUTE);
    expect(await resendMensaje(titular.ctx, folio)).toMatchObject({ error: { codigo: 'REENVIOS_AGOTADOS' } });
    expect((await medio()).avisos).toHaveLength(4);
  });

  it('respects what the titular may ask for in a day to one number, however often it is registered anew', async () => {
    folio = await register('5512345678');
    for (const { ok } of await resendThrice()) expect(ok).toBe(true);
    await removeMedioDeContacto(titular.ctx, folio);
    folio = await register('55 1234 5678');
    escenario.advance(MINUTE);
    expect(await resendMensaje(titular.ctx, folio)).toMatchObject({ error: { codigo: 'REENVIO_SATURADO' } });
    escenario.advance(24 * HOURS);
    expect((await resendMensaje(titular.ctx, folio)).ok).toBe(true);
  });

  it('sends another code to a number, and counts no message but those that prove it', async () => {
    titular = await escenario.enter('MEGL920721K30');
    await addMedioValidado(titular, 'CORREO_ELECTRONICO', 'otra@correo.example');
    folio = await register('5512345678');
    const antes = (await medio()).avisos.map(({ tipo }) => tipo);
    expect(antes.sort()).toEqual(['CODIGO_CELULAR', 'MEDIO_AGREGADO']);
    for (const { ok } of await resendThrice()) expect(ok).toBe(true);
    const avisos = (await medio()).avisos.map(({ tipo }) => tipo);
    expect(avisos.sort()).toEqual([...Array(4).fill('CODIGO_CELULAR'), 'MEDIO_AGREGADO']);
    const pedidos = await escenario.db.bitacora.findMany({
      where: { evento: 'REENVIO_PEDIDO', folio },
      orderBy: { id: 'asc' },
    });
    expect(pedidos.map(({ datos }) => datos)).toEqual([{ reenvios: 1 }, { reenvios: 2 }, { reenvios: 3 }]);
  });

  async function resendThrice() {
    const results: Awaited<ReturnType<typeof resendMensaje>>[] = [];
    for (let vez = 0; vez < 3; vez++) {
      escenario.advance(MINUTE);
      results.push(await resendMensaje(titular.ctx, folio));
    }
    return results;
  }

  it('is only for the titular, and only while the medio is En proceso', async () => {
    const other = await escenario.enter('MEGL920721K30');
    escenario.advance(MINUTE);
    expect(await resendMensaje(other.ctx, folio)).toMatchObject({ error: { codigo: 'REENVIO_NO_PROCEDE' } });
    escenario.advance(72 * HOURS);
    expect(await resendMensaje(titular.ctx, folio)).toMatchObject({ error: { codigo: 'REENVIO_NO_PROCEDE' } });
  });
});
