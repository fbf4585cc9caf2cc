import { beforeEach, describe, expect, it } from 'vitest';
import { findSesion, findSesionDeSoporte } from '#tramites/sesion/find-sesion.ts';
import { signOut } from '#tramites/sesion/list-sesiones.ts';
import { signIn, signInDeSoporte } from '#tramites/sesion/sign-in.ts';
import { giveRol, removeRol } from '#tramites/soporte/give-rol.ts';
import { answerChallenge, createEscenario, type Escenario, enterSoporte } from '../../support/escenario.ts';
import { testDb } from '../../support/test-db.ts';

const MINUTE = 60_000;
const RFC = 'LOVC900412QX8';
const OTRO = 'ZAMA870623KP4';

let escenario: Escenario;
beforeEach(async () => {
  escenario = await createEscenario(await testDb());
});

const asOperator = () => ({ ...escenario.ctx, actor: { tipo: 'SISTEMA' } as const });

async function attempt(rfc = RFC) {
  const efirma = await escenario.autoridad.issue({ rfc });
  return signInDeSoporte(escenario.ctx, await answerChallenge(escenario.ctx, efirma, rfc, 'LOGIN_DE_SOPORTE'));
}

function listEventos() {
  return escenario.db.bitacora.findMany({
    where: { evento: { not: 'HECHO' } },
    orderBy: { id: 'asc' },
    select: { evento: true, actor: true, datos: true },
  });
}

describe('a staff member', () => {
  it('enters with their own e.firma and has the role that was given, and it is recorded', async () => {
    const { ctx } = await enterSoporte(escenario, 'ATENCION', RFC);
    expect(ctx.actor).toMatchObject({ tipo: 'SOPORTE', rfc: RFC, rol: 'ATENCION' });
    const { miembroId, sesionId, serie } = ctx.actor;
    expect(await listEventos()).toEqual([
      { evento: 'ROL_DADO', actor: 'SISTEMA', datos: { miembroId, rol: 'ATENCION', antes: null } },
      { evento: 'INGRESO_DE_SOPORTE', actor: 'NADIE', datos: { miembroId, sesionId, serie } },
    ]);
  });

  it('is no titular: neither a titular nor a session of one comes of it', async () => {
    const { ctx } = await enterSoporte(escenario, 'SUPERVISION', RFC);
    expect(await escenario.db.titular.count()).toBe(0);
    expect(await findSesion(escenario.ctx, ctx.actor.sesionId)).toBeNull();
    const titular = await escenario.enter(OTRO);
    expect(await findSesionDeSoporte(escenario.ctx, titular.ctx.actor.sesionId)).toBeNull();
  });

  it('has a role that was changed at once, and none once it is taken', async () => {
    const { ctx } = await enterSoporte(escenario, 'CONSULTA', RFC);
    await giveRol(asOperator(), { rfc: RFC, nombre: 'PERSONA', rol: 'ATENCION' });
    expect(await findSesionDeSoporte(escenario.ctx, ctx.actor.sesionId)).toMatchObject({ rol: 'ATENCION' });
    expect(await removeRol(asOperator(), RFC)).toMatchObject({ ok: true });
    expect(await findSesionDeSoporte(escenario.ctx, ctx.actor.sesionId)).toBeNull();
    expect(await attempt()).toEqual({ ok: false, error: 'SIN_ROL_DE_SOPORTE' });
    await giveRol(asOperator(), { rfc: RFC, nombre: 'PERSONA', rol: 'CONSULTA' });
    expect(await findSesionDeSoporte(escenario.ctx, ctx.actor.sesionId), 'the old session stays closed').toBeNull();
    expect((await attempt()).ok).toBe(true);
  });

  it('ends as a titular’s session does: «Salir», and 15 idle minutes', async () => {
    const first = await enterSoporte(escenario, 'CONSULTA', RFC);
    await signOut(first.ctx);
    expect(await findSesionDeSoporte(escenario.ctx, first.ctx.actor.sesionId)).toBeNull();
    const { ctx } = await enterSoporte(escenario, 'CONSULTA', RFC);
    escenario.advance(15 * MINUTE - 1);
    expect(await findSesionDeSoporte(escenario.ctx, ctx.actor.sesionId)).not.toBeNull();
    escenario.advance(15 * MINUTE);
    expect(await findSesionDeSoporte(escenario.ctx, ctx.actor.sesionId)).toBeNull();
  });
});

