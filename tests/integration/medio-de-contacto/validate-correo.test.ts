import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { createClaves } from '#infra/claves/claves.ts';
import { buildToken } from '#tramites/enlace/enlace-de-correo.ts';
import { findEnlace } from '#tramites/medio-de-contacto/find-medio-by-token.ts';
import { registerMedioDeContacto } from '#tramites/medio-de-contacto/register-medio-de-contacto.ts';
import { removeMedioDeContacto } from '#tramites/medio-de-contacto/remove-medio-de-contacto.ts';
import { disownCorreo, validateCorreo } from '#tramites/medio-de-contacto/validate-correo.ts';
import { createEscenario, type Escenario, type Titular } from '../../support/escenario.ts';
import { testDb } from '../../support/test-db.ts';

const DEADLINE_MS = 72 * 3_600_000;

let escenario: Escenario;
let titular: Titular;
let token: string;
beforeEach(async () => {
  escenario = await createEscenario(await testDb());
  titular = await escenario.enter();
  const result = await registerMedioDeContacto(titular.ctx, {
    mecanismo: 'CORREO_ELECTRONICO',
    valor: 'ana@correo.example',
    peticionId: randomUUID(),
  });
  if (!result.ok) throw new Error(result.error);
  const medio = await escenario.db.medioDeContacto.findUniqueOrThrow({ where: result.value });
  token = buildToken(escenario.ctx.claves, medio) ?? '';
});

const estado = async () => (await escenario.db.medioDeContacto.findFirstOrThrow()).estado;

