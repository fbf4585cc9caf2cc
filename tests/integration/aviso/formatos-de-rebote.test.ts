import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { openMaildir } from '#infra/rebotes/maildir.ts';
import { readRebote } from '#infra/rebotes/read-rebote.ts';
import { buildIdDeMensaje, buildRetorno } from '#tramites/aviso/id-de-mensaje.ts';
import { type ContextoDeRebotes, importRebotes } from '#tramites/aviso/import-rebotes.ts';
import { sendAviso } from '#tramites/aviso/send-aviso.ts';
import { countRebotes } from '../../support/count-rebotes.ts';
import { makeTempDir } from '../../support/efirma/autoridad-de-prueba.ts';
import { createEscenario, type Escenario } from '../../support/escenario.ts';
import { FORMATOS } from '../../support/rebotes/formatos.ts';
import { enTexto, estado, informe, original } from '../../support/rebotes/informes.ts';
import { contextoDeEnvio, registrar } from '../../support/soporte.ts';
import { testDb } from '../../support/test-db.ts';

const DAY_MS = 24 * 3_600_000;
const DESTINO = 'ana@destino.example';

let escenario: Escenario;
let ctx: ContextoDeRebotes;
let folder: string;
let avisoId: string;
let devuelto: { id: string; destino: string };
beforeEach(async () => {
  escenario = await createEscenario(await testDb());
  folder = makeTempDir();
  for (const name of ['new', 'cur', 'tmp']) mkdirSync(path.join(folder, name));
  ctx = { ...escenario.ctx, actor: { tipo: 'SISTEMA' }, buzon: openMaildir(folder), readRebote };
  avisoId = await send(DESTINO);
  devuelto = { id: idOf(avisoId), destino: DESTINO };
});

const idOf = (id: string) => buildIdDeMensaje(ctx.claves, ctx.claves.idVigente, id);
const retornoOf = (id: string) => buildRetorno(ctx.claves, ctx.claves.idVigente, id);

/** Registers an address and has its message taken by a server; gives the message's id. */
async function send(destino: string, respuesta = '250 Ok', rfc?: string): Promise<string> {
  const folio = await registrar(await escenario.enter(rfc), destino);
  const { id } = await escenario.db.aviso.findFirstOrThrow({ where: { medio: { folio } } });
  const envio = contextoDeEnvio(escenario.ctx, () => ({
    aceptado: true,
    respuesta,
    idDelProveedor: `${respuesta.split(' ').at(-1)} ${id}`,
  }));
  await sendAviso(envio, id, { isLast: false });
  return id;
}

let count = 0;
async function deliver(source: string) {
  count += 1;
  writeFileSync(path.join(folder, 'new', `${count}.eml`), source);
  return importRebotes(ctx);
}

const avisoOf = (id = avisoId) =>
  escenario.db.aviso.findUniqueOrThrow({ where: { id }, select: { estado: true, motivo: true } });
const reportesOf = (referencia = avisoId) =>
  escenario.db.reporteDeEntrega.findMany({
    where: { referencia },
    orderBy: { id: 'asc' },
    select: { estado: true, codigo: true },
  });
const withoutIds = { original: null, cabeceras: ['From: MAILER-DAEMON@x.example'] };

describe('a bounce of any server marks its message', () => {
  it.each(Object.entries(FORMATOS))('%s', async (_, [codigo, write]) => {
    expect(await deliver(write(devuelto))).toEqual({ ANOTADO: 1 });
    expect(await avisoOf()).toEqual({ estado: 'REBOTADO', motivo: codigo });
    expect(readdirSync(path.join(folder, 'cur'))).toEqual([expect.stringMatching(/:2,S$/)]);
  });

  it('by its return path alone, though the report names nobody we know and the letters changed their case', async () => {
    const report = informe({ id: 'x', destino: 'otro@interno.example' }, withoutIds);
    expect(await deliver(`Delivered-To: avisos+${retornoOf(avisoId).toUpperCase()}@buzon.example\n${report}`)).toEqual({
      ANOTADO: 1,
    });
    expect(await avisoOf()).toMatchObject({ estado: 'REBOTADO' });
  });

  it('by its ENVID alone', async () => {
    const report = informe(devuelto, {
      ...withoutIds,
      estado: `Original-Envelope-Id: ${retornoOf(avisoId)}\n\nAction: failed\nStatus: 5.1.1\n`,
    });
    expect(await deliver(report)).toEqual({ ANOTADO: 1 });
  });

  it.each(['ana@peña.example', 'Ana@xn--pea-8ma.example'])(
    'by a domain in letters, as a report writes it: %s',
    async (destino) => {
      const id = await send('ana@peña.example');
      const report = informe({ id: 'x', destino }, { ...withoutIds, estado: estado(destino) });
      expect(await deliver(report)).toEqual({ ANOTADO: 1 });
      expect(await avisoOf(id)).toMatchObject({ estado: 'REBOTADO' });
    },
  );

  it('by the id that its relay gave it, among others to the same address', async () => {
    const queueId = '4Xk2Lq1vZ9z3Fhk';
    const first = await send('dos@destino.example', `250 2.0.0 Ok: queued as ${queueId}`);
    escenario.advance(60_000);
    const second = await send('dos@destino.example', '250 2.0.0 Ok: queued as 4Xk2Lq1vZ9z3Fff', 'LOVC900412QX8');
    const report = informe(
      { id: 'x', destino: 'dos@destino.example' },
      { ...withoutIds, estado: `X-Postfix-Queue-ID: ${queueId}\n${estado('dos@destino.example')}` },
    );
    expect(await deliver(report)).toEqual({ ANOTADO: 1 });
    expect([await avisoOf(first), await avisoOf(second)]).toMatchObject([
      { estado: 'REBOTADO' },
      { estado: 'ACEPTADO' },
    ]);
  });
});