describe('the staff’s door', () => {
  it('does not open for whoever has no role, and counts why without who', async () => {
    expect(await attempt()).toEqual({ ok: false, error: 'SIN_ROL_DE_SOPORTE' });
    expect(await listEventos()).toEqual([]);
    expect(await escenario.db.rechazoPorMinuto.findMany()).toMatchObject([
      { evento: 'INGRESO_DE_SOPORTE_RECHAZADO', causa: 'SIN_ROL_DE_SOPORTE', veces: 1 },
    ]);
  });

  it('takes no answer to the question of the other door, nor gives one for it', async () => {
    await giveRol(asOperator(), { rfc: RFC, nombre: 'PERSONA', rol: 'CONSULTA' });
    const efirma = await escenario.autoridad.issue({ rfc: RFC });
    const forBuzon = await answerChallenge(escenario.ctx, efirma, RFC);
    expect(await signInDeSoporte(escenario.ctx, forBuzon)).toEqual({ ok: false, error: 'CHALLENGE_VENCIDO' });
    const forSoporte = await answerChallenge(escenario.ctx, efirma, RFC, 'LOGIN_DE_SOPORTE');
    expect(await signIn(escenario.ctx, forSoporte)).toEqual({ ok: false, error: 'CHALLENGE_VENCIDO' });
  });

  it('asks about the revocation each time', async () => {
    await enterSoporte(escenario, 'CONSULTA', RFC);
    await attempt();
    expect(escenario.ocspCalls()).toBe(2);
    escenario.setOcsp((now) => ({ resultado: 'REVOCADO', der: new Uint8Array([1]), vigenteHasta: now }));
    expect(await attempt()).toEqual({ ok: false, error: 'CERTIFICADO_REVOCADO' });
  });
});

describe('giving and taking roles', () => {
  it.each([
    ['an RFC that is none', { rfc: 'nada' }, 'RFC_DE_SOPORTE_NO_VALIDO'],
    ['a persona moral', { rfc: 'PEO020304K7A' }, 'RFC_DE_SOPORTE_NO_VALIDO'],
    ['no name', { nombre: ' \u200b ' }, 'NOMBRE_DE_SOPORTE_FALTA'],
    ['a name without end', { nombre: 'A'.repeat(251) }, 'NOMBRE_DE_SOPORTE_FALTA'],
    ['a role that is none', { rol: 'JEFE' }, 'ROL_DESCONOCIDO'],
  ])('refuses %s, and nothing changes', async (_, change, error) => {
    const alta = { rfc: RFC, nombre: 'PERSONA', rol: 'CONSULTA', ...change };
    expect(await giveRol(asOperator(), alta)).toEqual({ ok: false, error });
    expect(await escenario.db.miembroDeSoporte.count()).toBe(0);
  });

  it('records a change once, and says what the role was', async () => {
    const alta = { rfc: 'lovc 900412-qx8', nombre: 'PERSONA', rol: 'CONSULTA' };
    expect(await giveRol(asOperator(), alta)).toEqual({ ok: true, value: { rfc: RFC, rol: 'CONSULTA', antes: null } });
    expect(await giveRol(asOperator(), alta)).toMatchObject({ value: { antes: 'CONSULTA' } });
    expect(await giveRol(asOperator(), { ...alta, rol: 'SUPERVISION' })).toMatchObject({
      value: { antes: 'CONSULTA' },
    });
    expect((await listEventos()).map(({ evento }) => evento)).toEqual(['ROL_DADO', 'ROL_DADO']);
  });

  it('takes none that is not there', async () => {
    expect(await removeRol(asOperator(), RFC)).toEqual({ ok: false, error: 'SIN_ROL' });
  });
});
