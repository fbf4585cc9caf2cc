import { createHash, randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { VeredictoDeEnvio } from '#domain/aviso/verdict.ts';
import { recordEntrega } from '#tramites/aviso/apply-reporte.ts';
import type { ContextoDeEnvio } from '#tramites/aviso/compose-mensaje.ts';
import { EnvioPendiente, sendAviso } from '#tramites/aviso/send-aviso.ts';
import { summarizeCuentas } from '#tramites/cuenta/summarize-cuentas.ts';
import { registerMedioDeContacto } from '#tramites/medio-de-contacto/register-medio-de-contacto.ts';
import { createEscenario, type Escenario, type Titular } from '../../support/escenario.ts';
import { testDb } from '../../support/test-db.ts';

const HOURS = 3_600_000;
const ACCEPTED: VeredictoDeEnvio = { aceptado: true, respuesta: '250 Ok', idDelProveedor: 'id-1' };
const NOT_NOW: VeredictoDeEnvio = { aceptado: false, definitivo: false, respuesta: '451 later' };
const NEVER: VeredictoDeEnvio = { aceptado: false, definitivo: true, respuesta: '550 no such user' };

let escenario: Escenario;
let titular: Titular;
let answers: VeredictoDeEnvio[];
let sent: string[];
let ctx: ContextoDeEnvio;
beforeEach(async () => {
  escenario = await createEscenario(await testDb());
  titular = await escenario.enter();
  answers = [];
  sent = [];
  const send = async ({ to }: { to: string }) => {
    sent.push(to);
    return answers.shift() ?? ACCEPTED;
  };
  ctx = {
    ...escenario.ctx,
    actor: { tipo: 'SISTEMA' },
    esDemo: true,
    correo: { send, close: () => {} },
    sms: { send },
  };
});

async function registerAviso(valor: string) {
  const mecanismo = valor.includes('@') ? 'CORREO_ELECTRONICO' : 'TELEFONO';
  const result = await registerMedioDeContacto(titular.ctx, { mecanismo, valor, peticionId: randomUUID() });
  if (!result.ok) throw new Error(result.error);
  const { id } = await escenario.db.aviso.findFirstOrThrow({ where: { medio: { folio: result.value.folio } } });
  return { id, folio: result.value.folio };
}
const avisoOf = (id: string) =>
  escenario.db.aviso.findUniqueOrThrow({ where: { id }, include: { intentos: { orderBy: { numero: 'asc' } } } });
const NOT_LAST = { isLast: false };

describe('handing a message to its provider', () => {
  it('settles it with the provider’s answer, and sends it once however often the job runs', async () => {
    const { id } = await registerAviso('ana@correo.example');
    await sendAviso(ctx, id, NOT_LAST);
    await sendAviso(ctx, id, NOT_LAST);
    expect(sent).toEqual(['ana@correo.example']);
    expect(await avisoOf(id)).toMatchObject({
      estado: 'ACEPTADO',
      intentos: [{ numero: 1, aceptado: true, respuesta: '250 Ok', idDelProveedor: 'id-1' }],
    });
  });

  it('is tried again while the provider may take it later, and gives up visibly at the last try', async () => {
    const { id } = await registerAviso('ana@correo.example');
    answers = [NOT_NOW, NOT_NOW];
    await expect(sendAviso(ctx, id, NOT_LAST)).rejects.toThrow(EnvioPendiente);
    expect((await avisoOf(id)).estado).toBe('PENDIENTE');
    await sendAviso(ctx, id, { isLast: true });
    expect(await avisoOf(id)).toMatchObject({ estado: 'SIN_RESPUESTA', intentos: [{ numero: 1 }, { numero: 2 }] });
  });

  it('does not insist when the destination will never take it', async () => {
    const { id } = await registerAviso('nadie@correo.example');
    answers = [NEVER];
    await sendAviso(ctx, id, NOT_LAST);
    expect(await avisoOf(id)).toMatchObject({ estado: 'RECHAZADO', intentos: [{ respuesta: '550 no such user' }] });
  });

  it('counts an attempt that was cut off between the provider and the answer', async () => {
    const { id } = await registerAviso('ana@correo.example');
    const killed = { ...ctx, correo: { ...ctx.correo, send: () => Promise.reject(new Error('killed')) } };
    await expect(sendAviso(killed, id, NOT_LAST)).rejects.toThrow('killed');
    await sendAviso(ctx, id, NOT_LAST);
    const { intentos } = await avisoOf(id);
    expect(intentos).toMatchObject([
      { numero: 1, terminadoEn: null },
      { numero: 2, aceptado: true },
    ]);
  });

  it('drops the link of a medio that was removed or cancelled while it waited, and records it', async () => {
    const { id } = await registerAviso('ana@correo.example');
    escenario.advance(72 * HOURS);
    await sendAviso(ctx, id, NOT_LAST);
    expect(sent).toEqual([]);
    expect((await avisoOf(id)).estado).toBe('DESCARTADO');
    const [evento] = await escenario.db.bitacora.findMany({ where: { evento: 'ENVIO_RESUELTO' } });
    expect(evento?.datos).toMatchObject({ estado: 'DESCARTADO' });
  });
});

describe('a message handed over whole that nobody answered', () => {
  const MAYBE: VeredictoDeEnvio = { aceptado: false, definitivo: false, respuesta: 'ETIMEDOUT', quizaEntregado: true };

  it.each(['ana@correo.example', '5512345678'])('is handed over once more, and no third time: %s', async (valor) => {
    const { id } = await registerAviso(valor);
    answers = [MAYBE, NOT_NOW, MAYBE];
    await expect(sendAviso(ctx, id, NOT_LAST)).rejects.toThrow(EnvioPendiente);
    await expect(sendAviso(ctx, id, NOT_LAST)).rejects.toThrow(EnvioPendiente);
    await sendAviso(ctx, id, NOT_LAST);
    await sendAviso(ctx, id, NOT_LAST);
    expect(sent).toHaveLength(3);
    expect(await avisoOf(id)).toMatchObject({
      estado: 'QUIZA_ENTREGADO',
      intentos: [{ quizaEntregado: true }, { quizaEntregado: false }, { quizaEntregado: true, aceptado: false }],
    });
    const mecanismo = valor.includes('@') ? 'CORREO_ELECTRONICO' : 'TELEFONO';
    const cuentas = await summarizeCuentas(ctx);
    expect(cuentas).toContainEqual({ nombre: 'quiza_entregados', valor: mecanismo, cuantos: 2 });
    const [evento] = await escenario.db.bitacora.findMany({ where: { evento: 'ENVIO_RESUELTO' } });
    expect(evento?.datos).toMatchObject({ estado: 'QUIZA_ENTREGADO' });
  });

  it('is what its provider says the second time', async () => {
    const { id } = await registerAviso('ana@correo.example');
    answers = [MAYBE, ACCEPTED];
    await expect(sendAviso(ctx, id, NOT_LAST)).rejects.toThrow(EnvioPendiente);
    await sendAviso(ctx, id, NOT_LAST);
    expect((await avisoOf(id)).estado).toBe('ACEPTADO');
  });

  it('may have arrived, also where the last try was refused', async () => {
    const { id } = await registerAviso('ana@correo.example');
    answers = [MAYBE, NOT_NOW];
    await expect(sendAviso(ctx, id, NOT_LAST)).rejects.toThrow(EnvioPendiente);
    await sendAviso(ctx, id, { isLast: true });
    expect((await avisoOf(id)).estado).toBe('QUIZA_ENTREGADO');
  });

  it('is never one that was accepted: the database says so', async () => {
    const { id } = await registerAviso('ana@correo.example');
    const intento = { avisoId: id, numero: 1, iniciadoEn: ctx.now(), terminadoEn: ctx.now(), quizaEntregado: true };
    await expect(escenario.db.intentoDeEnvio.create({ data: { ...intento, aceptado: true } })).rejects.toThrow(
      'intento_sin_saber_si_llego',
    );
    await expect(
      escenario.db.intentoDeEnvio.create({ data: { ...intento, terminadoEn: null, aceptado: null } }),
    ).rejects.toThrow('intento_sin_saber_si_llego');
  });
});

describe('the 72 hours of a phone', () => {
  it('run from the first acceptance of its SMS, and are never renewed', async () => {
    const { id, folio } = await registerAviso('5512345678');
    const medio = () => escenario.db.medioDeContacto.findUniqueOrThrow({ where: { folio } });
    const registered = await medio();
    escenario.advance(5 * HOURS);
    await sendAviso(ctx, id, NOT_LAST);
    const accepted = await medio();
    expect(accepted.venceEn.getTime() - registered.venceEn.getTime()).toBe(5 * HOURS);
    escenario.advance(HOURS);
    const again = await escenario.db.aviso.create({
      data: {
        titularId: titular.ctx.actor.titularId,
        medioId: accepted.id,
        tipo: 'CODIGO_CELULAR',
        mecanismo: 'TELEFONO',
        destino: accepted.valor,
        destinoComparable: accepted.valorComparable,
        estado: 'PENDIENTE',
        creadoEn: ctx.now(),
      },
    });
    answers = [{ ...ACCEPTED, idDelProveedor: 'id-2' }];
    await sendAviso(ctx, again.id, NOT_LAST);
    expect((await medio()).venceEn).toEqual(accepted.venceEn);
  });
});

describe('what the provider says later', () => {
  const report = (sid: string, estado: string, codigo = '') => recordEntrega(ctx, sid, { estado, codigo });

  it('moves an accepted message, whatever repeats or comes late; unknown ids change nothing', async () => {
    const { id } = await registerAviso('5512345678');
    await sendAviso(ctx, id, NOT_LAST);
    await report('unknown', 'failed', '30003');
    await Promise.all([report('id-1', 'delivered'), report('id-1', 'delivered'), report('id-1', 'sent')]);
    await report('id-1', 'undelivered', '30003');
    expect(await avisoOf(id)).toMatchObject({ estado: 'ENTREGADO', motivo: null });
    const kept = await escenario.db.reporteDeEntrega.findMany({ where: { referencia: 'id-1' } });
    expect(kept.map(({ estado }) => estado).sort()).toEqual(['delivered', 'sent', 'undelivered']);
  });

  it('is kept with its reason when it did not arrive', async () => {
    const { id } = await registerAviso('5512345678');
    await sendAviso(ctx, id, NOT_LAST);
    await report('id-1', 'undelivered', '30005');
    expect(await avisoOf(id)).toMatchObject({ estado: 'RECHAZADO', motivo: '30005' });
  });

  it('ends it when it was taken back in the provider’s console, and says so', async () => {
    const { id } = await registerAviso('5512345678');
    await sendAviso(ctx, id, NOT_LAST);
    await report('id-1', 'partially_delivered');
    expect(await avisoOf(id)).toMatchObject({ estado: 'ACEPTADO', motivo: null });
    await report('id-1', 'canceled');
    expect(await avisoOf(id)).toMatchObject({ estado: 'RECHAZADO', motivo: 'canceled' });
  });

  it('counts also when it comes before the attempt is settled', async () => {
    const { id } = await registerAviso('5512345678');
    ctx.sms.send = async () => {
      await report('id-1', 'delivered');
      return ACCEPTED;
    };
    await sendAviso(ctx, id, NOT_LAST);
    expect((await avisoOf(id)).estado).toBe('ENTREGADO');
  });
});

describe('the evidence of a message', () => {
  it('says which wording went out and proves its text by an HMAC, never by a hash that gives a code away', async () => {
    const { id } = await registerAviso('5512345678');
    let texto = '';
    ctx.sms.send = async (mensaje) => {
      ({ texto } = mensaje);
      return ACCEPTED;
    };
    await sendAviso(ctx, id, NOT_LAST);
    const [intento] = (await avisoOf(id)).intentos;
    const { idVigente, derive } = ctx.claves;
    const hmac = Buffer.from(derive(idVigente, 'texto-de-aviso', `${id}\n${texto}`) ?? []).toString('hex');
    expect(intento).toMatchObject({ plantilla: expect.stringMatching(/^[\w-]+\/\d+$/), claveId: idVigente });
    expect(Buffer.from(intento?.hmac ?? []).toString('hex')).toBe(hmac);
    expect(hmac).not.toBe(createHash('sha256').update(texto).digest('hex'));
  });

  it('is settled once: the database lets nobody change or remove it', async () => {
    const { id } = await registerAviso('ana@correo.example');
    await sendAviso(ctx, id, NOT_LAST);
    const [intento] = (await avisoOf(id)).intentos;
    const where = { id: intento?.id ?? '' };
    const { intentoDeEnvio, reporteDeEntrega } = escenario.db;
    await expect(intentoDeEnvio.update({ where, data: { respuesta: 'otra' } })).rejects.toThrow();
    await expect(intentoDeEnvio.delete({ where })).rejects.toThrow();
    await recordEntrega(ctx, 'otro', { estado: 'sent', codigo: '' });
    await expect(reporteDeEntrega.updateMany({ data: { estado: 'x' } })).rejects.toThrow();
  });
});
