import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import twilio from 'twilio';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createSms } from '#infra/sms/sms.ts';
import { listBandeja } from '../bandeja/list-bandeja.ts';
import { foldersOf } from '../folders.ts';
import type { Fallo, LoopbackServer } from '../listen-on-loopback.ts';
import { startTwilio } from './start-twilio.ts';

const ACCOUNT = { accountSid: `AC${'0'.repeat(32)}`, authToken: 'not-a-real-token' };
const NOW = new Date('2026-11-24T12:00:00.000Z');
const MENSAJE = { to: '+525512345678', texto: 'Buzon IMSS. Valida tu celular' };

let datos: string;
let api: LoopbackServer;
let portal: Server;
let callbackUrl: string;
let fallo: Fallo | null;
let states: { status: string | null; isSigned: boolean }[];

beforeEach(async () => {
  datos = await mkdtemp(path.join(tmpdir(), 'buzon-sms-'));
  fallo = null;
  states = [];
  const options = { folder: foldersOf(datos).sms, now: () => NOW, fail: () => fallo, callbackDelayMs: 5 };
  api = await startTwilio({ ...ACCOUNT, ...options });
  portal = createServer(async (request, response) => {
    const params = Object.fromEntries(new URLSearchParams(Buffer.concat(await request.toArray()).toString()));
    const signature = String(request.headers['x-twilio-signature']);
    const isSigned = twilio.validateRequest(ACCOUNT.authToken, signature, callbackUrl, params);
    states.push({ status: params.MessageStatus ?? null, isSigned });
    response.writeHead(states.length === 1 ? 503 : 204).end();
  }).listen(0, '127.0.0.1');
  await once(portal, 'listening');
  callbackUrl = `http://127.0.0.1:${(portal.address() as AddressInfo).port}/api/twilio/estado?aviso=1`;
});

afterEach(async () => {
  await api.close();
  portal.close();
  portal.closeAllConnections();
  await rm(datos, { recursive: true });
});

function send(account = ACCOUNT, mensaje = MENSAJE) {
  return createSms({ ...account, from: '+525500000000', apiUrl: api.url, statusCallback: callbackUrl }).send(mensaje);
}

describe('startTwilio', () => {
  it('takes what Twilio’s client sends and keeps it', async () => {
    const veredicto = await send();
    expect(veredicto).toMatchObject({ aceptado: true, idDelProveedor: expect.stringMatching(/^SM[0-9a-f]{32}$/) });
    for (const para of ['+52 55 1234 5678', '5512345678', ' 525512345678']) {
      expect(await listBandeja({ datos, para })).toEqual([
        expect.objectContaining({ kind: 'sms', to: MENSAJE.to, text: MENSAJE.texto, html: null, date: NOW }),
      ]);
    }
    expect(await listBandeja({ datos, para: '5512345679' })).toEqual([]);
  });

  it('tells sent and delivered with a right signature, again when the portal did not take it', async () => {
    await send();
    await expect
      .poll(() => states)
      .toEqual([
        { status: 'sent', isSigned: true },
        { status: 'sent', isSigned: true },
        { status: 'delivered', isSigned: true },
      ]);
  });

  it('asks for the account’s token', async () => {
    expect(await send({ ...ACCOUNT, authToken: 'another' })).toMatchObject({
      aceptado: false,
      respuesta: expect.stringContaining('401'),
    });
    expect(await listBandeja({ datos })).toEqual([]);
  });

  it('refuses what is no number, as Twilio does', async () => {
    expect(await send(ACCOUNT, { ...MENSAJE, to: '123' })).toMatchObject({ aceptado: false, definitivo: true });
  });

  it.each([
    ['temporal', false],
    ['definitivo', true],
  ] as const)('fails as told: %s', async (kind, definitivo) => {
    fallo = kind;
    expect(await send()).toMatchObject({ aceptado: false, definitivo });
    expect(await listBandeja({ datos })).toEqual([]);
  });

  it('keeps a message whose sender never learns of it', async () => {
    fallo = 'sin-respuesta';
    expect(await send()).toMatchObject({ aceptado: false, definitivo: false });
    expect(await listBandeja({ datos })).toHaveLength(1);
  });
});
