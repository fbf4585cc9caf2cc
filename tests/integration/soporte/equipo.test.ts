import { beforeEach, describe, expect, it } from 'vitest';
import type { ContextoDeSoporte } from '#tramites/contexto.ts';
import { changeRolDeMiembro, removeRolDeMiembro } from '#tramites/soporte/change-rol-de-miembro.ts';
import { findSesionDeSoporte } from '#tramites/soporte/find-sesion-de-soporte.ts';
import { giveRol } from '#tramites/soporte/give-rol.ts';
import { listCambiosDeRol } from '#tramites/soporte/list-cambios-de-rol.ts';
import { listEquipo } from '#tramites/soporte/list-equipo.ts';
import { createEscenario, type Escenario, enterSoporte } from '../../support/escenario.ts';
import { testDb } from '../../support/test-db.ts';

const MINUTE = 60_000;
const NADIE = '00000000-0000-7000-8000-000000000000';
const ALTA = { rfc: 'ZAMA870623KP4', nombre: 'OTRA PERSONA', rol: 'CONSULTA' };

let escenario: Escenario;
let ctx: ContextoDeSoporte;
beforeEach(async () => {
  escenario = await createEscenario(await testDb());
  ({ ctx } = await enterSoporte(escenario, 'SUPERVISION', 'LOVC900412QX8'));
});

async function idOf(rfc: string): Promise<string> {
  const { id } = await escenario.db.miembroDeSoporte.findUniqueOrThrow({ where: { rfc }, select: { id: true } });
  return id;
}

describe('the team', () => {
  it('is who has a role now, those who supervise first, and says who is signed in at this instant', async () => {
    await giveRol(ctx, ALTA);
    await enterSoporte(escenario, 'ATENCION', 'PERA850101AB1');
    expect(await listEquipo(ctx)).toMatchObject([
      { rol: 'SUPERVISION', conSesion: true, isYo: true },
      { rol: 'ATENCION', conSesion: true, isYo: false },
      { rol: 'CONSULTA', conSesion: false, isYo: false, rfc: ALTA.rfc, altaEn: ctx.now() },
    ]);
    escenario.advance(15 * MINUTE);
    expect((await listEquipo(ctx)).map(({ conSesion }) => conSesion)).toEqual([false, false, false]);
    await removeRolDeMiembro(ctx, await idOf(ALTA.rfc));
    expect((await listEquipo(ctx)).map(({ rfc }) => rfc)).not.toContain(ALTA.rfc);
  });

  it('gets other roles by the id of its members; a session that is open has the new one at once', async () => {
    const otra = await enterSoporte(escenario, 'ATENCION', 'PERA850101AB1');
    const { miembroId, sesionId } = otra.ctx.actor;
    expect(await changeRolDeMiembro(ctx, { miembroId, rol: 'CONSULTA' })).toMatchObject({ ok: true });
    expect(await findSesionDeSoporte(escenario.ctx, sesionId)).toMatchObject({ rol: 'CONSULTA' });
    expect(await removeRolDeMiembro(ctx, miembroId)).toMatchObject({ ok: true });
    expect(await findSesionDeSoporte(escenario.ctx, sesionId)).toBeNull();
  });

  it('refuses what is no member, no role, or oneself', async () => {
    const { miembroId } = ctx.actor;
    expect(await changeRolDeMiembro(ctx, { miembroId: NADIE, rol: 'CONSULTA' })).toEqual({
      ok: false,
      error: 'SIN_ROL',
    });
    expect(await removeRolDeMiembro(ctx, NADIE)).toEqual({ ok: false, error: 'SIN_ROL' });
    expect(await changeRolDeMiembro(ctx, { miembroId, rol: 'CONSULTA' })).toEqual({ ok: false, error: 'ROL_PROPIO' });
    expect(await removeRolDeMiembro(ctx, miembroId)).toEqual({ ok: false, error: 'ROL_PROPIO' });
    await giveRol(ctx, ALTA);
    const otra = await idOf(ALTA.rfc);
    expect(await changeRolDeMiembro(ctx, { miembroId: otra, rol: 'JEFE' })).toEqual({
      ok: false,
      error: 'ROL_DESCONOCIDO',
    });
    await removeRolDeMiembro(ctx, otra);
    expect(await removeRolDeMiembro(ctx, otra)).toEqual({ ok: false, error: 'SIN_ROL' });
  });
});

describe('what one who supervises grants', () => {
  it('another sees: what, to whom, by whom, the newest first', async () => {
    const otra = await enterSoporte(escenario, 'SUPERVISION', 'PERA850101AB1');
    await giveRol(ctx, ALTA);
    await giveRol(ctx, { ...ALTA, rol: 'ATENCION' });
    await removeRolDeMiembro(ctx, await idOf(ALTA.rfc));
    const { cambios, siguiente } = await listCambiosDeRol(otra.ctx, null);
    const comun = { miembro: ALTA.nombre, autor: ctx.actor.nombre };
    expect(cambios).toMatchObject([
      { ...comun, evento: 'ROL_QUITADO', rol: 'ATENCION', antes: null },
      { ...comun, evento: 'ROL_DADO', rol: 'ATENCION', antes: 'CONSULTA' },
      { ...comun, evento: 'ROL_DADO', rol: 'CONSULTA', antes: null },
      { evento: 'ROL_DADO', rol: 'SUPERVISION', autor: null },
      { evento: 'ROL_DADO', rol: 'SUPERVISION', autor: null },
    ]);
    expect(siguiente).toBeNull();
  });

  it('comes in pages that leave none out', async () => {
    for (let time = 0; time < 29; time++) await giveRol(ctx, { ...ALTA, rol: time % 2 ? 'ATENCION' : 'CONSULTA' });
    const first = await listCambiosDeRol(ctx, null);
    const second = await listCambiosDeRol(ctx, first.siguiente);
    expect([first.cambios.length, second.cambios.length, second.siguiente]).toEqual([25, 5, null]);
    const ids = [...first.cambios, ...second.cambios].map(({ id }) => id);
    expect(new Set(ids).size).toBe(30);
  });
});
