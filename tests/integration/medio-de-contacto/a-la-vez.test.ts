import { randomUUID } from 'node:crypto';
import { beforeEach, expect, it } from 'vitest';
import type { ContextoDeEnvio } from '#tramites/aviso/compose-mensaje.ts';
import { sendAviso } from '#tramites/aviso/send-aviso.ts';
import { buildToken } from '#tramites/enlace/enlace-de-correo.ts';
import { cancelEveryMedioVencido, cancelMedio } from '#tramites/medio-de-contacto/cancel-medio.ts';
import { registerMedioDeContacto } from '#tramites/medio-de-contacto/register-medio-de-contacto.ts';
import { removeMedioDeContacto } from '#tramites/medio-de-contacto/remove-medio-de-contacto.ts';
import { validateCorreo } from '#tramites/medio-de-contacto/validate-correo.ts';
import { createEscenario, type Escenario, type Titular } from '../../support/escenario.ts';
import { testDb } from '../../support/test-db.ts';

const DEADLINE_MS = 72 * 3_600_000;

let escenario: Escenario;
let titular: Titular;
beforeEach(async () => {
  escenario = await createEscenario(await testDb());
  titular = await escenario.enter();
});

async function register(valor: string) {
  const mecanismo = valor.includes('@') ? ('CORREO_ELECTRONICO' as const) : ('TELEFONO' as const);
  const result = await registerMedioDeContacto(titular.ctx, { mecanismo, valor, peticionId: randomUUID() });
  if (!result.ok) throw new Error(result.error);
  return escenario.db.medioDeContacto.findUniqueOrThrow({ where: result.value });
}

it('a link pressed while its medio is being removed ends one way or the other, and never in a deadlock', async () => {
  for (let round = 0; round < 12; round++) {
    const medio = await register(`a${round}@correo.example`);
    const token = buildToken(escenario.ctx.claves, medio) ?? '';
    const results = await Promise.allSettled([
      validateCorreo(escenario.ctx, token),
      removeMedioDeContacto(titular.ctx, medio.folio),
    ]);
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled']);
  }
});

it('the job that cancels and the person who registers at that instant do not lock each other out', async () => {
  for (let round = 0; round < 8; round++) {
    const medio = await register(`b${round}@correo.example`);
    escenario.advance(DEADLINE_MS);
    const again = register(`c${round}@correo.example`);
    const results = await Promise.allSettled([cancelMedio(escenario.ctx, medio.id), again]);
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled']);
    escenario.advance(DEADLINE_MS);
  }
});

it('a job that came too early is made up for by the sweep', async () => {
  const { id } = await register('ana@correo.example');
  escenario.advance(DEADLINE_MS - 500);
  await cancelMedio(escenario.ctx, id);
  escenario.advance(500);
  await cancelEveryMedioVencido(escenario.ctx);
  expect((await escenario.db.medioDeContacto.findUniqueOrThrow({ where: { id } })).estado).toBe('CANCELADO');
  expect(await escenario.db.bitacora.count({ where: { evento: 'MEDIO_CANCELADO' } })).toBe(1);
});

it('a worker whose clock is behind sends the code once', async () => {
  const { id } = await register('5512345678');
  const sent: string[] = [];
  const send = async ({ to }: { to: string }) => {
    sent.push(to);
    return { aceptado: true as const, respuesta: 'ok', idDelProveedor: randomUUID() };
  };
  const ctx: ContextoDeEnvio = { ...escenario.ctx, esDemo: true, correo: { send, close: () => {} }, sms: { send } };
  const aviso = await escenario.db.aviso.findFirstOrThrow({ where: { medioId: id } });
  escenario.advance(-2000);
  await sendAviso(ctx, aviso.id, { isLast: false });
  await sendAviso(ctx, aviso.id, { isLast: false });
  expect(sent).toHaveLength(1);
});