describe('what a report says besides a failure', () => {
  const delayed = () => informe(devuelto, { estado: estado(DESTINO, { accion: 'delayed', codigo: '4.4.1' }) });
  const delivered = () => informe(devuelto, { estado: estado(DESTINO, { accion: 'delivered', codigo: '2.0.0' }) });
  const failed = () => informe(devuelto);

  it('a delay is kept on the message and moves nothing; then it may fail or arrive', async () => {
    expect(await deliver(delayed())).toEqual({ RETRASO: 1 });
    expect(await avisoOf()).toEqual({ estado: 'ACEPTADO', motivo: null });
    expect(await deliver(delivered())).toEqual({ ENTREGA: 1 });
    expect(await avisoOf()).toEqual({ estado: 'ENTREGADO', motivo: null });
    expect(await reportesOf()).toEqual([
      { estado: 'delayed', codigo: '4.4.1' },
      { estado: 'delivered', codigo: '2.0.0' },
    ]);
  });

  it('ends in the same state in whatever order the reports come', async () => {
    for (const report of [failed(), delivered(), delayed(), failed()]) await deliver(report);
    expect(await avisoOf()).toEqual({ estado: 'REBOTADO', motivo: '5.1.1' });
    const other = await send('otra@destino.example');
    devuelto = { id: idOf(other), destino: 'otra@destino.example' };
    for (const report of [delayed(), delivered(), failed()]) await deliver(report);
    expect(await avisoOf(other)).toEqual({ estado: 'REBOTADO', motivo: '5.1.1' });
  });

  it('of several recipients it is ours that counts', async () => {
    const two = (ours: string, theirs: string) =>
      informe(devuelto, {
        estado: `Reporting-MTA: dns; x\n\nFinal-Recipient: rfc822;otra@x.example\nAction: ${theirs}\n\nFinal-Recipient: rfc822;${DESTINO}\nAction: ${ours}\n`,
      });
    await deliver(two('relayed', 'failed'));
    expect(await avisoOf()).toMatchObject({ estado: 'ACEPTADO' });
    await deliver(two('failed', 'delivered'));
    expect(await avisoOf()).toMatchObject({ estado: 'REBOTADO' });
  });

  it('a complaint is kept on its message and is no bounce', async () => {
    const queja = informe(devuelto, {
      tipo: 'feedback-report',
      tipoDeEstado: 'message/feedback-report',
      estado: 'Feedback-Type: abuse\nVersion: 1\n',
    });
    expect(await deliver(queja)).toEqual({ QUEJA: 1 });
    expect(await avisoOf()).toMatchObject({ estado: 'ACEPTADO' });
    expect(await reportesOf()).toEqual([{ estado: 'complaint', codigo: 'abuse' }]);
  });
});

