import type pg from 'pg';
import { beforeEach, describe, expect, it } from 'vitest';
import type { PeticionDeRol } from '#domain/soporte/peticion-de-rol.ts';
import { openConnection } from '#infra/db/connection.ts';
import { findSesionDeSoporte } from '#tramites/sesion/find-sesion.ts';
import { removeRol } from '#tramites/soporte/give-rol.ts';
import { listCambiosDeRol } from '#tramites/soporte/list-consultas.ts';
import { listEquipo } from '#tramites/soporte/list-equipo.ts';
import { prepareRol, signRol } from '#tramites/soporte/sign-rol.ts';
import { createEscenario, type Escenario, enterSoporte } from '../../support/escenario.ts';
import { AQUI, firmaDe, type Miembro, moverRol as mover } from '../../support/firmar-acto.ts';
import { testDatabaseUrl, testDb } from '../../support/test-db.ts';
import { verifyWithOpenssl } from '../../support/verificar-con-openssl.ts';

const MINUTE = 60_000;
const NADIE = '00000000-0000-7000-8000-000000000000';
const ALTA = { rfc: 'ZAMA870623KP4', nombre: 'OTRA PERSONA', rol: 'CONSULTA' };

let escenario: Escenario;
let ana: Miembro;
beforeEach(async () => {
  escenario = await createEscenario(await testDb());
  ana = await enterSoporte(escenario, 'SUPERVISION', 'LOVC900412QX8');
});

const eva = () => enterSoporte(escenario, 'SUPERVISION', 'PERA850101AB1');

async function signed({ ctx, efirma }: Miembro, peticion: PeticionDeRol) {
  return firmaDe(await prepareRol(ctx, peticion, AQUI), efirma);
}
async function find(rfc: string) {
  return escenario.db.miembroDeSoporte.findUnique({ where: { rfc }, select: { id: true, rol: true, bajaEn: true } });
}
/** How many sessions wait for what that connection holds. */
async function waitingFor(holder: pg.Client): Promise<number> {
  const { rows } = await holder.query<{ n: number }>(
    'SELECT count(*)::int AS n FROM pg_stat_activity WHERE pg_backend_pid() = ANY(pg_blocking_pids(pid))',
  );
  return rows[0]?.n ?? 0;
}
const idOf = async (rfc: string) => (await find(rfc))?.id ?? '';

describe('the team', () => {
  it('is who has a role now, those who supervise first, and says who is signed in at this instant', async () => {
    await mover(ana, ALTA);
    await enterSoporte(escenario, 'ATENCION', 'PERA850101AB1');
    expect(await listEquipo(ana.ctx)).toMatchObject([
      { rol: 'SUPERVISION', conSesion: true, isYo: true },
      { rol: 'ATENCION', conSesion: true, isYo: false },
      { rol: 'CONSULTA', conSesion: false, isYo: false, rfc: ALTA.rfc, altaEn: ana.ctx.now() },
    ]);
    escenario.advance(15 * MINUTE);
    expect((await listEquipo(ana.ctx)).map(({ conSesion }) => conSesion)).toEqual([false, false, false]);
    await mover(ana, { miembroId: await idOf(ALTA.rfc), rol: '' });
    expect((await listEquipo(ana.ctx)).map(({ rfc }) => rfc)).not.toContain(ALTA.rfc);
  });

  it('gets other roles by the id of its members; a session that is open has the new one at once', async () => {
    const otra = await enterSoporte(escenario, 'ATENCION', 'PERA850101AB1');
    const { miembroId, sesionId } = otra.ctx.actor;
    expect(await mover(ana, { miembroId, rol: 'CONSULTA' })).toEqual({ ok: true, value: { tipo: 'DAR_ROL' } });
    expect(await findSesionDeSoporte(escenario.ctx, sesionId)).toMatchObject({ rol: 'CONSULTA' });
    expect(await mover(ana, { miembroId, rol: '' })).toEqual({ ok: true, value: { tipo: 'QUITAR_ROL' } });
    expect(await findSesionDeSoporte(escenario.ctx, sesionId)).toBeNull();
  });

  it('refuses what is no member, no role, or oneself, before anything is signed', async () => {
    const { miembroId, rfc } = ana.ctx.actor;
    const refused = async (peticion: PeticionDeRol) => {
      const result = await mover(ana, peticion);
      return result.ok ? 'OK' : result.error;
    };
    for (const rol of ['CONSULTA', '']) {
      expect(await refused({ miembroId: NADIE, rol })).toBe('SIN_ROL');
      expect(await refused({ miembroId, rol })).toBe('ROL_PROPIO');
    }
    expect(await refused({ ...ALTA, rfc })).toBe('ROL_PROPIO');
    expect(await refused({ ...ALTA, rfc: 'AAA010101AAA' })).toBe('RFC_DE_SOPORTE_NO_VALIDO');
    expect(await refused({ ...ALTA, nombre: ' ' })).toBe('NOMBRE_DE_SOPORTE_FALTA');
    expect(await refused({ ...ALTA, rol: 'JEFE' })).toBe('ROL_DESCONOCIDO');
    expect(await refused({ propuestaId: NADIE, confirma: true })).toBe('PROPUESTA_CERRADA');
    expect(await escenario.db.actoFirmado.count()).toBe(0);
  });
});

