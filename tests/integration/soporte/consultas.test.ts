import { beforeEach, expect, it } from 'vitest';
import type { EfirmaEmitida } from '#demo/autoridad/issue-efirma.ts';
import { appendBitacora } from '#tramites/bitacora/append-bitacora.ts';
import type { ContextoDeSoporte } from '#tramites/contexto.ts';
import { signOut } from '#tramites/sesion/list-sesiones.ts';
import { listConsultas } from '#tramites/soporte/list-consultas.ts';
import { showDatos } from '#tramites/soporte/show-datos.ts';
import { prepareRol, signRol } from '#tramites/soporte/sign-rol.ts';
import { createEscenario, type Escenario, enterSoporte } from '../../support/escenario.ts';
import { AQUI, firmaDe } from '../../support/firmar-acto.ts';
import { registrar } from '../../support/soporte.ts';
import { testDb } from '../../support/test-db.ts';

const TODAS = { miembroId: null, antesDe: null };

let escenario: Escenario;
let ctx: ContextoDeSoporte;
let efirma: EfirmaEmitida;
let otra: ContextoDeSoporte;
beforeEach(async () => {
  escenario = await createEscenario(await testDb());
  ({ ctx, efirma } = await enterSoporte(escenario, 'SUPERVISION', 'LOVC900412QX8'));
  ({ ctx: otra } = await enterSoporte(escenario, 'CONSULTA', 'PERA850101AB1'));
});

async function look(who: ContextoDeSoporte, folio: string): Promise<void> {
  await escenario.db.$transaction((tx) => appendBitacora(tx, who, { evento: 'ACLARACION_CONSULTADA', folio }));
}

it('what everybody of the staff did is there, the newest first, and nothing of titulares', async () => {
  await look(otra, 'BI-1');
  await escenario.enter();
  const alta = { rfc: 'ZAMA870623KP4', nombre: 'ALGUIEN', rol: 'CONSULTA' };
  await signRol(ctx, alta, firmaDe(await prepareRol(ctx, alta, AQUI), efirma));
  await signOut(otra);
  const { consultas, siguiente } = await listConsultas(ctx, TODAS);
  expect(consultas).toMatchObject([
    { evento: 'SALIDA_DE_SOPORTE', miembro: otra.actor.nombre, folio: null },
    { evento: 'ACTO_FIRMADO', miembro: ctx.actor.nombre, datos: { tipo: 'DAR_ROL' } },
    { evento: 'ROL_DADO', miembro: ctx.actor.nombre, datos: { rol: 'CONSULTA', antes: null } },
    { evento: 'ACLARACION_CONSULTADA', miembro: otra.actor.nombre, folio: 'BI-1', fecha: ctx.now() },
    { evento: 'INGRESO_DE_SOPORTE', miembro: otra.actor.nombre, folio: null },
    { evento: 'INGRESO_DE_SOPORTE', miembro: ctx.actor.nombre, folio: null },
  ]);
  expect(siguiente).toBeNull();
});

it('what one of them did is found by itself, whatever session it was in', async () => {
  await look(otra, 'BI-1');
  await look(ctx, 'BI-2');
  const again = await enterSoporte(escenario, 'CONSULTA', 'PERA850101AB1');
  await look(again.ctx, 'BI-3');
  const { consultas } = await listConsultas(ctx, { ...TODAS, miembroId: otra.actor.miembroId });
  expect(consultas.map(({ evento, folio }) => folio ?? evento)).toEqual([
    'BI-3',
    'INGRESO_DE_SOPORTE',
    'BI-1',
    'INGRESO_DE_SOPORTE',
  ]);
});

it('pages leave none out, though more is done in between', async () => {
  for (let number = 1; number <= 60; number++) await look(otra, `BI-${number}`);
  const first = await listConsultas(ctx, TODAS);
  await look(ctx, 'BI-NUEVO');
  const second = await listConsultas(ctx, { ...TODAS, antesDe: first.siguiente });
  const folios = [...first.consultas, ...second.consultas].flatMap(({ folio }) => folio ?? []);
  expect(folios).toEqual(Array.from({ length: 60 }, (_, index) => `BI-${60 - index}`));
  expect(second.siguiente).toBeNull();
});

it('personal data that was uncovered comes with why, and in whose own words', async () => {
  const folio = await registrar(await escenario.enter(), 'ana@correo.example');
  const peticion = { motivo: 'REQUERIMIENTO', detalle: 'Lo pidió el juzgado tercero' };
  await showDatos(otra, { folio, ...peticion });
  const [mostrado] = (await listConsultas(ctx, TODAS)).consultas;
  expect(mostrado).toMatchObject({ evento: 'DATOS_MOSTRADOS', folio, miembro: otra.actor.nombre, ...peticion });
});
