import { beforeEach, describe, expect, it } from 'vitest';
import { codeFromHmac } from '#domain/medio-de-contacto/codigo.ts';
import {
  DEMORA_MAXIMA_MS,
  MENSAJES_POR_DIA,
  SIN_PROBAR,
  SMS_POR_TITULAR_Y_DIA,
} from '#domain/medio-de-contacto/limites.ts';
import { buildToken } from '#tramites/enlace/enlace-de-correo.ts';
import { removeMedioDeContacto } from '#tramites/medio-de-contacto/remove-medio-de-contacto.ts';
import { resendMensaje } from '#tramites/medio-de-contacto/resend-mensaje.ts';
import { validateCelular } from '#tramites/medio-de-contacto/validate-celular.ts';
import { validateCorreo } from '#tramites/medio-de-contacto/validate-correo.ts';
import { collectFolio } from '#tramites/soporte/collect-folio.ts';
import { findFolio } from '#tramites/soporte/find-folio.ts';
import { mensajePreparado } from '#wording/soporte/suceso-de-mensaje.ts';
import {
  addMedioValidado,
  createEscenario,
  type Escenario,
  enterSoporte,
  type Titular,
} from '../../support/escenario.ts';
import { errorOf, folioOf, makeTitulares, registrar } from '../../support/muchos-titulares.ts';
import { testDb } from '../../support/test-db.ts';

const HOURS = 3_600_000;
const VEINTE = Array.from({ length: 20 }, (_, cual) => cual);

let escenario: Escenario;
let titular: Titular;
beforeEach(async () => {
  escenario = await createEscenario(await testDb());
  titular = await escenario.enter();
});

