import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import nodemailer from 'nodemailer';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listBandeja } from '../bandeja/list-bandeja.ts';
import { foldersOf } from '../folders.ts';
import type { Fallo, LoopbackServer } from '../listen-on-loopback.ts';
import { startSmtp } from './start-smtp.ts';

const NOW = new Date('2026-11-24T12:00:00.000Z');

let datos: string;
let smtp: LoopbackServer;
let fallo: Fallo | null;

beforeEach(async () => {
  datos = await mkdtemp(path.join(tmpdir(), 'buzon-correo-'));
  fallo = null;
  smtp = await startSmtp({ folder: foldersOf(datos).correo, now: () => NOW, fail: () => fallo });
});

afterEach(async () => {
  await smtp.close();
  await rm(datos, { recursive: true });
});

function send(to: string, subject = 'Validación de correo') {
  const transport = nodemailer.createTransport({ url: smtp.url, socketTimeout: 2_000 } as object);
  const message = {
    from: 'Buzón <avisos@buzon.example>',
    to,
    subject,
    text: 'Pulsa aquí',
    html: '<a href="https://x">aquí</a>',
  };
  return transport.sendMail(message).finally(() => transport.close());
}

describe('startSmtp', () => {
  it('has kept the message when it says 250', async () => {
    await send('Ana@Example.com');
    expect(await listBandeja({ datos })).toEqual([
      expect.objectContaining({
        kind: 'correo',
        to: 'Ana@example.com',
        subject: 'Validación de correo',
        text: 'Pulsa aquí',
        date: NOW,
      }),
    ]);
  });

  it('shows the newest first, and only what was for one address', async () => {
    for (const [to, subject] of [
      ['a@x.example', 'uno'],
      ['b@x.example', 'dos'],
      ['a@x.example', 'tres'],
    ] as const)
      await send(to, subject);
    expect((await listBandeja({ datos })).map(({ subject }) => subject)).toEqual(['tres', 'dos', 'uno']);
    expect((await listBandeja({ datos, para: 'A@X.example' })).map(({ subject }) => subject)).toEqual(['tres', 'uno']);
    expect(await listBandeja({ datos, limit: 1 })).toHaveLength(1);
  });

  it.each([
    ['temporal', 451],
    ['definitivo', 550],
  ] as const)('fails as told: %s', async (kind, responseCode) => {
    fallo = kind;
    await expect(send('a@x.example')).rejects.toMatchObject({ responseCode });
    expect(await listBandeja({ datos })).toEqual([]);
  });

  it('keeps a message whose sender never learns of it', async () => {
    fallo = 'sin-respuesta';
    await expect(send('a@x.example')).rejects.toThrow();
    expect(await listBandeja({ datos })).toHaveLength(1);
  });

  it('keeps many at once, each in a file of its own and none half-written', async () => {
    await Promise.all(Array.from({ length: 40 }, (_, i) => send(`p${i}@x.example`)));
    const { correo } = foldersOf(datos);
    expect(await readdir(path.join(correo, 'new'))).toHaveLength(40);
    expect(await readdir(path.join(correo, 'tmp'))).toEqual([]);
  });
});
