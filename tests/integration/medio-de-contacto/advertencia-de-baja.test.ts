import { beforeEach, describe, expect, it } from 'vitest';
import { buildToken } from '#tramites/enlace/enlace-de-correo.ts';
import { registerMedioDeContacto } from '#tramites/medio-de-contacto/register-medio-de-contacto.ts';
import { checkRemoval, removeMedioDeContacto } from '#tramites/medio-de-contacto/remove-medio-de-contacto.ts';
import { validateCorreo } from '#tramites/medio-de-contacto/validate-correo.ts';
import { firmarSolicitud } from '../../support/activar.ts';
import { alterarDatos } from '../../support/alterar-datos.ts';
import { addMedioValidado, createEscenario, type Escenario, type Titular } from '../../support/escenario.ts';
import { addRegistros } from '../../support/padron.ts';
import { registerForRegistros } from '../../support/registros.ts';
import { testDb } from '../../support/test-db.ts';

const CORREO = 'ana@correo.example';
const OTRO = 'otro@correo.example';
const CELULAR = '+525512345678';

let escenario: Escenario;
let titular: Titular;
beforeEach(async () => {
  escenario = await createEscenario(await testDb());
  titular = await escenario.enter();
  await addMedioValidado(titular, 'CORREO_ELECTRONICO', CORREO);
  await addMedioValidado(titular, 'TELEFONO', CELULAR);
});

async function register(valor: string): Promise<void> {
  const peticion = { mecanismo: 'CORREO_ELECTRONICO' as const, valor, peticionId: crypto.randomUUID() };
  expect((await registerMedioDeContacto(titular.ctx, peticion)).ok).toBe(true);
}
async function validate(valor: string): Promise<void> {
  const medio = await escenario.db.medioDeContacto.findFirstOrThrow({ where: { valor } });
  expect((await validateCorreo(escenario.ctx, buildToken(escenario.ctx.claves, medio) ?? '')).ok).toBe(true);
}
const folioOf = async (valor: string) =>
  (await escenario.db.medioDeContacto.findFirstOrThrow({ where: { valor }, select: { folio: true } })).folio;

const warns = async (valor: string) => (await checkRemoval(titular.ctx, await folioOf(valor)))?.leavesWithoutAvisos;

describe('the warning at a removal', () => {
  it('stands at the last validated address and at the phone of an active Buzón', async () => {
    await firmarSolicitud(titular);
    expect([await warns(CORREO), await warns(CELULAR)]).toEqual([true, true]);
  });

  it('does not stand before the solicitud is signed, nor while its e.firma is unverified', async () => {
    expect([await warns(CORREO), await warns(CELULAR)]).toEqual([false, false]);
    await firmarSolicitud(titular);
    await alterarDatos("UPDATE solicitud SET estado = 'PENDIENTE_DE_VERIFICACION'");
    expect([await warns(CORREO), await warns(CELULAR)]).toEqual([false, false]);
  });

  it('does not stand while another address of the RFC is validated, and stands once that one is removed', async () => {
    await firmarSolicitud(titular);
    await register(OTRO);
    await validate(OTRO);
    expect([await warns(CORREO), await warns(OTRO), await warns(CELULAR)]).toEqual([false, false, true]);
    await removeMedioDeContacto(titular.ctx, await folioOf(OTRO));
    expect(await warns(CORREO)).toBe(true);
  });

  it('stands though there is an address unproved, one of registros patronales, or one of another titular', async () => {
    await firmarSolicitud(titular);
    await addMedioValidado(await escenario.enter('MEGL920721K30'), 'CORREO_ELECTRONICO', OTRO);
    await addRegistros(escenario.db, titular.ctx.actor.titularId, 2);
    await registerForRegistros(titular, 'registros@correo.example', 'todos');
    await validate('registros@correo.example');
    await register('nueva@correo.example');
    expect(await warns(CORREO)).toBe(true);
    expect([await warns('registros@correo.example'), await warns('nueva@correo.example')]).toEqual([false, false]);
  });

  it('is of nothing that another titular has, or that is removed already', async () => {
    const other = await escenario.enter('MEGL920721K30');
    const folio = await folioOf(CORREO);
    expect(await checkRemoval(other.ctx, folio)).toBeNull();
    await removeMedioDeContacto(titular.ctx, folio);
    expect(await checkRemoval(titular.ctx, folio)).toBeNull();
  });
});