const medioOf = (folio: string) => escenario.db.medioDeContacto.findUniqueOrThrow({ where: { folio } });
const tokenOf = async (folio: string) => buildToken(escenario.ctx.claves, await medioOf(folio)) ?? '';
describe('one titular', () => {
  it('asks for messages to ten other numbers a day, and to the same number five', async () => {
    const asked = await Promise.all(VEINTE.map((cual) => cycle(`55123456${String(cual).padStart(2, '0')}`)));
    expect(asked.filter((error) => error === null)).toHaveLength(2 * SIN_PROBAR.TELEFONO);
    expect(new Set(asked.filter(Boolean))).toEqual(new Set(['DEMASIADOS_DEL_DIA']));
    expect(await escenario.db.aviso.count({ where: { tipo: 'CODIGO_CELULAR' } })).toBe(10);
    escenario.advance(24 * HOURS);
    expect(await cycle('5587654321')).toBeNull();
    for (let vez = 0; vez < 4; vez++) expect(await cycle('5587654321')).toBeNull();
    expect(await cycle('5587654321')).toBe('DEMASIADOS_MENSAJES');
  });

  /** Registers and removes again, as whoever wants to send more does; the place is free when its turn comes. */
  let turn: Promise<unknown> = Promise.resolve();
  function cycle(valor: string): Promise<string | null> {
    const mine = turn.then(async () => {
      const result = await registrar(titular.ctx, valor);
      if (result.ok) await removeMedioDeContacto(titular.ctx, result.value.folio);
      return result.ok ? null : result.error;
    });
    turn = mine.catch(() => null);
    return mine;
  }

  it('has ten addresses unproved at once over all its scopes, twenty presses at once too', async () => {
    const { titularId } = titular.ctx.actor;
    for (let cual = 0; cual < SIN_PROBAR.CORREO_ELECTRONICO - 2; cual++) {
      const folio = await folioOf(registrar(titular.ctx, `a${cual}@correo.example`));
      // As one of registros patronales: it takes no place among the five of the RFC.
      await escenario.db.alcanceDeMedio.updateMany({ where: { medio: { folio } }, data: { lugar: null } });
    }
    const results = await Promise.all(VEINTE.map((cual) => errorOf(registrar(titular.ctx, `b${cual}@correo.example`))));
    expect(results.filter((error) => error === null)).toHaveLength(2);
    expect(results.filter((error) => error === 'DEMASIADOS_SIN_VALIDAR')).toHaveLength(18);
    expect(await escenario.db.medioDeContacto.count({ where: { titularId, estado: 'EN_PROCESO' } })).toBe(10);
  });

  it('replaces any of five addresses of one mailbox and not without end', async () => {
    const folios: string[] = [];
    for (let cual = 0; cual < 5; cual++)
      folios.push(await folioOf(registrar(titular.ctx, `ana+${cual}@correo.example`)));
    for (const [cual, folio] of folios.entries()) {
      await removeMedioDeContacto(titular.ctx, folio);
      await folioOf(registrar(titular.ctx, `ana+${cual}@correo.example`));
    }
    expect(await escenario.db.aviso.count({ where: { demoradoHasta: { not: null } } })).toBe(0);
    const { folio } = await escenario.db.medioDeContacto.findFirstOrThrow({ where: { estado: 'EN_PROCESO' } });
    await removeMedioDeContacto(titular.ctx, folio);
    expect(await errorOf(registrar(titular.ctx, 'ana@correo.example'))).toBe('DEMASIADOS_MENSAJES');
  });

  it('has thirty codes a day, for numbers unproved, however they are asked for', async () => {
    for (let cual = 0; cual < 8; cual++) {
      const folio = await folioOf(registrar(titular.ctx, `551234560${cual}`));
      for (let vez = 0; vez < 3; vez++) {
        escenario.advance(60_000);
        const { ok } = await resendMensaje(titular.ctx, folio);
        expect(ok).toBe(cual < 7 || vez === 0);
      }
      await removeMedioDeContacto(titular.ctx, folio);
    }
    expect(await escenario.db.aviso.count({ where: { tipo: 'CODIGO_CELULAR' } })).toBe(SMS_POR_TITULAR_Y_DIA);
    expect(await errorOf(registrar(titular.ctx, '5587654321'))).toBe('DEMASIADOS_DEL_DIA');
    expect(await errorOf(registrar(titular.ctx, 'ana@correo.example'))).toBeNull();
  });

  it('goes on without end while it proves what it registers', async () => {
    for (let cual = 0; cual < 12; cual++) {
      const folio = await folioOf(registrar(titular.ctx, `55876543${String(cual).padStart(2, '0')}`));
      const { id, claveId } = await medioOf(folio);
      const codigo = codeFromHmac(escenario.ctx.claves.derive(claveId, 'codigo-de-celular', id) ?? new Uint8Array());
      expect((await validateCelular(titular.ctx, { folio, codigo })).ok).toBe(true);
      await removeMedioDeContacto(titular.ctx, folio);
    }
  });
});

