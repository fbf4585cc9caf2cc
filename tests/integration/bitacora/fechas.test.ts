import { beforeEach, describe, expect, it } from 'vitest';
import type { Db } from '#infra/db/db.ts';
import { anchorBitacora } from '#tramites/bitacora/anchor-bitacora.ts';
import { chainBitacora } from '#tramites/bitacora/chain-bitacora.ts';
import { verifyBitacora } from '#tramites/bitacora/verify-bitacora.ts';
import { presentar, responder } from '../../support/aclaraciones.ts';
import { alterarDatos } from '../../support/alterar-datos.ts';
import { createEscenario, type Escenario, enterSoporte, type Titular } from '../../support/escenario.ts';
import { RFC_DE_SOPORTE, registrar } from '../../support/soporte.ts';
import { testDb } from '../../support/test-db.ts';

const HORA_MS = 3_600_000;

let db: Db;
let escenario: Escenario;
let titular: Titular;
beforeEach(async () => {
  db = await testDb();
  escenario = await createEscenario(db);
  titular = await escenario.enter();
  await registrar(titular, 'ana@correo.example');
  await chainBitacora(escenario.ctx);
  escenario.advance(24 * HORA_MS);
  await registrar(titular, 'otra@correo.example');
  await chainBitacora(escenario.ctx);
});

async function fechas() {
  const result = await verifyBitacora(escenario.ctx);
  if (!result.ok) throw new Error(result.error.tipo);
  return result.value.fechas;
}

const LEJOS = new Date('2026-10-01T12:00:00Z');

describe('a fact whose date disagrees with its place in the chain is named', () => {
  it('none is of what happened when it says, however late it is chained', async () => {
    await registrar(titular, 'tercera@correo.example');
    escenario.advance(72 * HORA_MS);
    await registrar(titular, 'cuarta@correo.example');
    await chainBitacora(escenario.ctx);
    expect(await fechas()).toEqual({ cuantas: 0, primeras: [] });
  });

  it('a row written today with a date of long ago, by its table, key and folio', async () => {
    const medio = await db.medioDeContacto.findFirstOrThrow({ where: { valor: 'ana@correo.example' } });
    const { id: _, ...data } = { ...medio, folio: 'BI-2026.00000099-00', valor: 'x@correo.example' };
    const atras = { fechaDeRegistro: LEJOS, plazoDesde: LEJOS, venceEn: new Date(LEJOS.getTime() + 72 * HORA_MS) };
    await db.medioDeContacto.create({
      data: { ...data, ...atras, valorComparable: 'x@correo.example', peticionId: crypto.randomUUID() },
    });
    await chainBitacora(escenario.ctx);
    const { primeras } = await fechas();
    expect(primeras).toMatchObject([
      { falla: 'ANTERIOR', que: expect.stringMatching(/^medio_de_contacto /), folio: data.folio, fecha: LEJOS },
    ]);
  });

  it('an event of tomorrow, which does not make what follows look late', async () => {
    const manana = new Date(escenario.ctx.now().getTime() + 24 * HORA_MS);
    await db.bitacora.create({ data: { fecha: manana, evento: 'SALIDA', actor: 'NADIE', datos: {} } });
    await registrar(titular, 'tercera@correo.example');
    await chainBitacora(escenario.ctx);
    expect(await fechas()).toMatchObject({ cuantas: 1, primeras: [{ falla: 'POSTERIOR', que: 'SALIDA' }] });
  });

  it('not a row that changes in what is no date, nor one within the tolerance', async () => {
    await db.medioDeContacto.updateMany({ where: { valor: 'ana@correo.example' }, data: { intentosFallidos: 3 } });
    // One that is answered waits no more: the latest date that is left is that of when it was filed.
    const aclaracion = await presentar(titular);
    escenario.advance(24 * HORA_MS);
    const soporte = await enterSoporte(escenario, 'ATENCION', RFC_DE_SOPORTE.ATENCION);
    await responder(soporte.ctx, aclaracion);
    const haceUnaHora = new Date(escenario.ctx.now().getTime() - HORA_MS);
    await db.bitacora.create({ data: { fecha: haceUnaHora, evento: 'SALIDA', actor: 'NADIE', datos: {} } });
    await chainBitacora(escenario.ctx);
    expect(await fechas()).toMatchObject({ cuantas: 0 });
  });

  it('an old row that is given a date of before what is already written', async () => {
    const cuando = new Date(escenario.ctx.now().getTime() - 5 * HORA_MS);
    await db.medioDeContacto.updateMany({
      where: { valor: 'ana@correo.example' },
      data: { estado: 'CANCELADO', fechaDeCancelacion: cuando },
    });
    await chainBitacora(escenario.ctx);
    expect(await fechas()).toMatchObject({ cuantas: 1, primeras: [{ falla: 'ANTERIOR', fecha: cuando }] });
  });
});

describe('the anchor of an ended day', () => {
  const FALTA = { ok: false, error: { tipo: 'FALTA_ANCLA' } };

  /** Two days of a worker that chains and anchors, with an hour of the second. */
  async function work(anchors: boolean): Promise<void> {
    for (const _ of [1, 2]) {
      escenario.advance(HORA_MS);
      await registrar(titular, `${crypto.randomUUID()}@correo.example`);
      await chainBitacora(escenario.ctx);
      if (anchors) await anchorBitacora(escenario.ctx);
    }
  }

  it('is missed also where it would be the last', async () => {
    await work(true);
    expect(await verifyBitacora(escenario.ctx)).toMatchObject({ ok: true });
    await alterarDatos('DELETE FROM ancla_de_bitacora WHERE dia = (SELECT max(dia) FROM ancla_de_bitacora)');
    expect(await verifyBitacora(escenario.ctx)).toMatchObject(FALTA);
  });

  it('is missed where there is none at all, and not of a worker that has just come back', async () => {
    expect(await verifyBitacora(escenario.ctx)).toMatchObject({ ok: true });
    await work(false);
    expect(await verifyBitacora(escenario.ctx)).toMatchObject(FALTA);
  });
});
