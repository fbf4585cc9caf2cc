import { beforeEach, describe, expect, it, vi } from 'vitest';
import { renderAviso } from '#domain/aviso/render-aviso.ts';
import type { TextoDeSolicitud } from '#domain/solicitud/texto-de-solicitud.ts';
import { textoPlano } from '#domain/solicitud/textos.ts';
import { resumirFolio } from '#domain/soporte/asunto-de-folio.ts';
import { buildCms } from '#infra/firma/build-cms.ts';
import { collectEvidencia } from '#tramites/acuse/collect-evidencia.ts';
import { findAcusePropio } from '#tramites/acuse/find-acuse-verificable.ts';
import { verifyAcuse } from '#tramites/acuse/verify-acuse.ts';
import { composeMensaje } from '#tramites/aviso/compose-mensaje.ts';
import { findAviso } from '#tramites/aviso/find-aviso.ts';
import { readEstadoDeActivacion } from '#tramites/solicitud/estado-de-activacion.ts';
import { prepareSolicitud } from '#tramites/solicitud/prepare-solicitud.ts';
import { signSolicitud } from '#tramites/solicitud/sign-solicitud.ts';
import { verifySolicitud } from '#tramites/solicitud/verify-solicitud.ts';
import { consultFolio } from '#tramites/soporte/consult-folio.ts';
import { consultTitular } from '#tramites/soporte/consult-titular.ts';
import { readTablero } from '#tramites/tablero/read-tablero.ts';
import { activar, firmarSolicitud } from '../../support/activar.ts';
import { AHORA } from '../../support/efirma/autoridad-de-prueba.ts';
import {
  addMedioValidado,
  createEscenario,
  type Escenario,
  enterSoporte,
  HOST,
  NAVEGADOR,
  type Titular,
} from '../../support/escenario.ts';
import { firmar } from '../../support/firmar.ts';
import { testDb } from '../../support/test-db.ts';
import { textosFicticios } from '../../support/textos-ficticios.ts';

const DAY_MS = 86_400_000;
const DE_2022 = 'solicitud/2022-09-22';
const RFC_DE_SOPORTE = 'LOVC900412QX8';
const NOT_LAST = { isLast: false };
const [PIDE, NO_PIDE] = textosFicticios(new Date(AHORA.getTime() + DAY_MS));

const publicados = vi.hoisted((): unknown[] => []);
vi.mock('#domain/solicitud/textos-publicados.ts', async (original) => {
  const { TEXTOS_PUBLICADOS } = await original<{ TEXTOS_PUBLICADOS: readonly TextoDeSolicitud[] }>();
  publicados.push(...TEXTOS_PUBLICADOS);
  return { TEXTOS_PUBLICADOS: publicados };
});

let escenario: Escenario;
let titular: Titular;
beforeEach(async () => {
  publicados.splice(1);
  escenario = await createEscenario(await testDb());
  titular = await escenario.enter();
});

const publish = (...textos: TextoDeSolicitud[]) => publicados.push(...textos);
const estado = (of: Titular = titular) => readEstadoDeActivacion(of.ctx);
const signings = () => escenario.db.solicitud.findMany({ orderBy: { fecha: 'asc' } });

async function prepare(textoVersion: string, ctx = titular.ctx) {
  const prepared = await prepareSolicitud(ctx, { textoVersion, host: HOST, navegador: NAVEGADOR });
  if (!prepared.ok) return prepared;
  const { nonce, cadenaOriginal } = prepared.value;
  const certificado = titular.efirma.cer as Uint8Array;
  const firma = firmar(titular.efirma, cadenaOriginal);
  return { ok: true as const, value: { nonce, certificado, firma, host: HOST, navegador: NAVEGADOR } };
}

async function sign(textoVersion: string, ctx = titular.ctx) {
  const prepared = await prepare(textoVersion, ctx);
  return prepared.ok ? signSolicitud(ctx, prepared.value) : prepared;
}

async function verificar(folio: string) {
  const acuse = await findAcusePropio(titular.ctx, titular.ctx.actor.titularId, folio as never, 'SOLICITUD');
  if (!acuse) throw new Error(`no acuse of ${folio}`);
  return { acuse, verificacion: await verifyAcuse(titular.ctx, acuse, null) };
}

/** What the newest message of a type says, as the worker would compose it. */
async function lastMessage(tipo: 'BUZON_ACTIVADO' | 'SOLICITUD_INVALIDA'): Promise<string> {
  const { id } = await escenario.db.aviso.findFirstOrThrow({
    where: { tipo },
    orderBy: { creadoEn: 'desc' },
    select: { id: true },
  });
  const aviso = await findAviso(escenario.ctx, id);
  const datos = aviso && (await composeMensaje({ ...escenario.ctx, esDemo: true } as never, aviso));
  return JSON.stringify(datos && renderAviso(datos));
}