describe('the signature that moves a role', () => {
  it('is kept with its certificate and the answer about it, and anybody can verify it', async () => {
    await mover(ana, ALTA);
    const acto = await escenario.db.actoFirmado.findFirstOrThrow();
    expect(acto).toMatchObject({
      tipo: 'DAR_ROL',
      ...ALTA,
      miembroId: ana.ctx.actor.miembroId,
      resultadoOcsp: 'BUENO',
    });
    expect(acto.cadenaOriginal).toContain(`|RFC de la persona:${ALTA.rfc}|Rol:CONSULTA||`);
    expect(verifyWithOpenssl(acto)).toContain('Verified OK');
    const { datos } = await escenario.db.bitacora.findFirstOrThrow({
      where: { evento: 'ROL_DADO' },
      orderBy: { id: 'desc' },
    });
    expect(datos).toMatchObject({ actoId: acto.id });
  });

  it('is of whoever is signed in, for that person and role, once, in time and with an e.firma in force', async () => {
    const otra = await eva();
    const refused = async (firma: Awaited<ReturnType<typeof signed>>, peticion: PeticionDeRol = ALTA) => {
      const result = await signRol(ana.ctx, peticion, firma);
      return result.ok ? 'OK' : result.error;
    };
    const suya = await signed(otra, ALTA);
    expect(await refused(suya)).toBe('SESION_TERMINADA');
    const buena = await signed(ana, ALTA);
    expect(await refused({ ...buena, certificado: suya.certificado, firma: suya.firma })).toBe('RFC_NO_COINCIDE');
    expect(await refused(buena)).toBe('CHALLENGE_USADO');
    expect(await refused(await signed(ana, ALTA), { ...ALTA, rol: 'ATENCION' })).toBe('FIRMA_NO_CORRESPONDE');
    const vieja = await signed(ana, ALTA);
    escenario.advance(6 * MINUTE);
    expect(await refused(vieja)).toBe('CHALLENGE_VENCIDO');
    const revocada = await signed(ana, ALTA);
    escenario.setOcsp(() => ({ resultado: 'REVOCADO', der: new Uint8Array([0x30, 0x00]) }) as never);
    expect(await refused(revocada)).toBe('CERTIFICADO_REVOCADO');
    expect([await find(ALTA.rfc), await escenario.db.actoFirmado.count()]).toEqual([null, 0]);
    expect(await escenario.db.bitacora.count({ where: { evento: 'ACTO_RECHAZADO' } })).toBe(6);
  });

  it('does nothing when whoever signed has lost their own role meanwhile, though others supervise', async () => {
    await eva();
    const firma = await signed(ana, ALTA);
    await removeRol({ ...escenario.ctx, actor: { tipo: 'SISTEMA' } }, ana.ctx.actor.rfc);
    expect(await signRol(ana.ctx, ALTA, firma)).toEqual({ ok: false, error: 'SESION_TERMINADA' });
    expect(await find(ALTA.rfc)).toBeNull();
  });

  it('is not even looked at for what cannot be asked, so that it still serves for what it was made for', async () => {
    const firma = await signed(ana, ALTA);
    expect(await signRol(ana.ctx, { miembroId: NADIE, rol: 'CONSULTA' }, firma)).toEqual({
      ok: false,
      error: 'SIN_ROL',
    });
    expect(await signRol(ana.ctx, ALTA, firma)).toMatchObject({ ok: true });
  });

  it('takes no role that the operator is taking at that instant, and is not kept', async () => {
    const { miembroId } = (await enterSoporte(escenario, 'ATENCION', 'PERA850101AB1')).ctx.actor;
    const peticion = { miembroId, rol: '' };
    const firma = await signed(ana, peticion);
    const operador = await openConnection(testDatabaseUrl());
    try {
      await operador.query('BEGIN');
      await operador.query('UPDATE miembro_de_soporte SET baja_en = alta_en WHERE id = $1', [miembroId]);
      const result = signRol(ana.ctx, peticion, firma);
      await expect.poll(() => waitingFor(operador)).toBe(1);
      await operador.query('COMMIT');
      expect(await result).toEqual({ ok: false, error: 'SIN_ROL' });
    } finally {
      await operador.end();
    }
    expect(await escenario.db.actoFirmado.count()).toBe(0);
  });
});

describe('what one who supervises grants', () => {
  it('another sees: what, to whom, by whom, the newest first', async () => {
    const otra = await eva();
    await mover(ana, ALTA);
    await mover(ana, { ...ALTA, rol: 'ATENCION' });
    await mover(ana, { miembroId: await idOf(ALTA.rfc), rol: '' });
    const { cambios, siguiente } = await listCambiosDeRol(otra.ctx, null);
    const comun = { miembro: ALTA.nombre, autor: ana.ctx.actor.nombre, isFirmado: true, propuso: null };
    expect(cambios).toMatchObject([
      { ...comun, evento: 'ROL_QUITADO', rol: 'ATENCION', antes: null },
      { ...comun, evento: 'ROL_DADO', rol: 'ATENCION', antes: 'CONSULTA' },
      { ...comun, evento: 'ROL_DADO', rol: 'CONSULTA', antes: null },
      { evento: 'ROL_DADO', rol: 'SUPERVISION', autor: null, isFirmado: false },
      { evento: 'ROL_DADO', rol: 'SUPERVISION', autor: null, isFirmado: false },
    ]);
    expect(siguiente).toBeNull();
  });

  it('comes in pages that leave none out', async () => {
    for (let time = 0; time < 29; time++) await mover(ana, { ...ALTA, rol: time % 2 ? 'ATENCION' : 'CONSULTA' });
    const first = await listCambiosDeRol(ana.ctx, null);
    const second = await listCambiosDeRol(ana.ctx, first.siguiente);
    expect([first.cambios.length, second.cambios.length, second.siguiente]).toEqual([25, 5, null]);
    const ids = [...first.cambios, ...second.cambios].map(({ id }) => id);
    expect(new Set(ids).size).toBe(30);
  });
});