describe('what is of no message of ours', () => {
  it('is counted by reason, once, and stays in the mailbox unread', async () => {
    const sinCausa = informe(devuelto, { estado: 'Reporting-MTA: dns; x\nX-Postfix-Queue-ID: AB12\n' });
    expect(await deliver(sinCausa)).toEqual({ SIN_CAUSA: 1 });
    expect(await deliver(informe({ id: 'x', destino: 'nadie@x.example' }))).toEqual({ SIN_CORRESPONDENCIA: 1 });
    expect(await deliver(enTexto('Fuera de la oficina', ['Regreso el lunes.'], 'ana@x.example'))).toEqual({
      RESPUESTA_AUTOMATICA: 1,
    });
    expect(await deliver(enTexto('Hola', ['¿Qué es esto?'], 'ana@x.example'))).toEqual({ NO_ES_REBOTE: 1 });
    expect(await deliver('\0\x01')).toEqual({ ILEGIBLE: 1 });
    expect(await deliver(enTexto('Grande', ['x'.repeat(2_100_000)], 'ana@x.example'))).toEqual({ DEMASIADO_GRANDE: 1 });
    expect(await deliver(sinCausa)).toEqual({ SIN_CAUSA: 1 });
    expect(await avisoOf()).toMatchObject({ estado: 'ACEPTADO' });
    expect(readdirSync(path.join(folder, 'new'))).toEqual([]);
    const kept = readdirSync(path.join(folder, 'cur'));
    expect(kept).toHaveLength(7);
    expect(kept.filter((name) => !name.endsWith(':2,'))).toEqual([]);
    const rebotes = await countRebotes(ctx);
    expect(rebotes).toMatchObject({ SIN_CAUSA: 1, SIN_CORRESPONDENCIA: 1, NO_ES_REBOTE: 1 });
    expect(rebotes.ANOTADO).toBeUndefined();
  });

  it('does not keep the others from being read, whatever it is', async () => {
    mkdirSync(path.join(folder, 'new', '0-carpeta'));
    writeFileSync(path.join(folder, 'new', '1-basura'), Buffer.from(Array.from({ length: 5000 }, (_, i) => i % 256)));
    expect(await deliver(informe(devuelto))).toMatchObject({ ANOTADO: 1, ILEGIBLE: 2 });
  });

  it('never takes the place of a message with the same name', async () => {
    for (const texto of ['una', 'otra']) {
      writeFileSync(path.join(folder, 'new', 'igual'), enTexto('Hola', [texto], 'ana@x.example'));
      await importRebotes(ctx);
    }
    expect(readdirSync(path.join(folder, 'cur')).sort()).toEqual(['igual:2,', 'igual_1:2,']);
  });

  it('a report too large to be read whole is still matched by its beginning', async () => {
    expect(await deliver(informe(devuelto, { original: `${original(devuelto)}${'x'.repeat(2_100_000)}` }))).toEqual({
      ANOTADO: 1,
    });
  });
});

describe('a bounce that anybody could have written', () => {
  const forged = (destino = DESTINO) => informe({ id: 'x', destino }, withoutIds);

  it('marks nothing of an address that nothing was sent to lately', async () => {
    escenario.advance(8 * DAY_MS);
    expect(await deliver(forged())).toEqual({ SIN_CORRESPONDENCIA: 1 });
    expect(await avisoOf()).toMatchObject({ estado: 'ACEPTADO' });
  });

  it('marks nothing whose link was opened since', async () => {
    await escenario.db.medioDeContacto.updateMany({ data: { estado: 'VALIDADO', fechaDeValidacion: ctx.now() } });
    expect(await deliver(forged())).toEqual({ SIN_CORRESPONDENCIA: 1 });
  });

  it('marks nothing with an id that nobody here signed, of this or of another kind', async () => {
    const other = 'f'.repeat(20);
    for (const id of [
      avisoId,
      `${avisoId}.${'0'.repeat(32)}`,
      '0197a000-0000-7000-8000-000000000000.00112233445566778899aabbccddeeff',
    ])
      expect(await deliver(informe({ id, destino: DESTINO }))).toEqual({ SIN_CORRESPONDENCIA: 1 });
    const retorno = BigInt(`0x${avisoId.replaceAll('-', '')}${other}`)
      .toString(36)
      .padStart(41, '0');
    expect(await deliver(`To: avisos+${retorno}@buzon.example\n${forged()}`)).toEqual({ SIN_CORRESPONDENCIA: 1 });
    expect(await avisoOf()).toMatchObject({ estado: 'ACEPTADO' });
  });

  it('marks nothing by a person’s words, and says on the message that it was known by its recipient', async () => {
    expect(await deliver(enTexto('Fwd', ['', estado(DESTINO)], 'alguien@x.example'))).toEqual({
      SIN_CORRESPONDENCIA: 1,
    });
    await deliver(forged());
    const [reporte] = await escenario.db.reporteDeEntrega.findMany({ where: { referencia: avisoId } });
    expect(reporte?.detalle).toContain('(reconocido por su destinatario)');
    expect(await deliver(forged())).toEqual({ REPETIDO: 1 });
  });
});
