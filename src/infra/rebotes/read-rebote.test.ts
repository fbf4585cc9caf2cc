import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FORMATOS } from '../../../tests/support/rebotes/formatos.ts';
import { enTexto, estado, informe, original } from '../../../tests/support/rebotes/informes.ts';
import { readRebote } from './read-rebote.ts';

const ID = '0197a6f0-1c2d-7e3f-8a4b-5c6d7e8f9a0b.00112233445566778899aabbccddeeff';
const IT = { id: ID, destino: 'ana@destino.example' };
const RETORNO = '0123456789abcdefghijklmnopqrstuvwxyz01234';

const read = (source: string) => readRebote(Buffer.from(source));

describe('readRebote', () => {
  it.each(Object.entries(FORMATOS))('reads a bounce of: %s', async (_, [codigo, write]) => {
    const leida = await read(write(IT));
    expect(leida).toMatchObject({ clase: 'INFORME' });
    const failed = leida?.destinos.filter(({ accion }) => accion === 'failed') ?? [];
    expect(failed).toHaveLength(1);
    expect(failed[0]?.codigo || '5.0.0').toBe(codigo);
  });

  it('finds the id wherever it is, but not in the Message-ID that the report has itself', async () => {
    for (const [name, [, write]] of Object.entries(FORMATOS).filter(([name]) => !name.startsWith('proveedor')))
      expect((await read(write(IT)))?.firmas, name).toContain(ID);
    expect((await read(`Message-ID: <${ID}@x.example>\n${informe(IT, { original: null })}`))?.firmas).toEqual([]);
  });

  it.each(['To', 'Delivered-To', 'X-Original-To', 'Envelope-To', 'Return-path', 'Received'])(
    'reads the return path of one message in the header %s, whatever its case',
    async (header) => {
      const value =
        header === 'Received'
          ? `from x by y for <avisos+${RETORNO.toUpperCase()}@buzon.example>; Mon`
          : `<avisos+${RETORNO}@buzon.example>`;
      const leida = await read(`${header}: ${value}\n${informe(IT, { cabeceras: ['From: MAILER-DAEMON@x.example'] })}`);
      expect(leida?.firmas[0]).toBe(RETORNO);
    },
  );

  it('reads the return path through what forwarders write around it, and the ENVID of a report', async () => {
    const batv = `Delivered-To: prvs=avisos+${RETORNO}/1234abcdef@buzon.example\n`;
    expect((await read(batv + informe(IT)))?.firmas[0]).toBe(RETORNO);
    const srs = `Delivered-To: SRS0=ab=cd=buzon.example=avisos+${RETORNO}@reenvia.example\n`;
    expect((await read(srs + informe(IT)))?.firmas[0]).toBe(RETORNO);
    const envid = informe(IT, { original: null, estado: `Original-Envelope-Id: ${RETORNO}\n${estado(IT.destino)}` });
    expect((await read(envid))?.firmas).toEqual([RETORNO]);
  });

  it.each([
    ['a delay', informe(IT, { estado: estado(IT.destino, { accion: 'delayed', codigo: '4.4.1' }) }), 'delayed'],
    [
      'a delay without an action',
      informe(IT, { estado: `Final-Recipient: rfc822;${IT.destino}\nStatus: 4.4.1\n` }),
      'delayed',
    ],
    [
      'a delay in words',
      enTexto('Warning: could not send message for past 4 hours', [
        'It has not yet been delivered; will keep trying until it is 5 days old.',
        '451 4.4.1 timeout',
        original(IT),
      ]),
      'delayed',
    ],
    [
      'a delay in Spanish',
      enTexto(
        'La entrega se retrasa',
        ['No se pudo entregar todavía; se seguirá intentando.', original(IT)],
        'postmaster@x.example',
      ),
      'delayed',
    ],
    ...[
      'Deferred: 451 4.7.1 Greylisting in action, come back in 500 seconds\nWill keep trying until message is 5 days old',
      'It has not been delivered yet. The server will keep trying for 5 days before giving up.',
      'It could not be delivered yet. This is not a permanent failure; delivery will be retried.',
      'Se seguirá intentando durante 5 días antes de darlo por perdido definitivamente.',
      'No se pudo entregar por ahora; se volverá a intentar.',
    ].map((words): [string, string, string] => [words, enTexto('Aviso', [words, original(IT)]), 'delayed']),
    [
      'a diagnosis of what may pass',
      informe(IT, { estado: `Final-Recipient: rfc822;${IT.destino}\nDiagnostic-Code: smtp; 451 later\n` }),
      'delayed',
    ],
    [
      'what may pass under a word of its own',
      informe(IT, { estado: estado(IT.destino, { accion: 'transient-failure', codigo: '4.4.7' }) }),
      'delayed',
    ],
    ['a delivery', informe(IT, { estado: estado(IT.destino, { accion: 'delivered', codigo: '2.0.0' }) }), 'delivered'],
    ['a relay', informe(IT, { estado: estado(IT.destino, { accion: 'relayed', codigo: '2.0.0' }) }), 'relayed'],
  ])('tells %s from a failure', async (_, source, accion) => {
    expect((await read(source))?.destinos.map((destino) => destino.accion)).toEqual([accion]);
  });

  it('finds the id behind what is full of words as long as a return path', async () => {
    const words = Array.from({ length: 200 }, (_, n) => String(n).padStart(41, 'z')).join(' ');
    expect((await read(informe(IT, { texto: words })))?.firmas).toEqual([ID]);
  });

  it('takes no words for a failure where the report itself is empty', async () => {
    const sinDestinos = informe(IT, { estado: 'Reporting-MTA: dns; x\nX-Postfix-Queue-ID: AB12\n' });
    expect(await read(sinDestinos)).toMatchObject({ clase: 'INFORME', destinos: [] });
  });

  it.each([
    ...['X-Auto-Reply: yes', 'X-Autoresponder: x', 'X-Mail-Autoreply: yes', 'X-Autogenerated: Reply'].map((line) => [
      line,
    ]),
    ...['Abwesend: x', 'Ausência', 'Estoy fuera de la oficina', 'De vacaciones', 'OOO: x'].map((s) => [
      `Subject: ${s}`,
    ]),
    ['Auto-Submitted: auto-replied'],
    ['X-Autoreply: yes'],
    ['X-Autorespond: x'],
    ['Precedence: auto_reply'],
    ['Subject: Automatic reply: x'],
    ['Subject: Re: Fuera de la oficina'],
    ['Subject: =?utf-8?Q?Respuesta_autom=C3=A1tica?='],
  ])('tells an answer of a machine: %s', async (header) => {
    const source = `From: ana@x.example\nReturn-Path: <>\n${header}\nIn-Reply-To: <${ID}@buzon.example>\n\nNo puedo leer tu mensaje; regreso el lunes.\n${original(IT)}`;
    expect(await read(source)).toMatchObject({ clase: 'RESPUESTA_AUTOMATICA', destinos: [] });
  });

  it('takes for no answer what asks for none', async () => {
    expect(
      await read(enTexto('Hola', ['¿Qué es esto?'], 'ana@x.example', ['X-Auto-Response-Suppress: All'])),
    ).toMatchObject({ clase: 'OTRO' });
  });

  it('tells a complaint (ARF) from reports of authentication, and a receipt of reading from both', async () => {
    const queja = (tipo: string) =>
      informe(IT, {
        tipo: 'feedback-report',
        tipoDeEstado: 'message/feedback-report',
        estado: `Feedback-Type: ${tipo}\nUser-Agent: x\nVersion: 1\n`,
      });
    expect(await read(queja('abuse'))).toMatchObject({
      clase: 'QUEJA',
      destinos: [{ accion: 'complaint', codigo: 'abuse' }],
      firmas: [ID],
    });
    expect(await read(queja('auth-failure'))).toMatchObject({ clase: 'OTRO' });
    const lectura = informe(IT, {
      tipo: 'disposition-notification',
      tipoDeEstado: 'message/disposition-notification',
      estado: 'Disposition: manual-action/MDN-sent-manually; deleted\n',
      cabeceras: ['From: ana@x.example'],
    });
    expect(await read(lectura)).toMatchObject({ clase: 'RESPUESTA_AUTOMATICA' });
  });

  it.each([
    [
      'a person who quotes a code',
      enTexto('Re: x', ['A mí me dice 550 5.1.1 user unknown', original(IT)], 'ana@x.example'),
    ],
    ['spam', enTexto('Gana ya', ['Compra.'], 'spam@x.example')],
  ])('takes for no report: %s', async (_, source) => expect(await read(source)).toMatchObject({ clase: 'OTRO' }));

  it.each([
    ['nothing at all', ''],
    ['what has no headers', '\0\x01\x02 binario'],
    ['one line', 'hola'],
  ])('gives null for %s', async (_, source) => expect(await read(source)).toBeNull());

  it('reads two megabytes and a hundred levels of nesting, soon enough for a job', async () => {
    const nested = Array.from(
      { length: 100 },
      (_, i) => `Content-Type: multipart/mixed; boundary=b${i}\n\n--b${i}\n`,
    ).join('');
    const embedded = Array.from({ length: 30 }, () => 'Content-Type: message/rfc822\n\n').join('');
    const started = Date.now();
    for (const each of [
      `${original(IT)}${'x '.repeat(1_000_000)}`,
      nested,
      embedded,
      '<'.repeat(500_000),
      '<b>'.repeat(100_000),
      'a@'.repeat(300_000),
      '5.1.'.repeat(200_000),
      'x'.repeat(2_000_000),
    ]) {
      await read(informe(IT, { original: each }));
      await read(informe(IT, { texto: each, estado: null, original: null }));
      await read(`From: postmaster@x\nContent-Type: text/html\n\n${each}`);
    }
    expect(Date.now() - started).toBeLessThan(30_000);
  });

  it('never throws, whatever is cut off, changed or added', async () => {
    const writers = Object.values(FORMATOS).map(([, write]) => Buffer.from(write(IT)));
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...writers),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.uint8Array({ maxLength: 40 }),
        async (source, part, noise) => {
          const at = Math.floor(part * source.length);
          const leida = await readRebote(
            Buffer.concat([source.subarray(0, at), Buffer.from(noise), source.subarray(at + noise.length)]),
          );
          for (const { codigo, diagnostico } of leida?.destinos ?? []) {
            expect(codigo).toMatch(/^([245]\.\d{1,3}\.\d{1,3})?$/);
            expect(diagnostico).not.toMatch(/\p{Cc}/u);
            expect(diagnostico.length).toBeLessThanOrEqual(500);
          }
        },
      ),
      { numRuns: 150 },
    );
  });
});
