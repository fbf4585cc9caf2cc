import { randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startSmtp } from '#demo/correo/start-smtp.ts';
import type { LoopbackServer } from '#demo/listen-on-loopback.ts';
import { createCorreo } from '#infra/correo/correo.ts';
import { openMaildir } from '#infra/rebotes/maildir.ts';
import { readRebote } from '#infra/rebotes/read-rebote.ts';
import type { ContextoDeEnvio } from '#tramites/aviso/compose-mensaje.ts';
import { buildIdDeMensaje } from '#tramites/aviso/id-de-mensaje.ts';
import { type ContextoDeRebotes, importRebotes } from '#tramites/aviso/import-rebotes.ts';
import { sendAviso } from '#tramites/aviso/send-aviso.ts';
import { listMedios } from '#tramites/medio-de-contacto/list-medios.ts';
import { registerMedioDeContacto } from '#tramites/medio-de-contacto/register-medio-de-contacto.ts';
import { countRebotes } from '../../support/count-rebotes.ts';
import { makeTempDir } from '../../support/efirma/autoridad-de-prueba.ts';
import { createEscenario, type Escenario, type Titular } from '../../support/escenario.ts';
import { estado, informe } from '../../support/rebotes/informes.ts';
import { testDb } from '../../support/test-db.ts';

let escenario: Escenario;
let titular: Titular;
let smtp: LoopbackServer;
let folder: string;
let ctx: ContextoDeEnvio & ContextoDeRebotes;
beforeEach(async () => {
  escenario = await createEscenario(await testDb());
  titular = await escenario.enter();
  folder = path.join(makeTempDir(), 'maildir');
  smtp = await startSmtp({ folder, now: escenario.ctx.now });
  ctx = {
    ...escenario.ctx,
    actor: { tipo: 'SISTEMA' },
    esDemo: true,
    correo: createCorreo({ smtpUrl: smtp.url, from: 'Buzón <avisos@buzon.example>' }),
    sms: { send: async () => ({ aceptado: true, respuesta: '', idDelProveedor: 'x' }) },
    buzon: openMaildir(folder),
    readRebote,
  };
});
afterEach(async () => {
  ctx.correo.close();
  await smtp.close();
});

/** Registers an address and sends its message through the embedded server; gives its folio. */
async function send(valor: string): Promise<string> {
  const medio = { mecanismo: 'CORREO_ELECTRONICO', valor, peticionId: randomUUID() } as const;
  const result = await registerMedioDeContacto(titular.ctx, medio);
  if (!result.ok) throw new Error(result.error);
  const { id } = await escenario.db.aviso.findFirstOrThrow({ where: { medio: { folio: result.value.folio } } });
  await sendAviso(ctx, id, { isLast: false });
  return result.value.folio;
}

const medioOf = async (folio: string) => (await listMedios(titular.ctx)).find((medio) => medio.folio === folio);

