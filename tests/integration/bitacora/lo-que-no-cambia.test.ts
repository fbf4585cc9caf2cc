import { randomUUID } from 'node:crypto';
import { beforeEach, expect, it } from 'vitest';
import { registerMedioDeContacto } from '#tramites/medio-de-contacto/register-medio-de-contacto.ts';
import { signOut } from '#tramites/sesion/list-sesiones.ts';
import { activar } from '../../support/activar.ts';
import { createEscenario, type Escenario, type Titular } from '../../support/escenario.ts';
import { testDb } from '../../support/test-db.ts';

let escenario: Escenario;
let titular: Titular;
beforeEach(async () => {
  escenario = await createEscenario(await testDb());
  titular = await escenario.enter();
});

/** As its owner: only the guards of the tables stand in the way. */
const change = (statement: string) => escenario.db.$executeRawUnsafe(statement);

it.each([
  "UPDATE certificado SET der = '\\x30'",
  'DELETE FROM certificado',
  "UPDATE titular SET rfc = 'MEGL920721K30'",
  'DELETE FROM sesion',
])('who somebody is does not change: %s', async (statement) => {
  await expect(change(statement)).rejects.toThrow(/append-only|does not become another/);
});

it('a session that ended is not opened again, nor handed to somebody else', async () => {
  const otro = await escenario.enter('MEGL920721K30');
  await expect(change(`UPDATE sesion SET titular_id = '${otro.ctx.actor.titularId}'`)).rejects.toThrow('somebody else');
  await signOut(titular.ctx);
  const { sesionId } = titular.ctx.actor;
  await expect(change(`UPDATE sesion SET cerrada_en = NULL WHERE id = '${sesionId}'`)).rejects.toThrow('has ended');
});

it('a challenge is spent once', async () => {
  await expect(change('UPDATE challenge SET consumido_en = NULL')).rejects.toThrow('has ended');
});

it.each([
  "UPDATE medio_de_contacto SET valor = 'otra@correo.example'",
  "UPDATE medio_de_contacto SET valor_comparable = 'otra@correo.example'",
  "UPDATE medio_de_contacto SET folio = 'BI-2026.00000009-28'",
  "UPDATE alcance_de_medio SET valor_comparable = 'otra@correo.example'",
  'DELETE FROM medio_de_contacto',
  "UPDATE aviso SET destino = 'otra@correo.example'",
])('what was registered is what it was: %s', async (statement) => {
  const medio = { mecanismo: 'CORREO_ELECTRONICO', valor: 'ana@correo.example', peticionId: randomUUID() } as const;
  expect(await registerMedioDeContacto(titular.ctx, medio)).toMatchObject({ ok: true });
  await expect(change(statement)).rejects.toThrow(/does not change|only ends|append-only|never changes/);
});

it.each([
  "UPDATE solicitud SET firma = '\\x00'",
  "UPDATE solicitud SET cadena_original = 'otra'",
  "UPDATE solicitud SET texto_sha256 = repeat('0', 64)",
  "UPDATE solicitud SET estado = 'PENDIENTE_DE_VERIFICACION'",
  "UPDATE solicitud SET estado = 'INVALIDA'",
  'DELETE FROM solicitud',
])('what was signed is what it was: %s', async (statement) => {
  await activar(titular);
  await expect(change(statement)).rejects.toThrow(/does not change|append-only/);
});
