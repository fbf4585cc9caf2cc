import { beforeEach, describe, expect, it } from 'vitest';
import type { ContextoDeSoporte } from '#tramites/contexto.ts';
import { findMostradosHasta } from '#tramites/datos-mostrados/find-mostrados-hasta.ts';
import { listConsultas } from '#tramites/soporte/list-consultas.ts';
import { showDatos } from '#tramites/soporte/show-datos.ts';
import { createEscenario, type Escenario, enterSoporte } from '../../support/escenario.ts';
import { RFC_DE_SOPORTE, registrar } from '../../support/soporte.ts';
import { testDb } from '../../support/test-db.ts';

const MINUTE = 60_000;
const PETICION = { motivo: 'LLAMADA_DEL_TITULAR', detalle: 'Confirmar con él la dirección' };

let escenario: Escenario;
let ctx: ContextoDeSoporte;
let folio: string;
beforeEach(async () => {
  escenario = await createEscenario(await testDb());
  folio = await registrar(await escenario.enter(), 'ana@correo.example');
  ({ ctx } = await enterSoporte(escenario, 'CONSULTA', RFC_DE_SOPORTE.CONSULTA));
});

describe('«Mostrar»', () => {
  it('uncovers one folio for this session and ten minutes', async () => {
    const otra = await enterSoporte(escenario, 'ATENCION', RFC_DE_SOPORTE.ATENCION);
    const ajeno = await registrar(await escenario.enter('MEGL920721K30'), 'luis@correo.example');
    expect(await findMostradosHasta(ctx, folio)).toBeNull();
    const hasta = new Date(ctx.now().getTime() + 10 * MINUTE);
    expect(await showDatos(ctx, { folio, ...PETICION })).toEqual({ ok: true, value: { hasta } });
    expect(await findMostradosHasta(ctx, folio)).toEqual(hasta);
    expect(await findMostradosHasta(ctx, ajeno), 'another folio').toBeNull();
    expect(await findMostradosHasta(otra.ctx, folio), 'another member').toBeNull();
    escenario.advance(10 * MINUTE - 1);
    expect(await findMostradosHasta(ctx, folio)).toEqual(hasta);
    escenario.advance(1);
    expect(await findMostradosHasta(ctx, folio)).toBeNull();
  });

  it('is recorded with who, which folio and why; the words stay out of the bitácora', async () => {
    await showDatos(ctx, { folio, ...PETICION });
    const { miembroId, sesionId } = ctx.actor;
    const [consulta] = (await listConsultas(ctx, { miembroId: null, antesDe: null })).consultas;
    const { motivo, detalle } = PETICION;
    const shown = { evento: 'DATOS_MOSTRADOS', folio, miembro: 'PERSONA DE CONSULTA', fecha: ctx.now() };
    expect(consulta).toMatchObject({ ...shown, datos: { motivo }, detalle });
    const mostrado = await escenario.db.datosMostrados.findFirstOrThrow();
    const apunte = await escenario.db.bitacora.findFirstOrThrow({ where: { evento: 'DATOS_MOSTRADOS' } });
    expect(apunte).toMatchObject({
      folio,
      actor: `SOPORTE:${sesionId}`,
      datos: { mostradoId: mostrado.id, miembroId, motivo: 'LLAMADA_DEL_TITULAR' },
    });
    expect(apunte.titularId).not.toBeNull();
  });

  it.each([
    ['no reason', { motivo: '' }, 'MOTIVO_FALTA'],
    ['a reason that is none', { motivo: 'CURIOSIDAD' }, 'MOTIVO_FALTA'],
    ['no words', { detalle: ' ' }, 'DETALLE_CORTO'],
    ['words without end', { detalle: 'a'.repeat(301) }, 'DETALLE_LARGO'],
    ['personal data in the words', { detalle: 'Para llamar al 55 1234 5678' }, 'TEXTO_CON_DATOS_PERSONALES'],
    ['a folio that was never given', { folio: 'BI-2026.99999999-00' }, 'FOLIO_NO_ENCONTRADO'],
  ])('is refused with %s, and nothing is shown or recorded', async (_, change, error) => {
    expect(await showDatos(ctx, { folio, ...PETICION, ...change })).toEqual({ ok: false, error });
    expect(await escenario.db.datosMostrados.count()).toBe(0);
    expect(await escenario.db.bitacora.count({ where: { evento: 'DATOS_MOSTRADOS' } })).toBe(0);
  });

  it('leaves a record that the database lets nobody change', async () => {
    await showDatos(ctx, { folio, ...PETICION });
    await expect(escenario.db.datosMostrados.updateMany({ data: { detalle: 'otra cosa, de diez' } })).rejects.toThrow();
    await expect(escenario.db.datosMostrados.deleteMany()).rejects.toThrow();
  });
});

it('the list of who uncovered what is complete, page by page, the newest first', async () => {
  for (let n = 0; n < 51; n++) {
    // Some at the same instant: the order among them is one, too.
    if (n % 3 === 0) escenario.advance(1000);
    await showDatos(ctx, { folio, ...PETICION, detalle: `Ocasión número ${n}` });
  }
  const first = await listConsultas(ctx, { miembroId: null, antesDe: null });
  const second = await listConsultas(ctx, { miembroId: null, antesDe: first.siguiente });
  expect(second.siguiente).toBeNull();
  const all = [...first.consultas, ...second.consultas].filter(({ evento }) => evento === 'DATOS_MOSTRADOS');
  expect(new Set(all.map(({ detalle }) => detalle)).size).toBe(51);
  const fechas = all.map(({ fecha }) => fecha.getTime());
  expect(fechas).toEqual([...fechas].sort((a, b) => b - a));
});
