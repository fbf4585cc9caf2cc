import { beforeEach, describe, expect, it } from 'vitest';
import type { VeredictoDeEnvio } from '#domain/aviso/verdict.ts';
import { buildIdDeMensaje } from '#tramites/aviso/id-de-mensaje.ts';
import { sendAviso } from '#tramites/aviso/send-aviso.ts';
import { createEscenario, type Escenario } from '../../support/escenario.ts';
import { recordRebote } from '../../support/rebotes/record-rebote.ts';
import { contextoDeEnvio, registrar } from '../../support/soporte.ts';
import { testDb } from '../../support/test-db.ts';

const ACCEPTED: VeredictoDeEnvio = { aceptado: true, respuesta: '250 Ok', idDelProveedor: 'id-1' };
/** The server had the message, and the connection was cut before it could say so. */
const CUT_OFF: VeredictoDeEnvio = { aceptado: false, definitivo: false, respuesta: 'ECONNECTION: closed after DATA' };

let escenario: Escenario;
let folio: string;
let avisoId: string;
beforeEach(async () => {
  escenario = await createEscenario(await testDb());
  folio = await registrar(await escenario.enter(), 'ana@correo.example');
  ({ id: avisoId } = await escenario.db.aviso.findFirstOrThrow({ where: { medio: { folio } } }));
});

const attempt = (verdict: VeredictoDeEnvio, isLast = false) =>
  sendAviso(
    contextoDeEnvio(escenario.ctx, () => verdict),
    avisoId,
    { isLast },
  ).catch(() => undefined);

function bounce(codigo = '5.1.1') {
  const { claves } = escenario.ctx;
  const idDeMensaje = buildIdDeMensaje(claves, claves.idVigente, avisoId);
  return recordRebote(escenario.ctx, { idDeMensaje, codigo, diagnostico: '550 no such user' });
}

const avisoOf = () =>
  escenario.db.aviso.findUniqueOrThrow({ where: { id: avisoId }, select: { estado: true, motivo: true } });
const countMoves = () =>
  escenario.db.bitacora.count({ where: { folio, datos: { path: ['estado'], equals: 'REBOTADO' } } });
const REBOTADO = { estado: 'REBOTADO', motivo: '5.1.1' };

describe('a bounce and the settling of its message', () => {
  it('the bounce first: it waits, and the message comes back as soon as it is settled', async () => {
    await attempt(CUT_OFF);
    expect(await bounce()).toBe('ANOTADO');
    expect(await avisoOf()).toEqual({ estado: 'PENDIENTE', motivo: null });
    await attempt(ACCEPTED);
    expect(await avisoOf()).toEqual(REBOTADO);
    expect(await bounce()).toBe('REPETIDO');
    expect(await avisoOf()).toEqual(REBOTADO);
    expect(await countMoves()).toBe(1);
  });

  it('the bounce first: the bitácora ends with what became of the message', async () => {
    await attempt(CUT_OFF);
    await bounce();
    await attempt(ACCEPTED);
    const settled = await escenario.db.bitacora.findMany({
      where: { folio, evento: 'ENVIO_RESUELTO' },
      orderBy: { id: 'asc' },
      select: { datos: true },
    });
    expect(settled.map(({ datos }) => datos)).toMatchObject([{ estado: 'ACEPTADO' }, { estado: 'REBOTADO' }]);
  });

  it('the settling first: the bounce moves the message, once however often it comes', async () => {
    await attempt(ACCEPTED);
    expect(await bounce()).toBe('ANOTADO');
    expect(await bounce()).toBe('REPETIDO');
    expect(await bounce('5.2.2')).toBe('ANOTADO');
    expect(await avisoOf()).toEqual(REBOTADO);
    expect(await countMoves()).toBe(1);
  });

  it('both at once: the message has come back whoever was first', async () => {
    await attempt(CUT_OFF);
    await Promise.all([attempt(ACCEPTED), bounce(), bounce()]);
    expect(await avisoOf()).toEqual(REBOTADO);
    expect(await countMoves()).toBe(1);
  });

  it('a bounce that was kept and never applied is applied when it comes again', async () => {
    await attempt(ACCEPTED);
    const recibidoEn = escenario.ctx.now();
    await escenario.db.reporteDeEntrega.create({
      data: { referencia: avisoId, fuente: 'REBOTE', estado: 'failed', codigo: '5.1.1', recibidoEn },
    });
    expect(await bounce()).toBe('REPETIDO');
    expect(await avisoOf()).toEqual(REBOTADO);
  });

  it('one that nobody took stays so, and its bounce is kept', async () => {
    await attempt(CUT_OFF);
    await bounce();
    await attempt(CUT_OFF, true);
    expect(await avisoOf()).toEqual({ estado: 'SIN_RESPUESTA', motivo: null });
    expect(await escenario.db.reporteDeEntrega.count()).toBe(1);
  });
});
