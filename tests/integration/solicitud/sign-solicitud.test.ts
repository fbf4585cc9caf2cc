import { verify, X509Certificate } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { ContextoDeTitular } from '#tramites/contexto.ts';
import { prepareSolicitud, signSolicitud } from '#tramites/solicitud/sign-solicitud.ts';
import { RevocacionPendiente, verifySolicitud } from '#tramites/solicitud/verify-solicitud.ts';
import { FISICA } from '../../support/efirma/autoridad-de-prueba.ts';
import {
  addMedioValidado,
  answerChallenge,
  createEscenario,
  type Escenario,
  HOST,
  NAVEGADOR,
  type Titular,
} from '../../support/escenario.ts';
import { firmar } from '../../support/firmar.ts';
import { testDb } from '../../support/test-db.ts';

const NOT_LAST = { isLast: false };
const AQUI = { host: HOST, navegador: NAVEGADOR };
const LEIDO = { ...AQUI, textoVersion: 'solicitud/2022-09-22' };

let escenario: Escenario;
let titular: Titular;
beforeEach(async () => {
  escenario = await createEscenario(await testDb());
  titular = await escenario.enter();
});

async function addMedios() {
  await addMedioValidado(titular, 'CORREO_ELECTRONICO', 'ana@correo.example');
  await addMedioValidado(titular, 'TELEFONO', '+525512345678');
}

async function prepare(ctx: ContextoDeTitular = titular.ctx) {
  const prepared = await prepareSolicitud(ctx, LEIDO);
  if (!prepared.ok) throw new Error(prepared.error);
  return prepared.value;
}

async function signed(efirma = titular.efirma) {
  const { nonce, cadenaOriginal } = await prepare();
  return { nonce, certificado: efirma.cer as Uint8Array, firma: firmar(efirma, cadenaOriginal), ...AQUI };
}

describe('signing the solicitud y manifestación', () => {
  it('needs one validated e-mail and the validated phone', async () => {
    expect(await prepareSolicitud(titular.ctx, LEIDO)).toEqual({ ok: false, error: 'FALTAN_MEDIOS' });
    await addMedioValidado(titular, 'CORREO_ELECTRONICO', 'ana@correo.example');
    expect(await prepareSolicitud(titular.ctx, LEIDO)).toEqual({ ok: false, error: 'FALTAN_MEDIOS' });
    await addMedioValidado(titular, 'TELEFONO', '+525512345678');
    expect((await prepareSolicitud(titular.ctx, LEIDO)).ok).toBe(true);
  });

  it('activates the Buzón: signed cadena, fresh OCSP answer, acuse with its sello, message', async () => {
    await addMedios();
    const before = escenario.ocspCalls();
    expect((await signSolicitud(titular.ctx, await signed())).ok).toBe(true);
    expect(escenario.ocspCalls()).toBe(before + 1);
    const solicitud = await escenario.db.solicitud.findFirstOrThrow({
      include: { certificado: true, consultaOcsp: true },
    });
    expect(solicitud).toMatchObject({ estado: 'FIRMADA', consultaOcsp: { resultado: 'BUENO' } });
    const { publicKey } = new X509Certificate(solicitud.certificado.der);
    expect(verify('RSA-SHA256', Buffer.from(solicitud.cadenaOriginal), publicKey, solicitud.firma)).toBe(true);
    const acuse = await escenario.db.acuse.findFirstOrThrow({
      where: { tipo: 'SOLICITUD' },
      include: { certificado: true },
    });
    const sealing = new X509Certificate(acuse.certificado.pem).publicKey;
    expect(verify('RSA-SHA256', Buffer.from(acuse.cadenaOriginal), sealing, acuse.sello)).toBe(true);
    expect(await escenario.db.aviso.count({ where: { tipo: 'BUZON_ACTIVADO' } })).toBe(1);
  });

  it('is one per titular, however often the button is pressed', async () => {
    await addMedios();
    const inputs = [await signed(), await signed(), await signed()];
    const results = await Promise.all(inputs.map((input) => signSolicitud(titular.ctx, input)));
    expect(results.every(({ ok }) => ok)).toBe(true);
    expect(new Set(results.map((result) => result.ok && result.value.folio)).size).toBe(1);
    expect(await escenario.db.solicitud.count()).toBe(1);
    expect(await escenario.db.acuse.count({ where: { tipo: 'SOLICITUD' } })).toBe(1);
    expect(await prepareSolicitud(titular.ctx, LEIDO)).toEqual({ ok: false, error: 'YA_FIRMADA' });
  });

  it('does not take the signature of a sign-in', async () => {
    await addMedios();
    const login = await answerChallenge(escenario.ctx, titular.efirma, FISICA.rfc);
    const { nonce } = await prepare();
    expect(await signSolicitud(titular.ctx, { ...login, nonce })).toEqual({ ok: false, error: 'FIRMA_NO_CORRESPONDE' });
    expect(await signSolicitud(titular.ctx, login)).toEqual({ ok: false, error: 'CHALLENGE_VENCIDO' });
  });

  it('takes a renewed e.firma of the same RFC, and none of another', async () => {
    await addMedios();
    const foreign = await escenario.autoridad.issue({ rfc: 'MEGL920721K30' });
    expect(await signSolicitud(titular.ctx, await signed(foreign))).toEqual({ ok: false, error: 'RFC_NO_COINCIDE' });
    const renewed = await escenario.autoridad.issue({ rfc: FISICA.rfc });
    expect((await signSolicitud(titular.ctx, await signed(renewed))).ok).toBe(true);
  });

  it('is bound to the session that prepared it', async () => {
    await addMedios();
    const input = await signed();
    const again = await escenario.enter();
    expect(await signSolicitud(again.ctx, input)).toEqual({ ok: false, error: 'SESION_TERMINADA' });
  });

  it('checks again at the moment of signing that the medios are still there', async () => {
    await addMedios();
    const input = await signed();
    await escenario.db.medioDeContacto.updateMany({
      where: { mecanismo: 'TELEFONO' },
      data: { estado: 'BAJA', fechaDeBaja: escenario.ctx.now() },
    });
    expect(await signSolicitud(titular.ctx, input)).toEqual({ ok: false, error: 'FALTAN_MEDIOS' });
    expect(await escenario.db.solicitud.count()).toBe(0);
  });
});

