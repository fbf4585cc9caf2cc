import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readRebote } from './read-rebote.ts';

const ID = '0197a6f0-1c2d-7e3f-8a4b-5c6d7e8f9a0b';
const ESTADO = 'Reporting-MTA: dns; x.example\n\nFinal-Recipient: rfc822; a@b.example\nAction: failed\nStatus: 5.1.1\n';
const ORIGINAL = `From: avisos@buzon.example\nMessage-ID: <${ID}@buzon.example>\nSubject: x\n\nHola`;

interface Partes {
  tipo?: string;
  estado?: string;
  original?: string;
  contenido?: string;
}

function report({
  tipo = 'delivery-status',
  estado = ESTADO,
  original = ORIGINAL,
  contenido = 'message/rfc822',
}: Partes = {}) {
  const lines = [
    'From: MAILER-DAEMON@x.example',
    'MIME-Version: 1.0',
    `Content-Type: multipart/report; report-type=${tipo};`,
    '\tboundary="limite"',
    '',
    '--limite',
    'Content-Type: text/plain',
    '',
    'No se pudo.',
    '--limite',
    `Content-Type: message/${tipo}`,
    '',
    estado,
    '--limite',
    `Content-Type: ${contenido}`,
    '',
    original,
    '--limite--',
    '',
  ];
  return Buffer.from(lines.join('\n').replaceAll('\n', '\r\n'));
}

describe('readRebote', () => {
  it.each(['message/rfc822', 'text/rfc822-headers'])(
    'reads a notification with the original as %s',
    async (contenido) => {
      const read = await readRebote(report({ contenido }));
      expect(read).toMatchObject({ messageId: ID, destinos: [{ accion: 'failed', codigo: '5.1.1' }] });
    },
  );

  it('takes the id of the original alone, not one that the notification has itself', async () => {
    const other = report({ original: 'Subject: sin id\n\nHola' });
    const withOwn = Buffer.concat([Buffer.from(`Message-ID: <${ID}@x.example>\r\n`), other]);
    expect(await readRebote(withOwn)).toMatchObject({ messageId: null });
  });

  it.each([
    ['a complaint (ARF)', report({ tipo: 'feedback-report' })],
    [
      'an automatic answer',
      Buffer.from('Auto-Submitted: auto-replied\r\nSubject: Fuera de la oficina\r\n\r\nVuelvo el lunes'),
    ],
    ['what only looks like one in its text', Buffer.from(`Subject: x\r\n\r\n${report().toString()}`)],
    ['nothing at all', Buffer.alloc(0)],
  ])('gives null for %s', async (_, source) => expect(await readRebote(source)).toBeNull());

  it('reads an original whose headers are folded, and no id that is none', async () => {
    const folded = ORIGINAL.replace('Message-ID: ', 'Message-ID:\n ');
    expect(await readRebote(report({ original: folded }))).toMatchObject({ messageId: ID });
    for (const id of [`<${ID}`, "<' OR 1=1@x>", `<${'a'.repeat(200)}@x>`])
      expect(await readRebote(report({ original: `Message-ID: ${id}\n\n` }))).toMatchObject({ messageId: null });
  });

  it('reads a message of two megabytes and a hundred levels of nesting, soon enough for a job', async () => {
    const nested = Array.from(
      { length: 100 },
      (_, i) => `Content-Type: multipart/mixed; boundary=b${i}\n\n--b${i}\n`,
    ).join('');
    const started = Date.now();
    await readRebote(report({ original: `${ORIGINAL}${'x'.repeat(2_000_000)}` }));
    await readRebote(report({ original: nested }));
    expect(Date.now() - started).toBeLessThan(10_000);
  });

  it('never throws, whatever is cut off, changed or added', async () => {
    const source = report();
    await fc.assert(
      fc.asyncProperty(fc.nat(source.length), fc.uint8Array({ maxLength: 40 }), async (at, noise) => {
        const spoiled = Buffer.concat([source.subarray(0, at), Buffer.from(noise), source.subarray(at + noise.length)]);
        const read = await readRebote(spoiled);
        expect(read === null || read.messageId === null || read.messageId.length <= 100).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});
