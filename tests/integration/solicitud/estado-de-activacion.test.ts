import { randomUUID } from 'node:crypto';
import { beforeEach, expect, it } from 'vitest';
import { DIA_MS, INTENTOS_POR_MEDIO } from '#domain/medio-de-contacto/limites.ts';
import { cancelEveryMedioVencido } from '#tramites/medio-de-contacto/cancel-medio.ts';
import { registerMedioDeContacto } from '#tramites/medio-de-contacto/register-medio-de-contacto.ts';
import { findEstadoDeActivacion } from '#tramites/solicitud/estado-de-activacion.ts';
import { addMedioValidado, createEscenario, type Escenario, type Titular } from '../../support/escenario.ts';
import { addRegistros } from '../../support/padron.ts';
import { testDb } from '../../support/test-db.ts';

const CORREO = 'ana@correo.example';

let escenario: Escenario;
let titular: Titular;
beforeEach(async () => {
  escenario = await createEscenario(await testDb());
  titular = await escenario.enter();
});

const find = () => findEstadoDeActivacion(titular.ctx);

async function registrar(valor = CORREO): Promise<string> {
  const peticion = { mecanismo: 'CORREO_ELECTRONICO', valor, peticionId: randomUUID() } as const;
  const result = await registerMedioDeContacto(titular.ctx, peticion);
  if (!result.ok) throw new Error(result.error);
  return result.value.folio;
}

it('asks for what is registered to be proved, the newest first, and for nothing that is proved', async () => {
  await addMedioValidado(titular, 'TELEFONO', '+525512345678');
  const antes = await registrar('antes@correo.example');
  escenario.advance(1_000);
  const folio = await registrar();
  const { porValidar, siguiente, canSign } = await find();
  expect(porValidar.map((medio) => [medio.folio, medio.valor])).toEqual([
    [folio, CORREO],
    [antes, 'antes@correo.example'],
  ]);
  expect([siguiente, canSign]).toEqual([{ tipo: 'ABRIR_ENLACE', folio }, false]);
});

it('offers for thirty days what its 72 hours cancelled, to register it again', async () => {
  const folio = await registrar();
  escenario.advance(3 * DIA_MS);
  await cancelEveryMedioVencido({ ...escenario.ctx, actor: { tipo: 'SISTEMA' } });
  escenario.advance(30 * DIA_MS - 1);
  expect((await find()).siguiente).toMatchObject({ tipo: 'REGISTRAR', cancelados: [{ folio, valor: CORREO }] });
  escenario.advance(2);
  expect((await find()).siguiente).toMatchObject({ tipo: 'REGISTRAR', cancelados: [] });
});

it.each([
  ['codes that were wrong', { intentosFallidos: INTENTOS_POR_MEDIO }],
  ['somebody who said that it is not theirs', { ajenoEn: new Date() }],
])('never offers again what was cancelled by %s', async (_, data) => {
  const folio = await registrar();
  const fechaDeCancelacion = titular.ctx.now();
  await titular.ctx.db.medioDeContacto.update({
    where: { folio },
    data: { estado: 'CANCELADO', fechaDeCancelacion, ...data },
  });
  expect((await find()).siguiente).toMatchObject({ tipo: 'REGISTRAR', cancelados: [] });
});

it('takes no medio of registros patronales for one of the RFC', async () => {
  await addMedioValidado(titular, 'TELEFONO', '+525512345678');
  await addMedioValidado(titular, 'CORREO_ELECTRONICO', CORREO);
  expect(await find()).toMatchObject({ canSign: true, siguiente: { tipo: 'FIRMAR' } });
  await titular.ctx.db.medioDeContacto.updateMany({ where: { valor: CORREO }, data: { registros: 1 } });
  expect(await find()).toMatchObject({ canSign: false, siguiente: { tipo: 'REGISTRAR' } });
});

it('knows who has registros patronales, and who had them', async () => {
  expect(await find()).toMatchObject({ isPatron: false, hasRegistros: false });
  const [numero = ''] = await addRegistros(titular.ctx.db, titular.ctx.actor.titularId, 1);
  expect(await find()).toMatchObject({ isPatron: true, hasRegistros: true });
  await titular.ctx.db.registroPatronal.update({ where: { numero }, data: { estado: 'BAJA' } });
  expect(await find()).toMatchObject({ isPatron: false, hasRegistros: true });
});