describe('a later text that asks for a new signature', () => {
  let primero: string;
  beforeEach(async () => {
    publish(PIDE);
    primero = await activar(titular);
  });

  it('asks nothing before its date of effect', async () => {
    expect(await estado()).toMatchObject({ canSign: false, porFirmar: null, solicitud: { folio: primero } });
    expect(await sign(DE_2022)).toEqual({ ok: false, error: 'YA_FIRMADA' });
    expect(await sign(PIDE.version)).toEqual({ ok: false, error: 'YA_FIRMADA' });
  });

  it('is asked for from then on, while the Buzón stays active with what was signed', async () => {
    escenario.advance(2 * DAY_MS);
    expect(await estado()).toMatchObject({
      canSign: true,
      porFirmar: { version: PIDE.version },
      solicitud: { folio: primero, textoVersion: DE_2022 },
      avance: {
        paso: 'hecho',
        falta: expect.stringMatching(/está activo con la solicitud que ya firmaste\. Las reglas/),
      },
    });
    await escenario.db.medioDeContacto.updateMany({
      where: { mecanismo: 'TELEFONO' },
      data: { estado: 'BAJA', fechaDeBaja: escenario.ctx.now() },
    });
    expect(await estado()).toMatchObject({
      canSign: false,
      avance: {
        paso: 'hecho',
        falta: expect.stringContaining('antes, registra y valida un teléfono celular para tu RFC'),
      },
    });
    expect(await sign(PIDE.version)).toEqual({ ok: false, error: 'FALTAN_MEDIOS' });
  });

  it('is never signed by who read the one before', async () => {
    escenario.advance(2 * DAY_MS);
    expect(await sign(DE_2022)).toEqual({ ok: false, error: 'TEXTO_NUEVO' });
    expect(await signings()).toHaveLength(1);
  });

  it('is signed beside the one before; both stay genuine, and one of them is in force', async () => {
    escenario.advance(2 * DAY_MS);
    const segundo = await firmarSolicitud(titular);
    expect(await estado()).toMatchObject({
      canSign: false,
      porFirmar: null,
      solicitud: { folio: segundo },
      firmadas: [{ folio: segundo }, { folio: primero }],
      avance: { paso: 'hecho', falta: 'Tu Buzón IMSS está activo. No te falta nada.' },
    });
    const [uno, dos] = [await verificar(primero), await verificar(segundo)];
    expect([...uno.verificacion.fallas, ...dos.verificacion.fallas]).toEqual([]);
    const [, firmada] = await signings();
    expect(uno.verificacion.estadoActual).toMatchObject({ estado: 'REEMPLAZADA', reemplazadaEn: firmada?.fecha });
    expect(dos.verificacion.estadoActual).toMatchObject({ estado: 'FIRMADA', reemplazadaEn: null });
    const evidencia = await collectEvidencia({ ...titular.ctx, buildCms }, dos.acuse);
    expect(Buffer.from(evidencia.get('texto-de-la-solicitud.txt') ?? []).toString()).toBe(textoPlano(PIDE));
    expect(await lastMessage('BUZON_ACTIVADO')).toContain('Tu Buzón IMSS sigue activo.');
    expect(await sign(PIDE.version)).toEqual({ ok: false, error: 'YA_FIRMADA' });
  });

  it('is signed once, however many press the button at once; the database keeps it so', async () => {
    escenario.advance(2 * DAY_MS);
    const inputs = [await prepare(PIDE.version), await prepare(PIDE.version), await prepare(PIDE.version)];
    const results = await Promise.all(
      inputs.map((input) => (input.ok ? signSolicitud(titular.ctx, input.value) : input)),
    );
    expect(new Set(results.map((result) => result.ok && result.value.folio)).size).toBe(1);
    const [, segunda] = await signings();
    expect(await signings()).toHaveLength(2);
    expect(await escenario.db.acuse.count({ where: { tipo: 'SOLICITUD' } })).toBe(2);
    const { id: _, ...again } = segunda ?? ({} as never);
    await expect(escenario.db.solicitud.create({ data: { ...again, folio: 'BI-OTRO' } })).rejects.toThrow(/[Uu]nique/);
  });

  it('dates what was being signed at midnight by when it was prepared, and asks again afterwards', async () => {
    const other = await escenario.enter('MEGL920721K30');
    escenario.advance(DAY_MS - 60_000);
    await addMedioValidado(other, 'CORREO_ELECTRONICO', 'otra@correo.example');
    await addMedioValidado(other, 'TELEFONO', '+525512345670');
    const read = await prepareSolicitud(other.ctx, { textoVersion: DE_2022, host: HOST, navegador: NAVEGADOR });
    escenario.advance(120_000);
    if (!read.ok) throw new Error(read.error);
    const firma = firmar(other.efirma, read.value.cadenaOriginal);
    const certificado = other.efirma.cer as Uint8Array;
    const { nonce } = read.value;
    expect((await signSolicitud(other.ctx, { nonce, certificado, firma, host: HOST, navegador: NAVEGADOR })).ok).toBe(
      true,
    );
    expect(await estado(other)).toMatchObject({
      solicitud: { textoVersion: DE_2022 },
      porFirmar: { version: PIDE.version },
    });
  });

  it('stays signed when the clock goes back', async () => {
    escenario.advance(2 * DAY_MS);
    const segundo = await firmarSolicitud(titular);
    escenario.advance(-2 * DAY_MS - 60_000);
    expect(await estado()).toMatchObject({ porFirmar: null, solicitud: { folio: segundo } });
  });

  it('counts as one activation, and tells support which solicitud is in force', async () => {
    const { ctx } = await enterSoporte(escenario, 'SUPERVISION', RFC_DE_SOPORTE);
    escenario.advance(2 * DAY_MS);
    const segundo = await firmarSolicitud(titular);
    const tablero = await readTablero({ ...ctx, now: escenario.ctx.now }, 7);
    expect(tablero.activaciones.reduce((sum, { total }) => sum + total, 0)).toBe(1);
    const asuntoDe = async (folio: string) => {
      const leido = await consultFolio(ctx, folio, { isCubierto: true });
      if (!leido) throw new Error(folio);
      return leido.asunto;
    };
    expect(resumirFolio(await asuntoDe(primero)).frases[1]).toContain(`con el folio ${segundo}: el Buzón está activo`);
    expect(resumirFolio(await asuntoDe(segundo)).frases).toHaveLength(1);
    const hallado = await consultTitular(ctx, titular.ctx.actor.titularId, {});
    expect(hallado?.solicitudes.map((each) => [each.folio, each.estado])).toEqual([
      [segundo, 'FIRMADA'],
      [primero, 'REEMPLAZADA'],
    ]);
  });
});