describe('a solicitud signed while the revocation service is down, under «tolerante»', () => {
  let tolerant: ContextoDeTitular;
  beforeEach(async () => {
    await addMedios();
    tolerant = { ...titular.ctx, politicaOcsp: 'tolerante' };
    escenario.setOcsp(() => ({ resultado: 'SIN_RESPUESTA', motivo: 'down' }));
    expect((await signSolicitud(tolerant, await signed())).ok).toBe(true);
  });
  const pending = () => escenario.db.solicitud.findFirstOrThrow();

  it('waits, without an acuse, until there is an answer', async () => {
    expect((await pending()).estado).toBe('PENDIENTE_DE_VERIFICACION');
    expect(await escenario.db.acuse.count({ where: { tipo: 'SOLICITUD' } })).toBe(0);
    await expect(verifySolicitud(escenario.ctx, (await pending()).id, NOT_LAST)).rejects.toThrow(RevocacionPendiente);
    await verifySolicitud(escenario.ctx, (await pending()).id, { isLast: true });
    expect((await pending()).estado).toBe('PENDIENTE_DE_VERIFICACION');
    escenario.setOcsp((now) => ({ resultado: 'BUENO', der: new Uint8Array([1]), vigenteHasta: now }));
    await verifySolicitud(escenario.ctx, (await pending()).id, NOT_LAST);
    await verifySolicitud(escenario.ctx, (await pending()).id, NOT_LAST);
    expect((await pending()).estado).toBe('FIRMADA');
    expect(await escenario.db.acuse.count({ where: { tipo: 'SOLICITUD' } })).toBe(1);
  });

  it('is void when the e.firma turns out revoked, and may be signed anew', async () => {
    escenario.setOcsp((now) => ({ resultado: 'REVOCADO', der: new Uint8Array([1]), vigenteHasta: now }));
    await verifySolicitud(escenario.ctx, (await pending()).id, NOT_LAST);
    expect((await pending()).estado).toBe('INVALIDA');
    escenario.setOcsp((now) => ({ resultado: 'BUENO', der: new Uint8Array([1]), vigenteHasta: now }));
    const renewed = await escenario.autoridad.issue({ rfc: FISICA.rfc });
    expect((await signSolicitud(titular.ctx, await signed(renewed))).ok).toBe(true);
  });
});