describe('a number or mailbox that many ask for', () => {
  it('lets each register, and gives no more messages in any day than it may get: newcomers wait, and support sees it', async () => {
    const results = await Promise.all((await makeTitulares(titular, 20)).map((ctx) => registrar(ctx, '5512345678')));
    expect(results.every(({ ok }) => ok)).toBe(true);
    const avisos = await escenario.db.aviso.findMany({ where: { tipo: 'CODIGO_CELULAR' } });
    expect(avisos.filter(({ demoradoHasta }) => demoradoHasta === null)).toHaveLength(MENSAJES_POR_DIA.TELEFONO);
    const now = escenario.ctx.now().getTime();
    const waits = avisos.flatMap(({ demoradoHasta }) => (demoradoHasta ? demoradoHasta.getTime() - now : []));
    expect(waits).toEqual(Array(10).fill(24 * HOURS));
    const jobs = await escenario.db.$queryRaw<{ late: boolean }[]>`
      SELECT run_at > ${new Date(Date.now() + 23 * HOURS)} AS late FROM graphile_worker.jobs WHERE task_identifier = 'enviar-aviso'`;
    expect(jobs.filter(({ late }) => late)).toHaveLength(10);
    const { folio } = avisos.find(({ demoradoHasta }) => demoradoHasta) ?? {};
    expect(await toldOf(folio ?? '')).toContain('Varias personas pidieron mensajes a este mismo destino');
  });

  it('makes nobody wait for more than two days: the next one is told to come back', async () => {
    const errores: (string | null)[] = [];
    for (const ctx of await makeTitulares(titular, 31)) errores.push(await errorOf(registrar(ctx, '5512345678')));
    expect(errores).toEqual([...Array(30).fill(null), 'DEMASIADOS_MENSAJES']);
    const { _max } = await escenario.db.aviso.aggregate({ _max: { demoradoHasta: true } });
    expect(_max.demoradoHasta?.getTime()).toBe(escenario.ctx.now().getTime() + DEMORA_MAXIMA_MS);
  });

  async function toldOf(folio: string): Promise<string> {
    const { ctx } = await enterSoporte(escenario, 'ATENCION', 'SOAT900101AB1');
    const hallado = await findFolio(ctx, folio);
    if (!hallado) throw new Error(`no folio ${folio}`);
    const { cronologia } = await collectFolio(ctx, hallado, { limite: 50 });
    return cronologia
      .map((hecho) => (hecho.que === 'MENSAJE_PREPARADO' ? mensajePreparado(hecho.mensaje).texto : ''))
      .join();
  }

  it('counts one mailbox however it is written, and never refuses the right link', async () => {
    const escritos = [
      'juan.perez@gmail.com',
      'JuanPerez+a@gmail.com',
      'j.u.a.n.perez@googlemail.com',
      'juanperez@gmail.com',
    ];
    const otros = await makeTitulares(titular, 24);
    for (const [cual, ctx] of otros.entries()) await folioOf(registrar(ctx, escritos[cual % 4] as string));
    const demorados = await escenario.db.aviso.count({ where: { demoradoHasta: { not: null } } });
    expect(demorados).toBe(24 - MENSAJES_POR_DIA.CORREO_ELECTRONICO);
    const folio = await folioOf(registrar(titular.ctx, 'juan.perez@gmail.com'));
    expect((await validateCorreo(escenario.ctx, await tokenOf(folio))).ok).toBe(true);
  });

  it('makes none of the twenty RFCs of one office wait, before any of them proves its mailbox', async () => {
    for (const ctx of await makeTitulares(titular, 20)) await folioOf(registrar(ctx, 'despacho@correo.example'));
    expect(await escenario.db.aviso.count({ where: { demoradoHasta: null } })).toBe(20);
  });

  it('makes nobody wait for what was proved, nor who proved it before', async () => {
    const otros = await makeTitulares(titular, 30);
    for (const ctx of otros)
      await validateCorreo(escenario.ctx, await tokenOf(await folioOf(registrar(ctx, 'despacho@correo.example'))));
    expect(await escenario.db.aviso.count({ where: { demoradoHasta: { not: null } } })).toBe(0);
    await addMedioValidado(titular, 'TELEFONO', '+525512345678');
    await escenario.db.medioDeContacto.updateMany({
      where: { mecanismo: 'TELEFONO' },
      data: { estado: 'BAJA', fechaDeBaja: escenario.ctx.now() },
    });
    for (const ctx of otros.slice(0, 15)) await folioOf(registrar(ctx, '5512345678'));
    const { id } = await medioOf(await folioOf(registrar(titular.ctx, '5512345678')));
    expect(await escenario.db.aviso.findFirstOrThrow({ where: { medioId: id } })).toMatchObject({
      demoradoHasta: null,
    });
  });
});

it('no notice goes to what was never proved: the database refuses it', async () => {
  const { id: medioId, titularId } = await medioOf(await folioOf(registrar(titular.ctx, '5512345678')));
  const destino = '+525512345678';
  const notice = escenario.db.aviso.create({
    data: {
      titularId,
      medioId,
      tipo: 'MEDIO_CANCELADO',
      mecanismo: 'TELEFONO',
      destino,
      destinoComparable: destino,
      estado: 'PENDIENTE',
      creadoEn: escenario.ctx.now(),
    },
  });
  await expect(notice).rejects.toThrow(/nothing was proved/);
});
