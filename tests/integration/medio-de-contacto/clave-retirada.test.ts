import { randomUUID } from 'node:crypto';
import { beforeEach, expect, it } from 'vitest';
import { createClaves } from '#infra/claves/claves.ts';
import type { MensajeDeCorreo } from '#infra/correo/correo.ts';
import { sendAviso } from '#tramites/aviso/send-aviso.ts';
import type { ContextoDeTitular } from '#tramites/contexto.ts';
import { buildToken } from '#tramites/enlace/enlace-de-correo.ts';
import { findEnlace } from '#tramites/medio-de-contacto/find-medio-by-token.ts';
import { registerMedioDeContacto } from '#tramites/medio-de-contacto/register-medio-de-contacto.ts';
import { resendMensaje } from '#tramites/medio-de-contacto/resend-mensaje.ts';
import { validateCelular } from '#tramites/medio-de-contacto/validate-celular.ts';
import { validateCorreo } from '#tramites/medio-de-contacto/validate-correo.ts';
import { textoEnviado } from '#wording/aviso/contenido.ts';
import { createEscenario, type Escenario } from '../../support/escenario.ts';
import { testDb } from '../../support/test-db.ts';

const MINUTE = 60_000;

let escenario: Escenario;
/** The portal after its AUTH_SECRET was replaced, without the one before in the list. */
let despues: ContextoDeTitular;
let folio: string;
let sent: string[];

beforeEach(async () => {
  escenario = await createEscenario(await testDb());
  sent = [];
});

async function registerBefore(valor: string): Promise<void> {
  const { ctx } = await escenario.enter();
  const mecanismo = valor.includes('@') ? 'CORREO_ELECTRONICO' : 'TELEFONO';
  const result = await registerMedioDeContacto(ctx, { mecanismo, valor, peticionId: randomUUID() });
  if (!result.ok) throw new Error(result.error);
  folio = result.value.folio;
  despues = { ...ctx, claves: createClaves(['otro secreto de treinta y dos caracteres']) };
}

/** What the worker sends now of what waits for this medio, oldest first. */
async function deliver(): Promise<void> {
  const avisos = await escenario.db.aviso.findMany({
    where: { medio: { folio }, estado: 'PENDIENTE' },
    orderBy: { creadoEn: 'asc' },
  });
  const take = (texto: string) => {
    sent.push(texto);
    return { aceptado: true as const, respuesta: '250 Ok', idDelProveedor: randomUUID() };
  };
  const ctx = {
    ...despues,
    actor: { tipo: 'SISTEMA' as const },
    esDemo: true,
    correo: { send: async ({ contenido }: MensajeDeCorreo) => take(textoEnviado(contenido)), close: () => undefined },
    sms: { send: async ({ texto }: { texto: string }) => take(texto) },
  };
  for (const { id } of avisos) await sendAviso(ctx, id, { isLast: false });
}

const medio = () => escenario.db.medioDeContacto.findUniqueOrThrow({ where: { folio } });
const tokenIn = (texto = '') => /\/validar\/correo\/([\w-]+)/.exec(texto)?.[1] ?? '';

it('a link of a key that is gone says so, and «Reenviar» sends one that validates', async () => {
  await registerBefore('ana@correo.example');
  const old = buildToken(escenario.ctx.claves, await medio()) ?? '';
  expect(await findEnlace(despues, old)).toEqual({ situacion: 'RECHAZADO', error: 'ENLACE_SIN_CLAVE' });
  expect(await validateCorreo(despues, old)).toEqual({ ok: false, error: 'ENLACE_SIN_CLAVE' });
  escenario.advance(MINUTE);
  expect(await resendMensaje(despues, folio)).toMatchObject({ ok: true });
  await deliver();
  const token = tokenIn(sent.at(-1));
  expect(token).not.toBe(old);
  expect(await findEnlace(despues, old)).toEqual({ situacion: 'RECHAZADO', error: 'ENLACE_DESCONOCIDO' });
  expect(await validateCorreo(despues, token)).toMatchObject({ ok: true });
});

it('a code of a key that is gone counts as no try, and «Reenviar» sends one that validates', async () => {
  await registerBefore('5512345678');
  expect(await validateCelular(despues, { folio, codigo: '12345' })).toEqual({
    ok: false,
    error: { codigo: 'CODIGO_SIN_CLAVE' },
  });
  expect((await medio()).intentosFallidos).toBe(0);
  escenario.advance(MINUTE);
  expect(await resendMensaje(despues, folio)).toMatchObject({ ok: true });
  await deliver();
  const codigo = /\d{5}/.exec(sent.at(-1) ?? '')?.[0] ?? '';
  expect(await validateCelular(despues, { folio, codigo })).toMatchObject({ ok: true });
});

it('with the former key kept behind the new one, a code and a link of before validate', async () => {
  const ambas = createClaves([
    'otro secreto de treinta y dos caracteres',
    'un secreto de prueba de treinta y dos caracteres',
  ]);
  await registerBefore('5512345678');
  despues = { ...despues, claves: ambas };
  await deliver();
  expect((await medio()).claveId).toBe(escenario.ctx.claves.ids[0]);
  const codigo = /\d{5}/.exec(sent.at(-1) ?? '')?.[0] ?? '';
  expect(await validateCelular(despues, { folio, codigo })).toMatchObject({ ok: true });
  await registerBefore('ana@correo.example');
  const old = buildToken(escenario.ctx.claves, await medio()) ?? '';
  expect(await validateCorreo({ ...despues, claves: ambas }, old)).toMatchObject({ ok: true });
});

it('a message that still waits when its key goes is sent with one that is there', async () => {
  await registerBefore('ana@correo.example');
  await deliver();
  expect(await validateCorreo(despues, tokenIn(sent[0]))).toMatchObject({ ok: true });
});

it('a link of no medio is told as such, whatever the keys', async () => {
  await registerBefore('ana@correo.example');
  expect(await findEnlace(despues, 'A'.repeat(54))).toEqual({ situacion: 'RECHAZADO', error: 'ENLACE_DESCONOCIDO' });
});
