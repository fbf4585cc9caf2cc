import { beforeEach, describe, expect, it } from 'vitest';
import { signRepresentacion } from '#tramites/representacion/sign-representacion.ts';
import { signSolicitud } from '#tramites/solicitud/sign-solicitud.ts';
import { findRepresentacion } from '#tramites/vigencia/find-representacion.ts';
import {
  addMedioValidado,
  answerChallenge,
  createEscenario,
  type Escenario,
  type Titular,
} from '../../support/escenario.ts';
import { firmaDe, firmarDesignacion, proponer } from '../../support/representar.ts';
import { testDb } from '../../support/test-db.ts';

const MORAL = 'EKU9003173C9';
const OTRA = 'MEGL920721K30';

let escenario: Escenario;
let titular: Titular;
let representante: Titular;
beforeEach(async () => {
  escenario = await createEscenario(await testDb());
  titular = await escenario.enter(MORAL);
  representante = await escenario.enter();
});

const rep = () => representante.ctx.actor.rfc;
const propose = () => proponer(titular, rep());
const situacion = async (folio: string) => (await findRepresentacion(titular.ctx.db, titular.ctx, folio))?.situacion;
const revoked = (at: Date) => ({ resultado: 'REVOCADO', der: new Uint8Array([1]), vigenteHasta: at }) as const;

async function expectNothing(folio: string): Promise<void> {
  expect(await situacion(folio)).toBe('PROPUESTA');
  expect(await escenario.db.firmaDeRepresentacion.count()).toBe(0);
  expect(await escenario.db.acuse.count()).toBe(0);
}

describe('a signature is refused', () => {
  it('of whoever is neither side, of a CSD, of one that expired, and the same twice', async () => {
    const folio = await propose();
    const sign = async (spec: object) =>
      firmarDesignacion(titular.ctx, await escenario.autoridad.issue({ rfc: MORAL, ...spec }), folio);
    expect(await sign({ rfc: OTRA })).toEqual({ ok: false, error: 'FIRMANTE_AJENO' });
    expect(await sign({ clase: 'CSD' })).toEqual({ ok: false, error: 'CERTIFICADO_ES_CSD' });
    const vencida = { validoDesde: new Date('2020-01-01T00:00:00Z'), validoHasta: new Date('2024-01-01T00:00:00Z') };
    expect(await sign(vencida)).toEqual({ ok: false, error: 'CERTIFICADO_VENCIDO' });
    await firmarDesignacion(titular.ctx, titular.efirma, folio);
    expect(await firmarDesignacion(titular.ctx, titular.efirma, folio)).toEqual({
      ok: false,
      error: 'FALTA_LA_OTRA_FIRMA',
    });
    expect(await escenario.db.firmaDeRepresentacion.count()).toBe(0);
  });

  it('with a renewed e.firma of the same RFC it is taken', async () => {
    const folio = await propose();
    await firmarDesignacion(titular.ctx, await escenario.autoridad.issue({ rfc: MORAL }), folio);
    await firmarDesignacion(titular.ctx, await escenario.autoridad.issue({ rfc: rep() }), folio);
    expect(await situacion(folio)).toBe('VIGENTE');
  });

  it('without an answer of the revocation service, whatever the policy', async () => {
    const folio = await propose();
    escenario.setOcsp(() => ({ resultado: 'SIN_RESPUESTA', motivo: 'down' }));
    const tolerant = { ...titular.ctx, politicaOcsp: 'tolerante' as const };
    expect(await firmarDesignacion(tolerant, titular.efirma, folio)).toEqual({
      ok: false,
      error: 'REVOCACION_NO_DISPONIBLE',
    });
    escenario.setOcsp(revoked);
    expect(await firmarDesignacion(tolerant, titular.efirma, folio)).toEqual({
      ok: false,
      error: 'CERTIFICADO_REVOCADO',
    });
    await expectNothing(folio);
  });

  it('of a sign-in or of a solicitud, and one of a designation is none of a solicitud', async () => {
    const folio = await propose();
    const good = await firmaDe(titular.ctx, titular.efirma, folio);
    const login = await answerChallenge(escenario.ctx, titular.efirma, MORAL);
    expect(await signRepresentacion(titular.ctx, { ...login, ventanaMinutos: 30 })).toEqual({
      ok: false,
      error: 'CHALLENGE_VENCIDO',
    });
    await addMedioValidado(titular, 'CORREO_ELECTRONICO', 'ana@correo.example');
    await addMedioValidado(titular, 'TELEFONO', '+525512345678');
    expect(await signSolicitud(titular.ctx, good)).toEqual({ ok: false, error: 'CHALLENGE_VENCIDO' });
    expect((await signRepresentacion(titular.ctx, good)).ok).toBe(true);
  });

  it('in the session of somebody else, or of another session than the one that asked', async () => {
    const folio = await propose();
    const ajeno = await escenario.enter(OTRA);
    await expect(firmaDe(ajeno.ctx, titular.efirma, folio)).rejects.toThrow('DESIGNACION_CERRADA');
    const input = await firmaDe(titular.ctx, titular.efirma, folio);
    expect(await signRepresentacion(ajeno.ctx, input)).toEqual({ ok: false, error: 'SESION_TERMINADA' });
  });
});
