import { beforeEach, describe, expect, it, vi } from 'vitest';
import { buildCms } from '#infra/firma/build-cms.ts';
import { collectEvidencia } from '#tramites/acuse/collect-evidencia.ts';
import { findEstadoDeActivacion } from '#tramites/solicitud/estado-de-activacion.ts';
import { signSolicitud } from '#tramites/solicitud/sign-solicitud.ts';
import { consultFolio } from '#tramites/soporte/consult-folio.ts';
import { consultTitular } from '#tramites/soporte/consult-titular.ts';
import { collectTablero } from '#tramites/tablero/collect-tablero.ts';
import type { TextoDeSolicitud } from '#wording/solicitud/texto-de-solicitud.ts';
import { textoPlano } from '#wording/solicitud/textos.ts';
import { folioEnPalabras } from '#wording/soporte/folio-en-palabras.ts';
import { activar, firmarSolicitud } from '../../support/activar.ts';
import { AHORA } from '../../support/efirma/autoridad-de-prueba.ts';
import {
  addMedioValidado,
  createEscenario,
  type Escenario,
  enterSoporte,
  type Titular,
} from '../../support/escenario.ts';
import { lastMessage, prepare, sign, verificar } from '../../support/firmar-texto.ts';
import { testDb } from '../../support/test-db.ts';
import { textosFicticios } from '../../support/textos-ficticios.ts';

const DAY_MS = 86_400_000;
const DE_2022 = 'solicitud/2022-09-22';
const RFC_DE_SOPORTE = 'LOVC900412QX8';
const [PIDE, NO_PIDE] = textosFicticios(new Date(AHORA.getTime() + DAY_MS));

const publicados = vi.hoisted((): unknown[] => []);
vi.mock('#wording/solicitud/textos-publicados.ts', async (original) => {
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
const estado = (of: Titular = titular) => findEstadoDeActivacion(of.ctx);
const signings = () => escenario.db.solicitud.findMany({ orderBy: { fecha: 'asc' } });

describe('a later text that asks for a new signature', () => {
  let primero: string;
  beforeEach(async () => {
    publish(PIDE);
    primero = await activar(titular);
  });

  it('asks nothing before its date of effect', async () => {
    expect(await estado()).toMatchObject({ canSign: false, porFirmar: null, solicitud: { folio: primero } });
    expect(await sign(titular, DE_2022)).toEqual({ ok: false, error: 'YA_FIRMADA' });
    expect(await sign(titular, PIDE.version)).toEqual({ ok: false, error: 'YA_FIRMADA' });
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
    expect(await sign(titular, PIDE.version)).toEqual({ ok: false, error: 'FALTAN_MEDIOS' });
  });

  it('is never signed by who read the one before', async () => {
    escenario.advance(2 * DAY_MS);
    expect(await sign(titular, DE_2022)).toEqual({ ok: false, error: 'TEXTO_NUEVO' });
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
    const [uno, dos] = [await verificar(titular, primero), await verificar(titular, segundo)];
    expect([...uno.verificacion.fallas, ...dos.verificacion.fallas]).toEqual([]);
    const [, firmada] = await signings();
    expect(uno.verificacion.estadoActual).toMatchObject({ estado: 'REEMPLAZADA', reemplazadaEn: firmada?.fecha });
    expect(dos.verificacion.estadoActual).toMatchObject({ estado: 'FIRMADA', reemplazadaEn: null });
    const evidencia = await collectEvidencia({ ...titular.ctx, buildCms }, dos.acuse, { isCompleta: true });
    expect(Buffer.from(evidencia.get('texto-de-la-solicitud.txt') ?? []).toString()).toBe(textoPlano(PIDE));
    expect(await lastMessage(escenario, 'BUZON_ACTIVADO')).toContain('Tu Buzón IMSS sigue activo.');
    expect(await sign(titular, PIDE.version)).toEqual({ ok: false, error: 'YA_FIRMADA' });
  });

  it('is signed once, however many press the button at once; the database keeps it so', async () => {
    escenario.advance(2 * DAY_MS);
    const inputs = [
      await prepare(titular, PIDE.version),
      await prepare(titular, PIDE.version),
      await prepare(titular, PIDE.version),
    ];
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
    const read = await prepare(other, DE_2022);
    escenario.advance(120_000);
    expect((read.ok ? await signSolicitud(other.ctx, read.value) : read).ok).toBe(true);
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
    const tablero = await collectTablero({ ...ctx, now: escenario.ctx.now }, 7);
    expect(tablero.activaciones.reduce((sum, { total }) => sum + total, 0)).toBe(1);
    const resumenDe = async (folio: string) => {
      const leido = await consultFolio(ctx, folio, { isCubierto: true });
      if (!leido) throw new Error(folio);
      return folioEnPalabras(leido).resumen;
    };
    expect((await resumenDe(primero)).frases[1]).toContain(`con el folio ${segundo}: el Buzón está activo`);
    expect((await resumenDe(segundo)).frases).toHaveLength(1);
    const hallado = await consultTitular(ctx, titular.ctx.actor.titularId, {});
    expect(hallado?.solicitudes.map((each) => [each.folio, each.estado])).toEqual([
      [segundo, 'FIRMADA'],
      [primero, 'REEMPLAZADA'],
    ]);
  });
});

describe('a later text that asks for no new signature', () => {
  it('leaves in force what was signed, and is for who signs from then on', async () => {
    publish(NO_PIDE);
    const primero = await activar(titular);
    escenario.advance(4 * DAY_MS);
    expect(await estado()).toMatchObject({ canSign: false, porFirmar: null, solicitud: { folio: primero } });
    expect(await sign(titular, NO_PIDE.version)).toEqual({ ok: false, error: 'YA_FIRMADA' });
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
