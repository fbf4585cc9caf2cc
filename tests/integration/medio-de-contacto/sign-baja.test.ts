import { beforeEach, describe, expect, it } from 'vitest';
import { prepareBaja, removeMedioDeContacto, signBaja } from '#tramites/medio-de-contacto/remove-medio-de-contacto.ts';
import { firmarSolicitud } from '../../support/activar.ts';
import { actuar } from '../../support/actuar.ts';
import { alterarDatos } from '../../support/alterar-datos.ts';
import { addMedioValidado, createEscenario, type Escenario, type Titular } from '../../support/escenario.ts';
import { AQUI, eliminarConFirma, firmaDe } from '../../support/firmar-acto.ts';
import { designar } from '../../support/representar.ts';
import { testDb } from '../../support/test-db.ts';
import { verifyWithOpenssl } from '../../support/verificar-con-openssl.ts';

const MINUTE = 60_000;

let escenario: Escenario;
let titular: Titular;
let correo: string;
let telefono: string;
beforeEach(async () => {
  escenario = await createEscenario(await testDb());
  titular = await escenario.enter();
  correo = await add('CORREO_ELECTRONICO', 'ana@correo.example');
  telefono = await add('TELEFONO', '+525512345678');
  await firmarSolicitud(titular);
});

async function add(mecanismo: 'CORREO_ELECTRONICO' | 'TELEFONO', valor: string): Promise<string> {
  await addMedioValidado(titular, mecanismo, valor);
  const { folio } = await escenario.db.medioDeContacto.findFirstOrThrow({ where: { valor }, select: { folio: true } });
  return folio;
}
const prepared = () => prepareBaja(titular.ctx, correo, AQUI);
const signed = async () => firmaDe(await prepared(), titular.efirma);
const estadoDe = async (folio: string) =>
  (await escenario.db.medioDeContacto.findUniqueOrThrow({ where: { folio }, select: { estado: true } })).estado;
const rechazos = () => escenario.db.bitacora.count({ where: { evento: 'ACTO_RECHAZADO' } });

