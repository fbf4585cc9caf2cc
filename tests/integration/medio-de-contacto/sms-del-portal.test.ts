import { beforeEach, describe, expect, it } from 'vitest';
import { SMS_DEL_PORTAL_Y_DIA } from '#domain/medio-de-contacto/limites.ts';
import type { ContextoDeTitular } from '#tramites/contexto.ts';
import { checkEnvio, countSms } from '#tramites/medio-de-contacto/check-envio.ts';
import { resendMensaje } from '#tramites/medio-de-contacto/resend-mensaje.ts';
import { alterarDatos } from '../../support/alterar-datos.ts';
import { addMedioValidado, createEscenario, type Escenario, type Titular } from '../../support/escenario.ts';
import { errorOf, folioOf, makeTitulares, registrar } from '../../support/muchos-titulares.ts';
import { testDb } from '../../support/test-db.ts';

const HOURS = 3_600_000;

let escenario: Escenario;
let titular: Titular;
beforeEach(async () => {
  escenario = await createEscenario(await testDb());
  titular = await escenario.enter();
});

describe('the SMS of the whole portal', () => {
  it('end for new numbers, with an alarm before, and go on for codes already asked for', async () => {
    const folio = await folioOf(registrar(titular.ctx, '5512345678'));
    await spendSms(SMS_DEL_PORTAL_Y_DIA - 2);
    const warned: unknown[] = [];
    const log = {
      ...escenario.ctx.log,
      warn: (facts: unknown) => warned.push(facts),
    } as unknown as typeof escenario.ctx.log;
    const otros = await makeTitulares(titular, 20);
    const results = await Promise.all(
      otros.map((ctx, cual) => errorOf(registrar({ ...ctx, log }, `55876543${String(cual).padStart(2, '0')}`))),
    );
    expect(results.filter((error) => error === null)).toHaveLength(1);
    expect(results.filter((error) => error === 'SMS_DEL_PORTAL_AGOTADOS')).toHaveLength(19);
    expect(warned).toContainEqual({ sms: SMS_DEL_PORTAL_Y_DIA - 1 });
    expect(await countSms(escenario.db, escenario.ctx)).toBe(SMS_DEL_PORTAL_Y_DIA);
    await alterarDatos(`
      INSERT INTO aviso (id, titular_id, tipo, mecanismo, destino, destino_comparable, estado, creado_en, medio_id, folio)
      SELECT gen_random_uuid(), titular_id, tipo, mecanismo, destino, destino_comparable, estado, creado_en, medio_id, folio
      FROM aviso WHERE tipo = 'MEDIO_CANCELADO' LIMIT 1000`);
    expect(await countSms(escenario.db, escenario.ctx), 'no more of them are read').toBe(SMS_DEL_PORTAL_Y_DIA);
    expect(await errorOf(registrar(titular.ctx, 'ana@correo.example'))).toBeNull();
    escenario.advance(60_000);
    expect((await resendMensaje(titular.ctx, folio)).ok).toBe(true);
    escenario.advance(24 * HOURS);
    expect(await errorOf(registrar(otros[19] as ContextoDeTitular, '5587654399'))).toBeNull();
  });

  it('are counted without a turn while there are many: a portal that froze as it counted stops no other', async () => {
    const [otro] = (await makeTitulares(titular, 1)) as [ContextoDeTitular];
    const { titularId } = titular.ctx.actor;
    await escenario.db.$transaction(async (tx) => {
      await checkEnvio(tx, titular.ctx, {
        mecanismo: 'TELEFONO',
        valorComparable: '+525512345678',
        titularId,
        isNuevo: true,
      });
      expect(await errorOf(registrar(otro, '5587654300'))).toBeNull();
    });
  });

  /** As another titular's, who proved the number: the portal spent them all the same. */
  async function spendSms(cuantos: number): Promise<void> {
    const otro = await escenario.enter('MEGL920721K30');
    await addMedioValidado(otro, 'TELEFONO', '+525500000000');
    await alterarDatos(`
      INSERT INTO aviso (id, titular_id, tipo, mecanismo, destino, destino_comparable, estado, creado_en, medio_id, folio)
      SELECT gen_random_uuid(), m.titular_id, 'MEDIO_CANCELADO', 'TELEFONO', m.valor, m.valor_comparable, 'PENDIENTE',
             '${escenario.ctx.now().toISOString()}', m.id, m.folio
      FROM medio_de_contacto m, generate_series(1, ${cuantos}) WHERE m.titular_id = '${otro.ctx.actor.titularId}'`);
  }
});
