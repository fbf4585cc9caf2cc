import { beforeEach, expect, it, vi } from 'vitest';
import { EN_SERIE } from '#domain/soporte/motivo-de-mostrar.ts';
import type { ContextoDeSoporte } from '#tramites/contexto.ts';
import { listConsultas } from '#tramites/soporte/list-consultas.ts';
import { showDatos } from '#tramites/soporte/show-datos.ts';
import { createEscenario, type Escenario, enterSoporte } from '../../support/escenario.ts';
import { RFC_DE_SOPORTE, registrar } from '../../support/soporte.ts';
import { testDb } from '../../support/test-db.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const { conLasMismasPalabras: PALABRAS, conElMismoMotivo: MOTIVO } = EN_SERIE;

let escenario: Escenario;
let ctx: ContextoDeSoporte;
let folios: string[];
beforeEach(async () => {
  escenario = await createEscenario(await testDb());
  folios = [];
  for (const rfc of ['MEGL920721K30', 'GOLJ910822T15', 'EKU9003173C9', 'PEO020304K7A']) {
    const titular = await escenario.enter(rfc);
    for (let i = 0; i < 5; i++) folios.push(await registrar(titular, `persona${i}@correo.example`));
  }
  ({ ctx } = await enterSoporte(escenario, 'CONSULTA', RFC_DE_SOPORTE.CONSULTA));
});

const show = async (which: readonly string[], detalle: (at: number) => string) => {
  for (const [at, folio] of which.entries()) {
    escenario.advance(SECOND);
    expect(await showDatos(ctx, { folio, motivo: 'ACLARACION', detalle: detalle(at) })).toMatchObject({ ok: true });
  }
};
const same = () => 'Atender la aclaración';
const own = (at: number) => `Atender la aclaración número ${at} de hoy`;
const alarmas = async () => (await listConsultas(ctx, { evento: 'MOSTRADOS_EN_SERIE' })).consultas;

it('many folios with the same words alarm whoever supervises, once in that time, and in the log', async () => {
  const warn = vi.spyOn(ctx.log, 'warn');
  await show(folios.slice(0, PALABRAS - 1), same);
  expect(await alarmas()).toEqual([]);
  await show(folios.slice(PALABRAS - 1, PALABRAS + 3), () => same().toUpperCase());
  const { miembroId } = ctx.actor;
  expect(await alarmas()).toMatchObject([
    { miembroId, miembro: 'PERSONA DE CONSULTA', datos: { miembroId, motivo: 'ACLARACION', folios: PALABRAS } },
  ]);
  expect(warn).toHaveBeenCalledExactlyOnceWith(
    expect.objectContaining({ alarma: 'MOSTRADOS_EN_SERIE' }),
    expect.any(String),
  );
  escenario.advance(EN_SERIE.minutos * MINUTE + 1);
  await show(folios.slice(0, PALABRAS), same);
  expect(await alarmas()).toHaveLength(2);
});

it('the same folio again, other words, or another member are no series; as many folios as nobody attends are', async () => {
  await show(
    Array.from({ length: PALABRAS + 1 }, () => folios[0] ?? ''),
    same,
  );
  await show(folios.slice(0, MOTIVO - 1), own);
  expect(await alarmas()).toEqual([]);
  const { ctx: otra } = await enterSoporte(escenario, 'ATENCION', RFC_DE_SOPORTE.ATENCION);
  await showDatos(otra, { folio: folios.at(-1) ?? '', motivo: 'ACLARACION', detalle: same() });
  expect(await alarmas()).toEqual([]);
  await show(folios.slice(-1), own);
  expect(await alarmas()).toMatchObject([{ datos: { folios: MOTIVO } }]);
});

it('two at once give one alarm', async () => {
  await show(folios.slice(0, PALABRAS - 1), same);
  const both = folios.slice(PALABRAS - 1, PALABRAS + 1);
  await Promise.all(both.map((folio) => showDatos(ctx, { folio, motivo: 'OTRO', detalle: same() })));
  expect(await alarmas()).toHaveLength(1);
});