describe('the last medio that works of an active Buzón', () => {
  beforeEach(async () => {
    expect(await removeMedioDeContacto(titular.ctx, telefono)).toMatchObject({ ok: true });
  });

  it('is not removed by whoever only has the session, however often they ask', async () => {
    for (const _ of [1, 2])
      expect(await removeMedioDeContacto(titular.ctx, correo)).toEqual({ ok: false, error: 'BAJA_PIDE_FIRMA' });
    expect(await estadoDe(correo)).toBe('VALIDADO');
    expect(await escenario.db.actoFirmado.count()).toBe(0);
  });

  it('is removed by its titular’s signature, which is kept and which anybody can verify', async () => {
    const asked = escenario.ocspCalls();
    expect(await eliminarConFirma(titular, correo)).toEqual({ ok: true, value: { folio: correo } });
    expect(escenario.ocspCalls()).toBe(asked + 1);
    expect(await estadoDe(correo)).toBe('BAJA');
    const acto = await escenario.db.actoFirmado.findFirstOrThrow();
    expect(acto).toMatchObject({
      tipo: 'ELIMINAR_ULTIMO_MEDIO',
      titularId: titular.ctx.actor.titularId,
      folio: correo,
      serie: titular.ctx.actor.serie,
      resultadoOcsp: 'BUENO',
    });
    expect(acto.cadenaOriginal).toContain(`|Folio:${correo}|Medio de contacto:ana@correo.example||`);
    expect(verifyWithOpenssl(acto)).toContain('Verified OK');
    expect(() => verifyWithOpenssl({ ...acto, cadenaOriginal: `${acto.cadenaOriginal} ` })).toThrow();
    for (const evento of ['ACTO_FIRMADO', 'MEDIO_DADO_DE_BAJA']) {
      const { datos } = await escenario.db.bitacora.findFirstOrThrow({ where: { evento }, orderBy: { id: 'desc' } });
      expect(datos).toMatchObject({ actoId: acto.id });
    }
  });

  it('stays when the signature is of another e.firma, another kind of certificate, or of one that is revoked', async () => {
    const otra = await escenario.autoridad.issue({ rfc: 'MEGL920721K30' });
    const sello = await escenario.autoridad.issue({ rfc: titular.ctx.actor.rfc, clase: 'CSD' });
    expect(await signBaja(titular.ctx, correo, firmaDe(await prepared(), otra))).toEqual({
      ok: false,
      error: 'RFC_NO_COINCIDE',
    });
    expect((await signBaja(titular.ctx, correo, firmaDe(await prepared(), sello))).ok).toBe(false);
    const firma = await signed();
    escenario.setOcsp(() => ({ resultado: 'SIN_RESPUESTA' }) as never);
    expect(await signBaja(titular.ctx, correo, firma)).toEqual({ ok: false, error: 'REVOCACION_NO_DISPONIBLE' });
    const otraFirma = await signed();
    escenario.setOcsp(() => ({ resultado: 'REVOCADO', der: new Uint8Array([0x30, 0x00]) }) as never);
    expect(await signBaja(titular.ctx, correo, otraFirma)).toEqual({ ok: false, error: 'CERTIFICADO_REVOCADO' });
    expect([await estadoDe(correo), await escenario.db.actoFirmado.count(), await rechazos()]).toEqual([
      'VALIDADO',
      0,
      4,
    ]);
  });

  it('stays when the question is old, used, of another browser or session, or the signature of another act', async () => {
    const refused = async (firma: Awaited<ReturnType<typeof signed>>) => {
      const result = await signBaja(titular.ctx, correo, firma);
      return result.ok ? 'OK' : result.error;
    };
    const vieja = await signed();
    escenario.advance(6 * MINUTE);
    expect(await refused(vieja)).toBe('CHALLENGE_VENCIDO');
    expect(await refused({ ...(await signed()), navegador: 'otro' })).toBe('CHALLENGE_DE_OTRO_NAVEGADOR');
    const ajena = await signed();
    expect(await refused({ ...(await signed()), firma: vieja.firma })).toBe('FIRMA_NO_CORRESPONDE');
    const otraSesion = await escenario.enter(titular.ctx.actor.rfc);
    expect(await signBaja(otraSesion.ctx, correo, ajena)).toEqual({ ok: false, error: 'SESION_TERMINADA' });
    expect(await refused(ajena)).toBe('CHALLENGE_USADO');
    expect(await estadoDe(correo)).toBe('VALIDADO');
  });

  it('is not a representative’s to remove, whatever their powers, nor with their own e.firma', async () => {
    const representante = await escenario.enter('MEGL920721K30');
    const ctx = await actuar(representante, await designar(titular, representante));
    expect(await removeMedioDeContacto(ctx, correo)).toEqual({ ok: false, error: 'BAJA_PIDE_FIRMA' });
    expect(await prepareBaja(ctx, correo, AQUI)).toEqual({ ok: false, error: 'BAJA_NO_PROCEDE' });
    const firma = firmaDe(await prepared(), representante.efirma);
    expect(await signBaja(ctx, correo, firma)).toEqual({ ok: false, error: 'BAJA_NO_PROCEDE' });
    expect(await estadoDe(correo)).toBe('VALIDADO');
  });

  it('is nothing that another titular could sign for, nor removed twice by one signature', async () => {
    const otro = await escenario.enter('MEGL920721K30');
    expect(await prepareBaja(otro.ctx, correo, AQUI)).toEqual({ ok: false, error: 'BAJA_NO_PROCEDE' });
    const firmas = [await signed(), await signed()] as const;
    const results = await Promise.all(firmas.map((firma) => signBaja(titular.ctx, correo, firma)));
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await escenario.db.actoFirmado.count()).toBe(1);
  });
});

describe('what asks for no signature', () => {
  it('is a medio beside which another works, and any of a Buzón that is not active', async () => {
    expect(await prepareBaja(titular.ctx, correo, AQUI)).toEqual({ ok: false, error: 'BAJA_NO_PROCEDE' });
    await alterarDatos("UPDATE solicitud SET estado = 'PENDIENTE_DE_VERIFICACION'");
    for (const folio of [telefono, correo])
      expect(await removeMedioDeContacto(titular.ctx, folio)).toMatchObject({ ok: true });
  });

  it('two at once do not leave an active Buzón without any', async () => {
    const results = await Promise.all([correo, telefono].map((folio) => removeMedioDeContacto(titular.ctx, folio)));
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.find(({ ok }) => !ok)).toEqual({ ok: false, error: 'BAJA_PIDE_FIRMA' });
  });
});
