import { beforeEach, describe, expect, it } from 'vitest';
import { forgetVencidos } from '#tramites/retencion/forget-vencidos.ts';
import { findSesion, findSesionDeSoporte } from '#tramites/sesion/find-sesion.ts';
import { closeOtherSesiones, listSesiones, signOut } from '#tramites/sesion/list-sesiones.ts';
import { signIn, signInDeSoporte } from '#tramites/sesion/sign-in.ts';
import { prepareSolicitud } from '#tramites/solicitud/sign-solicitud.ts';
import { FISICA } from '../../support/efirma/autoridad-de-prueba.ts';
import {
  addMedioValidado,
  answerChallenge,
  createEscenario,
  type Escenario,
  enterSoporte,
  HOST,
  NAVEGADOR,
} from '../../support/escenario.ts';
import { firmar } from '../../support/firmar.ts';
import { testDb } from '../../support/test-db.ts';

const MINUTE = 60_000;
const { rfc } = FISICA;

let escenario: Escenario;
beforeEach(async () => {
  escenario = await createEscenario(await testDb());
});

describe('signing in with an e.firma', () => {
  it('opens a session for the RFC of the certificate and records it', async () => {
    const { ctx } = await escenario.enter();
    expect(ctx.actor).toMatchObject({ rfc, nombre: FISICA.nombre });
    const eventos = await escenario.db.bitacora.findMany({ where: { titularId: ctx.actor.titularId } });
    expect(eventos.map(({ evento }) => evento)).toEqual(['INGRESO']);
  });

  it('refuses a challenge that was used, also when the first use failed', async () => {
    const efirma = await escenario.autoridad.issue();
    const ingreso = await answerChallenge(escenario.ctx, efirma, rfc);
    const spoiled = { ...ingreso, firma: firmar(efirma, 'another text') };
    expect(await signIn(escenario.ctx, spoiled)).toEqual({ ok: false, error: 'FIRMA_NO_CORRESPONDE' });
    expect(await signIn(escenario.ctx, ingreso)).toEqual({ ok: false, error: 'CHALLENGE_USADO' });
  });

  it('lets only one of two simultaneous uses of a challenge through', async () => {
    const ingreso = await answerChallenge(escenario.ctx, await escenario.autoridad.issue(), rfc);
    const results = await Promise.all([signIn(escenario.ctx, ingreso), signIn(escenario.ctx, ingreso)]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it('refuses a challenge answered from another browser or for another host', async () => {
    const efirma = await escenario.autoridad.issue();
    const fromElsewhere = { ...(await answerChallenge(escenario.ctx, efirma, rfc)), navegador: 'otro' };
    expect(await signIn(escenario.ctx, fromElsewhere)).toMatchObject({ error: 'CHALLENGE_DE_OTRO_NAVEGADOR' });
    const forElsewhere = { ...(await answerChallenge(escenario.ctx, efirma, rfc)), host: 'otro.example' };
    expect(await signIn(escenario.ctx, forElsewhere)).toMatchObject({ error: 'CHALLENGE_DE_OTRO_NAVEGADOR' });
  });

  it('gives a challenge five minutes, to the millisecond', async () => {
    const efirma = await escenario.autoridad.issue();
    const inTime = await answerChallenge(escenario.ctx, efirma, rfc);
    escenario.advance(5 * MINUTE - 1);
    expect((await signIn(escenario.ctx, inTime)).ok).toBe(true);
    const late = await answerChallenge(escenario.ctx, efirma, rfc);
    escenario.advance(5 * MINUTE);
    expect(await signIn(escenario.ctx, late)).toEqual({ ok: false, error: 'CHALLENGE_VENCIDO' });
  });

  it('takes no challenge that was made for a document', async () => {
    const titular = await escenario.enter();
    await addMedioValidado(titular, 'CORREO_ELECTRONICO', 'a@correo.example');
    await addMedioValidado(titular, 'TELEFONO', '+525512345678');
    const prepared = await prepareSolicitud(titular.ctx, {
      textoVersion: 'solicitud/2022-09-22',
      host: HOST,
      navegador: NAVEGADOR,
    });
    if (!prepared.ok) throw new Error(prepared.error);
    const { nonce, cadenaOriginal } = prepared.value;
    const ingreso = await answerChallenge(escenario.ctx, titular.efirma, rfc);
    const crossed = { ...ingreso, nonce, firma: firmar(titular.efirma, cadenaOriginal) };
    expect(await signIn(escenario.ctx, crossed)).toEqual({ ok: false, error: 'CHALLENGE_VENCIDO' });
  });

  it('says which RFC does not match, whatever was typed', async () => {
    const efirma = await escenario.autoridad.issue();
    for (const typed of ['PEO020304K7A', 'nada', '']) {
      const ingreso = { ...(await answerChallenge(escenario.ctx, efirma, rfc)), rfc: typed };
      expect(await signIn(escenario.ctx, ingreso)).toEqual({ ok: false, error: 'RFC_NO_COINCIDE' });
    }
  });

  it('counts why it refused in the row of its minute, twenty at once too, and keeps nothing of the person', async () => {
    const efirma = await escenario.autoridad.issue();
    const asked = await Promise.all(Array.from({ length: 20 }, () => answerChallenge(escenario.ctx, efirma, rfc)));
    await Promise.all(asked.map((ingreso) => signIn(escenario.ctx, { ...ingreso, rfc: 'nada' })));
    const { minuto, ...rechazo } = await escenario.db.rechazoPorMinuto.findFirstOrThrow();
    expect(rechazo).toEqual({ evento: 'INGRESO_RECHAZADO', causa: 'RFC_NO_COINCIDE', veces: 20 });
    expect(minuto.getTime() % 60_000).toBe(0);
    expect(await escenario.db.rechazoPorMinuto.count()).toBe(1);
    expect(await escenario.db.bitacora.count()).toBe(0);
    escenario.advance(91 * 24 * 3_600_000);
    await forgetVencidos(escenario.ctx);
    expect(await escenario.db.rechazoPorMinuto.count()).toBe(0);
  });

  it('leaves nothing of the questions of nobody, minutes after they expire', async () => {
    for (let vez = 0; vez < 3; vez++) await answerChallenge(escenario.ctx, await escenario.autoridad.issue(), rfc);
    await forgetVencidos(escenario.ctx);
    expect(await escenario.db.challenge.count()).toBe(3);
    escenario.advance(16 * 60_000);
    await forgetVencidos(escenario.ctx);
    expect(await escenario.db.challenge.count()).toBe(0);
  });
});

describe('revocation at sign-in', () => {
  const enterWith = async (resultado: 'REVOCADO' | 'DESCONOCIDO') => {
    escenario.setOcsp((now) => ({ resultado, der: new Uint8Array([1]), vigenteHasta: now }));
    return answerChallenge(escenario.ctx, await escenario.autoridad.issue({ rfc }), rfc);
  };

  it('refuses a revoked e.firma for ever, even when the service later takes it back', async () => {
    const efirma = await escenario.autoridad.issue();
    escenario.setOcsp((now) => ({ resultado: 'REVOCADO', der: new Uint8Array([1]), vigenteHasta: now }));
    const first = await signIn(escenario.ctx, await answerChallenge(escenario.ctx, efirma, rfc));
    expect(first).toEqual({ ok: false, error: 'CERTIFICADO_REVOCADO' });
    escenario.setOcsp((now) => ({ resultado: 'BUENO', der: new Uint8Array([1]), vigenteHasta: now }));
    const second = await signIn(escenario.ctx, await answerChallenge(escenario.ctx, efirma, rfc));
    expect(second).toEqual({ ok: false, error: 'CERTIFICADO_REVOCADO' });
  });

  it('refuses an e.firma that the service does not know', async () => {
    expect(await signIn(escenario.ctx, await enterWith('DESCONOCIDO'))).toMatchObject({
      error: 'REVOCACION_DESCONOCIDA',
    });
  });

  it.each([
    ['an answer', 'SIN_RESPUESTA'],
    ['one whose time agrees with ours, which is not the visitor’s clock,', 'RELOJ_DESFASADO'],
  ] as const)(
    'without %s refuses under «estricta», and lets in and records it under «tolerante»',
    async (_, resultado) => {
      const efirma = await escenario.autoridad.issue();
      escenario.setOcsp(() => ({ resultado, motivo: 'down' }));
      const strict = await signIn(escenario.ctx, await answerChallenge(escenario.ctx, efirma, rfc));
      expect(strict).toEqual({ ok: false, error: 'REVOCACION_NO_DISPONIBLE' });
      const tolerant = { ...escenario.ctx, politicaOcsp: 'tolerante' as const };
      expect((await signIn(tolerant, await answerChallenge(tolerant, efirma, rfc))).ok).toBe(true);
      expect(await escenario.db.consultaOcsp.findMany({ select: { resultado: true } })).toEqual([
        { resultado: 'SIN_RESPUESTA' },
      ]);
    },
  );

  it('asks again only when the last good answer has expired', async () => {
    const { efirma } = await escenario.enter();
    const signAgain = async () => signIn(escenario.ctx, await answerChallenge(escenario.ctx, efirma, rfc));
    await signAgain();
    expect(escenario.ocspCalls()).toBe(1);
    escenario.advance(MINUTE);
    await signAgain();
    expect(escenario.ocspCalls()).toBe(2);
  });
});

describe('a session', () => {
  it('ends with «Salir» at once, also for a copy of its cookie', async () => {
    const { ctx } = await escenario.enter();
    await signOut(ctx);
    expect(await findSesion(escenario.ctx, ctx.actor.sesionId)).toBeNull();
  });

  it('is listed with the others of its titular, and «Cerrar las demás» leaves it alone', async () => {
    const first = await escenario.enter();
    const second = await escenario.enter();
    const stranger = await escenario.enter('MEGL920721K30');
    expect((await listSesiones(second.ctx)).map(({ isCurrent }) => isCurrent)).toEqual([true, false]);
    expect(await closeOtherSesiones(second.ctx)).toBe(1);
    expect(await findSesion(escenario.ctx, first.ctx.actor.sesionId)).toBeNull();
    expect(await findSesion(escenario.ctx, second.ctx.actor.sesionId)).not.toBeNull();
    expect(await findSesion(escenario.ctx, stranger.ctx.actor.sesionId)).not.toBeNull();
  });

  it('ends after 15 idle minutes, and lives on with activity', async () => {
    const { ctx } = await escenario.enter();
    escenario.advance(15 * MINUTE - 1);
    expect(await findSesion(escenario.ctx, ctx.actor.sesionId)).not.toBeNull();
    escenario.advance(15 * MINUTE - 1);
    expect(await findSesion(escenario.ctx, ctx.actor.sesionId)).not.toBeNull();
    escenario.advance(15 * MINUTE);
    expect(await findSesion(escenario.ctx, ctx.actor.sesionId)).toBeNull();
  });

  it('is not kept open by what its page asks by itself, nor written at each page', async () => {
    const { ctx } = await escenario.enter();
    const lastSeen = async () => (await escenario.db.sesion.findFirstOrThrow()).ultimaActividadEn;
    const since = await lastSeen();
    escenario.advance(20_000);
    await findSesion(escenario.ctx, ctx.actor.sesionId);
    escenario.advance(14 * MINUTE);
    expect(await findSesion(escenario.ctx, ctx.actor.sesionId, false)).not.toBeNull();
    expect(await lastSeen()).toEqual(since);
    escenario.advance(MINUTE);
    expect(await findSesion(escenario.ctx, ctx.actor.sesionId)).toBeNull();
  });

  it('of support too lives on with activity, and not without', async () => {
    const { ctx } = await enterSoporte(escenario, 'CONSULTA', 'MEGL920721K30');
    const isOpen = async () => (await findSesionDeSoporte(escenario.ctx, ctx.actor.sesionId)) !== null;
    for (const [minutes, expected] of [
      [14, true],
      [14, true],
      [15, false],
    ] as const) {
      escenario.advance(minutes * MINUTE);
      expect(await isOpen()).toBe(expected);
    }
  });

  it('of support tells who it is, as what, and that the service was asked at each sign-in', async () => {
    const { ctx, efirma } = await enterSoporte(escenario, 'ATENCION', 'MEGL920721K30');
    expect(ctx.actor).toMatchObject({ rfc: 'MEGL920721K30', nombre: 'PERSONA DE ATENCION', rol: 'ATENCION' });
    const answer = () => answerChallenge(escenario.ctx, efirma, 'MEGL920721K30', 'LOGIN_DE_SOPORTE');
    expect(await signInDeSoporte(escenario.ctx, await answer())).toMatchObject({ ok: true });
    expect(escenario.ocspCalls()).toBe(2);
    await escenario.db.miembroDeSoporte.updateMany({ data: { bajaEn: escenario.ctx.now() } });
    expect(await findSesionDeSoporte(escenario.ctx, ctx.actor.sesionId)).toBeNull();
  });

  it('says in the bitácora that it was left, once, and whose kind it was', async () => {
    const titular = await escenario.enter();
    const soporte = await enterSoporte(escenario, 'CONSULTA', 'MEGL920721K30');
    for (const { ctx } of [titular, titular, soporte, soporte]) await signOut(ctx);
    const salidas = { where: { evento: { startsWith: 'SALIDA' } }, orderBy: { id: 'asc' } } as const;
    const left = await escenario.db.bitacora.findMany(salidas);
    expect(left.map(({ evento }) => evento)).toEqual(['SALIDA', 'SALIDA_DE_SOPORTE']);
  });

  it('ends after eight hours whatever happens', async () => {
    const { ctx } = await escenario.enter();
    for (let elapsed = 0; elapsed < 8 * 60 - 10; elapsed += 10) {
      escenario.advance(10 * MINUTE);
      expect(await findSesion(escenario.ctx, ctx.actor.sesionId)).not.toBeNull();
    }
    escenario.advance(10 * MINUTE);
    expect(await findSesion(escenario.ctx, ctx.actor.sesionId)).toBeNull();
  });
});
