import { beforeEach, describe, expect, it } from 'vitest';
import type { ContextoDeSoporte } from '#tramites/contexto.ts';
import { findSesion, findSesionDeSoporte } from '#tramites/sesion/find-sesion.ts';
import { closeOtherSesiones, closeSesionesDe, listSesiones } from '#tramites/sesion/list-sesiones.ts';
import { signInDeSoporte } from '#tramites/sesion/sign-in.ts';
import { listConsultas } from '#tramites/soporte/list-consultas.ts';
import { describeConsulta } from '#wording/soporte/describe-consulta.ts';
import { answerChallenge, createEscenario, type Escenario, enterSoporte } from '../../support/escenario.ts';
import { RFC_DE_SOPORTE } from '../../support/soporte.ts';
import { testDb } from '../../support/test-db.ts';

const MOTIVO = 'EFIRMA_EN_RIESGO';

let escenario: Escenario;
let supervision: ContextoDeSoporte;
beforeEach(async () => {
  escenario = await createEscenario(await testDb());
  ({ ctx: supervision } = await enterSoporte(escenario, 'SUPERVISION', RFC_DE_SOPORTE.SUPERVISION));
});

describe('whoever supervises', () => {
  it('ends what a titular has open, at the next request, with the reason in the bitácora', async () => {
    const una = await escenario.enter();
    const otra = await escenario.enter();
    const ajena = await escenario.enter('MEGL920721K30');
    const { titularId } = una.ctx.actor;
    const ended = await closeSesionesDe(supervision, { persona: titularId, motivo: MOTIVO });
    expect(ended).toEqual({ cerradas: 2, isDeTitular: true });
    for (const { ctx } of [una, otra]) expect(await findSesion(escenario.ctx, ctx.actor.sesionId)).toBeNull();
    expect(await findSesion(escenario.ctx, ajena.ctx.actor.sesionId)).not.toBeNull();
    const actor = `SOPORTE:${supervision.actor.sesionId}`;
    const where = { evento: 'SESIONES_TERMINADAS', actor };
    expect(await escenario.db.bitacora.findMany({ where, select: { titularId: true, datos: true } })).toEqual([
      { titularId, datos: { causa: 'SUPERVISION', motivo: MOTIVO, cerradas: 2 } },
    ]);
    const [consulta] = (await listConsultas(supervision, {})).consultas;
    expect(consulta && describeConsulta(consulta)).toBe(
      'Terminó las sesiones de otra persona: Otra persona pudo usar su e.firma',
    );
  });

  it('ends what another member has open, and keeps its own session', async () => {
    const { ctx } = await enterSoporte(escenario, 'ATENCION', RFC_DE_SOPORTE.ATENCION);
    const ended = await closeSesionesDe(supervision, { persona: ctx.actor.miembroId, motivo: MOTIVO });
    expect(ended).toEqual({ cerradas: 1, isDeTitular: false });
    expect(await findSesionDeSoporte(escenario.ctx, ctx.actor.sesionId)).toBeNull();
    expect(await findSesionDeSoporte(escenario.ctx, supervision.actor.sesionId)).not.toBeNull();
  });
});

describe('the sessions of a member of the staff', () => {
  const enter = async () => {
    const efirma = await escenario.autoridad.issue({ rfc: RFC_DE_SOPORTE.SUPERVISION });
    const ingreso = await answerChallenge(escenario.ctx, efirma, RFC_DE_SOPORTE.SUPERVISION, 'LOGIN_DE_SOPORTE');
    expect(await signInDeSoporte(escenario.ctx, ingreso)).toMatchObject({ ok: true });
    escenario.advance(1);
  };

  it('are five at most, and they list their own and close the others', async () => {
    await escenario.enter();
    for (let vez = 0; vez < 4; vez++) await enter();
    const five = await listSesiones(supervision);
    expect(five).toHaveLength(5);
    expect(five.map(({ isCurrent }) => isCurrent)).toEqual([false, false, false, false, true]);
    expect(await closeOtherSesiones(supervision)).toBe(4);
    expect(await listSesiones(supervision)).toMatchObject([{ isCurrent: true, serie: supervision.actor.serie }]);
    for (let vez = 0; vez < 5; vez++) await enter();
    expect(await findSesionDeSoporte(escenario.ctx, supervision.actor.sesionId)).toBeNull();
    expect(await escenario.db.sesion.count({ where: { cerradaEn: null } })).toBe(1);
  });
});