describe('a later text signed while the revocation service is down, under «tolerante»', () => {
  let primero: string;
  beforeEach(async () => {
    publish(PIDE);
    primero = await activar(titular);
    escenario.advance(2 * DAY_MS);
    escenario.setOcsp(() => ({ resultado: 'SIN_RESPUESTA', motivo: 'down' }));
    expect((await sign(PIDE.version, { ...titular.ctx, politicaOcsp: 'tolerante' })).ok).toBe(true);
  });
  const pendiente = async () => (await signings()).at(-1) ?? ({} as never);

  it('leaves the one before in force until it is verified', async () => {
    const { folio, id } = await pendiente();
    expect(await estado()).toMatchObject({
      solicitud: { folio: primero },
      pendiente: { folio },
      porFirmar: null,
      avance: { paso: 'hecho', falta: expect.stringContaining('sigue en vigor la anterior') },
    });
    expect((await verificar(primero)).verificacion.estadoActual).toMatchObject({ estado: 'FIRMADA' });
    escenario.setOcsp((now) => ({ resultado: 'BUENO', der: new Uint8Array([1]), vigenteHasta: now }));
    await verifySolicitud(escenario.ctx, id, NOT_LAST);
    expect(await estado()).toMatchObject({ solicitud: { folio }, pendiente: null });
  });

  it('leaves it in force when the e.firma turns out revoked, and asks again', async () => {
    escenario.setOcsp((now) => ({ resultado: 'REVOCADO', der: new Uint8Array([1]), vigenteHasta: now }));
    await verifySolicitud(escenario.ctx, (await pendiente()).id, NOT_LAST);
    expect(await estado()).toMatchObject({
      solicitud: { folio: primero },
      porFirmar: { version: PIDE.version },
      avance: { paso: 'hecho' },
    });
    expect(await lastMessage('SOLICITUD_INVALIDA')).toContain('Tu Buzón IMSS sigue activo');
    escenario.setOcsp((now) => ({ resultado: 'BUENO', der: new Uint8Array([1]), vigenteHasta: now }));
    const { ctx } = await enterSoporte(escenario, 'CONSULTA', RFC_DE_SOPORTE);
    const leido = await consultFolio(ctx, (await pendiente()).folio, { isCubierto: true });
    const resumen = leido && resumirFolio(leido.asunto);
    expect(resumen?.frases.join(' ')).toContain(`con el folio ${primero}: el Buzón está activo`);
    expect(resumen?.queHacer).toContain('puede firmar otra vez');
  });
});

describe('a later text that asks for no new signature', () => {
  it('leaves in force what was signed, and is for who signs from then on', async () => {
    publish(NO_PIDE);
    const primero = await activar(titular);
    escenario.advance(4 * DAY_MS);
    expect(await estado()).toMatchObject({ canSign: false, porFirmar: null, solicitud: { folio: primero } });
    expect(await sign(NO_PIDE.version)).toEqual({ ok: false, error: 'YA_FIRMADA' });
    const other = await escenario.enter('MEGL920721K30');
    expect((await estado(other)).porFirmar?.version).toBe(NO_PIDE.version);
  });

  it('is the one to sign when another before it asks for a signature, and leaves alone who signed that one', async () => {
    publish(PIDE, NO_PIDE);
    await activar(titular);
    escenario.advance(4 * DAY_MS);
    expect((await estado()).porFirmar?.version).toBe(NO_PIDE.version);
    await firmarSolicitud(titular);
    const other = await escenario.enter('MEGL920721K30');
    escenario.advance(-2 * DAY_MS);
    await activar(other);
    expect((await estado(other)).solicitud?.textoVersion).toBe(PIDE.version);
    escenario.advance(2 * DAY_MS);
    expect((await estado(other)).porFirmar).toBeNull();
    expect((await estado()).porFirmar).toBeNull();
  });
});