describe('the link of an e-mail', () => {
  it('validates without a session, with its acuse and its confirmation', async () => {
    expect((await validateCorreo(escenario.ctx, token)).ok).toBe(true);
    expect(await estado()).toBe('VALIDADO');
    expect(await escenario.db.acuse.count({ where: { tipo: 'VALIDACION' } })).toBe(1);
    expect(await escenario.db.aviso.count({ where: { tipo: 'CORREO_VALIDADO' } })).toBe(1);
  });

  it('pressed twice at once succeeds twice and counts once', async () => {
    const results = await Promise.all([validateCorreo(escenario.ctx, token), validateCorreo(escenario.ctx, token)]);
    expect(results.every(({ ok }) => ok)).toBe(true);
    expect(await escenario.db.acuse.count({ where: { tipo: 'VALIDACION' } })).toBe(1);
    expect(await escenario.db.aviso.count({ where: { tipo: 'CORREO_VALIDADO' } })).toBe(1);
  });

  it('is good one second before the deadline', async () => {
    escenario.advance(DEADLINE_MS - 1000);
    expect((await validateCorreo(escenario.ctx, token)).ok).toBe(true);
  });

  it.each([0, 1000])('is refused %i ms after the deadline, and the medio is Cancelado', async (late) => {
    escenario.advance(DEADLINE_MS + late);
    expect(await findEnlace(escenario.ctx, token)).toEqual({ situacion: 'RECHAZADO', error: 'ENLACE_VENCIDO' });
    expect(await validateCorreo(escenario.ctx, token)).toEqual({ ok: false, error: 'ENLACE_VENCIDO' });
    expect(await estado()).toBe('CANCELADO');
  });

  it('says on its acuse who proved it only when it was its titular, whoever else was in the session', async () => {
    const other = await escenario.enter('MEGL920721K30');
    const actors = [escenario.ctx, other.ctx, titular.ctx];
    for (const [index, ctx] of actors.entries()) {
      const valor = `ana${index}@correo.example`;
      const peticion = { mecanismo: 'CORREO_ELECTRONICO', valor, peticionId: randomUUID() } as const;
      const registered = await registerMedioDeContacto(titular.ctx, peticion);
      if (!registered.ok) throw new Error(registered.error);
      const { folio } = registered.value;
      const medio = await escenario.db.medioDeContacto.findUniqueOrThrow({ where: { folio } });
      expect((await validateCorreo(ctx, buildToken(ctx.claves, medio) ?? '')).ok).toBe(true);
      const { datos } = await escenario.db.acuse.findFirstOrThrow({ where: { folio, tipo: 'VALIDACION' } });
      const isOwn = ctx === titular.ctx;
      const serieDelFirmante = isOwn ? titular.ctx.actor.serie : null;
      expect(datos).toMatchObject({ rfc: titular.ctx.actor.rfc, serieDelFirmante });
      expect(datos).not.toHaveProperty('representante');
      const { datos: anotado } = await escenario.db.bitacora.findFirstOrThrow({
        where: { folio, evento: 'MEDIO_VALIDADO' },
      });
      expect(anotado).toMatchObject({
        mecanismo: 'CORREO_ELECTRONICO',
        prueba: isOwn ? 'ENLACE_CON_SESION' : 'ENLACE',
      });
    }
  });

  it('that is late says why it does nothing, and leaves alone what others let pass', async () => {
    const other = await escenario.enter('MEGL920721K30');
    const valor = 'eva@correo.example';
    await registerMedioDeContacto(other.ctx, { mecanismo: 'CORREO_ELECTRONICO', valor, peticionId: randomUUID() });
    const { folio } = await escenario.db.medioDeContacto.findFirstOrThrow({ where: { valor: 'ana@correo.example' } });
    escenario.advance(DEADLINE_MS);
    expect(await validateCorreo(escenario.ctx, token)).toEqual({ ok: false, error: 'ENLACE_VENCIDO' });
    expect((await escenario.db.medioDeContacto.findFirstOrThrow({ where: { valor } })).estado).toBe('EN_PROCESO');
    expect(await escenario.db.bitacora.count({ where: { evento: 'MEDIO_CANCELADO', folio } })).toBe(1);
  });

  it('of a medio that was removed, or is said to be of somebody else, says that', async () => {
    const { folio } = await escenario.db.medioDeContacto.findFirstOrThrow();
    await removeMedioDeContacto(titular.ctx, folio);
    expect(await validateCorreo(escenario.ctx, token)).toEqual({ ok: false, error: 'ENLACE_DE_MEDIO_DADO_DE_BAJA' });
    const peticion = {
      mecanismo: 'CORREO_ELECTRONICO',
      valor: 'otra@correo.example',
      peticionId: randomUUID(),
    } as const;
    const registered = await registerMedioDeContacto(titular.ctx, peticion);
    if (!registered.ok) throw new Error(registered.error);
    const medio = await escenario.db.medioDeContacto.findUniqueOrThrow({ where: registered.value });
    const suyo = buildToken(escenario.ctx.claves, medio) ?? '';
    await disownCorreo(escenario.ctx, suyo);
    expect(await validateCorreo(escenario.ctx, suyo)).toEqual({ ok: false, error: 'ENLACE_AJENO' });
  });

  it('is only read by a GET, whoever opens it', async () => {
    const other = await escenario.enter('MEGL920721K30');
    expect(await findEnlace(escenario.ctx, token)).toEqual({ situacion: 'POR_VALIDAR', isOwn: false });
    expect(await findEnlace(other.ctx, token)).toEqual({ situacion: 'POR_VALIDAR', isOwn: false });
    expect(await findEnlace(titular.ctx, token)).toEqual({ situacion: 'POR_VALIDAR', isOwn: true });
    expect(await estado()).toBe('EN_PROCESO');
  });

  it('looks the same when invented, changed by a character or of another key', async () => {
    const last = token.at(-1) === 'A' ? 'B' : 'A';
    const medio = await escenario.db.medioDeContacto.findFirstOrThrow();
    const foreign = buildToken(createClaves(['otro secreto de treinta y dos caracteres']), { ...medio, claveId: '' });
    expect(foreign).toBeNull();
    for (const bad of ['', 'x', `${token.slice(0, -1)}${last}`, `${token}A`, 'A'.repeat(54)]) {
      expect(await validateCorreo(escenario.ctx, bad)).toEqual({ ok: false, error: 'ENLACE_DESCONOCIDO' });
    }
  });

  it('outlives the rotation of AUTH_SECRET while the old secret is in the list', async () => {
    const rotated = createClaves([
      'el secreto nuevo de treinta y dos caracteres',
      'un secreto de prueba de treinta y dos caracteres',
    ]);
    expect((await validateCorreo({ ...escenario.ctx, claves: rotated }, token)).ok).toBe(true);
  });
});
