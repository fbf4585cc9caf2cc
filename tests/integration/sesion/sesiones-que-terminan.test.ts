import { beforeEach, describe, expect, it } from 'vitest';
import { findSesion, findSesionDeSoporte } from '#tramites/sesion/find-sesion.ts';
import { listSesiones } from '#tramites/sesion/list-sesiones.ts';
import { signIn, signInDeSoporte } from '#tramites/sesion/sign-in.ts';
import { FISICA } from '../../support/efirma/autoridad-de-prueba.ts';
import { answerChallenge, createEscenario, type Escenario, enterSoporte } from '../../support/escenario.ts';
import { testDb } from '../../support/test-db.ts';

const MINUTE = 60_000;
const { rfc } = FISICA;

let escenario: Escenario;
beforeEach(async () => {
  escenario = await createEscenario(await testDb());
});

describe('revocation at sign-in', () => {
  it('on hold, refuses only until a later answer is good, and says so', async () => {
    const efirma = await escenario.autoridad.issue();
    const enter = async () => signIn(escenario.ctx, await answerChallenge(escenario.ctx, efirma, rfc));
    const der = new Uint8Array([1]);
    escenario.setOcsp((now) => ({ resultado: 'REVOCADO', der, vigenteHasta: now, suspendido: true }));
    expect(await enter()).toEqual({ ok: false, error: 'CERTIFICADO_SUSPENDIDO' });
    expect(await escenario.db.certificadoRevocado.count()).toBe(0);
    escenario.setOcsp((now) => ({ resultado: 'BUENO', der, vigenteHasta: now }));
    expect(await enter()).toMatchObject({ ok: true });
  });

  it.each([{}, { suspendido: true as const }])(
    'ends every session of that certificate at once, and of no other %o',
    async (motivo) => {
      const { ctx, efirma } = await escenario.enter();
      const otra = await escenario.enter();
      const ajeno = await escenario.enter('MEGL920721K30');
      escenario.advance(10 * MINUTE);
      escenario.setOcsp((now) => ({ resultado: 'REVOCADO', der: new Uint8Array([1]), vigenteHasta: now, ...motivo }));
      await signIn(escenario.ctx, await answerChallenge(escenario.ctx, efirma, rfc));
      expect(await findSesion(escenario.ctx, ctx.actor.sesionId)).toBeNull();
      expect(await findSesion(escenario.ctx, otra.ctx.actor.sesionId)).not.toBeNull();
      expect(await findSesion(escenario.ctx, ajeno.ctx.actor.sesionId)).not.toBeNull();
      expect(await escenario.db.bitacora.count({ where: { evento: 'SESIONES_TERMINADAS' } })).toBe(1);
    },
  );
});

describe('a session', () => {
  it('ends when somebody signs in at that browser, whoever it is, and of whatever kind it was', async () => {
    const { ctx, efirma } = await escenario.enter();
    const soporte = await enterSoporte(escenario, 'CONSULTA', 'MEGL920721K30');
    const aparte = await escenario.enter('GOLJ910822T15');
    const anterior = { sesionId: ctx.actor.sesionId, sesionDeSoporteId: soporte.ctx.actor.sesionId };
    const ingreso = { ...(await answerChallenge(escenario.ctx, efirma, rfc)), anterior };
    const nueva = await signIn(escenario.ctx, ingreso);
    if (!nueva.ok) throw new Error(nueva.error);
    expect(await findSesion(escenario.ctx, ctx.actor.sesionId)).toBeNull();
    expect(await findSesionDeSoporte(escenario.ctx, soporte.ctx.actor.sesionId)).toBeNull();
    expect(await findSesion(escenario.ctx, aparte.ctx.actor.sesionId)).not.toBeNull();
    const { titularId } = ctx.actor;
    expect(await escenario.db.bitacora.count({ where: { evento: 'SESIONES_TERMINADAS', titularId } })).toBe(1);
    const deStaff = await answerChallenge(escenario.ctx, soporte.efirma, 'MEGL920721K30', 'LOGIN_DE_SOPORTE');
    const suya = { sesionId: nueva.value.sesionId, sesionDeSoporteId: null };
    expect(await signInDeSoporte(escenario.ctx, { ...deStaff, anterior: suya })).toMatchObject({ ok: true });
    expect(await findSesion(escenario.ctx, nueva.value.sesionId)).toBeNull();
  });

  it('does not end when the sign-in at its browser fails', async () => {
    const { ctx, efirma } = await escenario.enter();
    const anterior = { sesionId: ctx.actor.sesionId, sesionDeSoporteId: null };
    const ingreso = { ...(await answerChallenge(escenario.ctx, efirma, rfc)), anterior, rfc: 'nada' };
    expect((await signIn(escenario.ctx, ingreso)).ok).toBe(false);
    expect(await findSesion(escenario.ctx, ctx.actor.sesionId)).not.toBeNull();
  });

  it('is opened twenty times in ten minutes by one person, and the last five stay', async () => {
    const { ctx, efirma } = await escenario.enter();
    for (let nth = 1; nth < 20; nth++) {
      escenario.advance(30_000);
      expect((await signIn(escenario.ctx, await answerChallenge(escenario.ctx, efirma, rfc))).ok).toBe(true);
    }
    expect(await listSesiones(ctx)).toHaveLength(5);
  });

  it('is one of five at most: the oldest ends, also when many sign in at once', async () => {
    const { ctx, efirma } = await escenario.enter();
    const enter = async () => signIn(escenario.ctx, await answerChallenge(escenario.ctx, efirma, rfc));
    for (let nth = 0; nth < 4; nth++) {
      escenario.advance(1000);
      await enter();
    }
    expect(await findSesion(escenario.ctx, ctx.actor.sesionId)).not.toBeNull();
    escenario.advance(1000);
    await Promise.all([1, 2, 3, 4].map(enter));
    expect(await findSesion(escenario.ctx, ctx.actor.sesionId)).toBeNull();
    expect(await listSesiones(ctx)).toHaveLength(5);
    const deStaff = await enterSoporte(escenario, 'CONSULTA', 'MEGL920721K30');
    for (let nth = 0; nth < 5; nth++) {
      escenario.advance(1000);
      const ingreso = await answerChallenge(escenario.ctx, deStaff.efirma, 'MEGL920721K30', 'LOGIN_DE_SOPORTE');
      await signInDeSoporte(escenario.ctx, ingreso);
    }
    expect(await findSesionDeSoporte(escenario.ctx, deStaff.ctx.actor.sesionId)).toBeNull();
    expect(await escenario.db.sesionDeSoporte.count({ where: { cerradaEn: null } })).toBe(5);
  });
});