describe('reading the mailbox of bounces', () => {
  it('marks what came back for good, with its reason, and leaves the medio to be proved', async () => {
    const folio = await send('rebota@correo.example');
    expect(await medioOf(folio)).toMatchObject({ entrega: 'ACEPTADO', motivo: null });
    expect(await importRebotes(ctx)).toEqual({ ANOTADO: 1, PROPIO: 1 });
    expect(await medioOf(folio)).toMatchObject({ estado: 'EN_PROCESO', entrega: 'REBOTADO', motivo: '5.1.1' });
    expect(await escenario.db.reporteDeEntrega.findMany()).toMatchObject([{ fuente: 'REBOTE', codigo: '5.1.1' }]);
    const [last] = await escenario.db.bitacora.findMany({ where: { folio }, orderBy: { id: 'desc' }, take: 1 });
    expect(last).toMatchObject({ evento: 'ENVIO_RESUELTO', datos: { estado: 'REBOTADO', motivo: '5.1.1' } });
  });

  it('reads each message once, and a bounce that comes twice counts once', async () => {
    const folio = await send('rebota-lleno@correo.example');
    await importRebotes(ctx);
    expect(readdirSync(path.join(folder, 'new'))).toEqual([]);
    expect(await importRebotes(ctx)).toEqual({});
    const seen = readdirSync(path.join(folder, 'cur'));
    for (const name of seen)
      writeFileSync(path.join(folder, 'new', `otra-vez-${name}`), readFileSync(path.join(folder, 'cur', name)));
    expect(await importRebotes(ctx)).toEqual({ REPETIDO: 1, PROPIO: 1 });
    expect(readdirSync(path.join(folder, 'cur'))).toHaveLength(4);
    expect(await countRebotes(ctx)).toEqual({ ANOTADO: 1 });
    expect((await medioOf(folio))?.motivo).toBe('5.2.2');
  });

  it('takes no delay for a bounce, and nothing that is about a message of somebody else', async () => {
    const folio = await send('rebota-demora@correo.example');
    expect(await importRebotes(ctx)).toEqual({ RETRASO: 1, PROPIO: 1 });
    expect((await medioOf(folio))?.entrega).toBe('ACEPTADO');
    await send('rebota@correo.example');
    const { id } = await escenario.db.aviso.findFirstOrThrow({ where: { destino: 'rebota@correo.example' } });
    const [bounce] = readdirSync(path.join(folder, 'new')).slice(-1);
    const source = (await ctx.buzon.read(bounce ?? ''))?.source?.toString('utf8') ?? '';
    await ctx.buzon.markSeen(bounce ?? '', { isAtendido: false });
    const proof = new RegExp(`${id}\\.([0-9a-f]{32})`).exec(source)?.[1] ?? '';
    const forgeries = [
      source.replaceAll(id, '0197a000-0000-7000-8000-000000000000'),
      // Whoever learns the id alone, from a record, cannot send a bounce of it.
      source.replaceAll(`${id}.${proof}`, id),
      source.replaceAll(proof, '0'.repeat(32)),
    ];
    for (const [n, forged] of forgeries.entries()) writeFileSync(path.join(folder, 'new', `ajeno-${n}`), forged);
    expect(await importRebotes(ctx)).toEqual({ SIN_CORRESPONDENCIA: 3, PROPIO: 1 });
  });

  it('counts every report of a message that brings several, each for its own address', async () => {
    const [uno, dos, tres] = [await send('uno@x.example'), await send('dos@x.example'), await send('tres@x.example')];
    const reportOf = async (folio: string, destino: string, accion: string) => {
      const { id } = await escenario.db.aviso.findFirstOrThrow({ where: { medio: { folio } } });
      const devuelto = { id: buildIdDeMensaje(ctx.claves, ctx.claves.idVigente, id), destino };
      const report = informe(devuelto, { estado: estado(destino, { accion }) }).replaceAll('lim', accion + destino[0]);
      return `--ext\nContent-Type: message/rfc822\n\n${report}\n`;
    };
    const reports = [
      await reportOf(uno, 'uno@x.example', 'failed'),
      await reportOf(dos, 'dos@x.example', 'delayed'),
      await reportOf(tres, 'tres@x.example', 'failed'),
    ];
    const cabecera =
      'From: admin@x.example\nSubject: Fwd\nMIME-Version: 1.0\nContent-Type: multipart/digest; boundary=ext';
    writeFileSync(path.join(folder, 'new', 'varios'), `${cabecera}\n\n${reports.join('')}--ext--\n`);
    expect(await importRebotes(ctx)).toEqual({ ANOTADO: 1, PROPIO: 3 });
    const medios = await Promise.all([uno, dos, tres].map(medioOf));
    expect(medios.map((medio) => medio?.entrega)).toEqual(['REBOTADO', 'ACEPTADO', 'REBOTADO']);
  });

  it('tells the titular when notices no longer reach an address that was proved', async () => {
    const folio = await send('rebota@correo.example');
    await escenario.db.medioDeContacto.update({
      where: { folio },
      data: { estado: 'VALIDADO', fechaDeValidacion: ctx.now() },
    });
    await importRebotes(ctx);
    expect(await medioOf(folio)).toMatchObject({ estado: 'VALIDADO', entrega: 'REBOTADO', motivo: '5.1.1' });
  });

  it('rejects where there is no Maildir', async () => {
    const dir = path.join(makeTempDir(), 'nada');
    mkdirSync(dir);
    await expect(importRebotes({ ...ctx, buzon: openMaildir(dir) })).rejects.toThrow('ENOENT');
  });
});
