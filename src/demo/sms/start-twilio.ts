import { randomBytes, timingSafeEqual } from 'node:crypto';
import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { nombreDeArchivo } from '../bandeja/nombre-de-archivo.ts';
import { writeDurably } from '../bandeja/write-durably.ts';
import { type Fallo, TWILIO_DE_FALLO } from '../fallo.ts';
import { type Callback, tellStatus } from './tell-status.ts';

interface Options {
  folder: string;
  now: () => Date;
  accountSid: string;
  authToken: string;
  fail?: (to: string) => Fallo | null;
  /** In this order; `sent` and `delivered` unless told. */
  states?: string[];
  callbackDelayMs?: number;
}

export interface EmbeddedTwilio {
  url: string;
  close(): Promise<void>;
}

export interface SmsGuardado {
  sid: string;
  from: string;
  to: string;
  body: string;
}

const MAX_BYTES = 100_000;

/** An endpoint on loopback that speaks Twilio's protocol for sending messages and keeps each of them in a file. */
export async function startTwilio(options: Options): Promise<EmbeddedTwilio> {
  await mkdir(path.join(options.folder, 'tmp'), { recursive: true, mode: 0o700 });
  const stopping = new AbortController();
  const server = createServer((request, response) => {
    answer(request, response, options, stopping.signal).catch(() => response.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: async () => {
      stopping.abort();
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

async function answer(request: IncomingMessage, response: ServerResponse, options: Options, stop: AbortSignal) {
  const { pathname } = new URL(request.url ?? '/', 'http://localhost');
  if (!isAuthorized(request, options)) return refuse(response, 401, 20003, 'Authenticate');
  const isMessages = pathname.endsWith(`/2010-04-01/Accounts/${options.accountSid}/Messages.json`);
  if (request.method !== 'POST' || !isMessages) return refuse(response, 404, 20404, `${pathname} was not found`);
  const form = await readForm(request);
  const to = form.get('To') ?? '';
  const body = form.get('Body') ?? '';
  if (!/^\+\d{8,15}$/.test(to)) return refuse(response, 400, 21211, `Invalid 'To' Phone Number: ${to}`);
  if (body === '') return refuse(response, 400, 21602, 'Message body is required');
  const fallo = options.fail?.(to) ?? null;
  if (fallo === 'temporal' || fallo === 'definitivo') {
    const { status, code, message } = TWILIO_DE_FALLO[fallo];
    return refuse(response, status, code, message);
  }
  const sms = {
    sid: `SM${randomBytes(16).toString('hex')}`,
    from: form.get('From') ?? form.get('MessagingServiceSid') ?? '',
    to,
    body,
  };
  const name = `${nombreDeArchivo(options.now())}.json`;
  await writeDurably(path.join(options.folder, 'tmp', name), path.join(options.folder, name), JSON.stringify(sms));
  if (fallo === 'sin-respuesta') return response.destroy();
  accept(response, sms, options);
  const url = form.get('StatusCallback');
  if (url) void tellAll(url, sms, options, stop);
}

async function tellAll(
  url: string,
  { sid, from, to }: SmsGuardado,
  options: Options,
  stop: AbortSignal,
): Promise<void> {
  const { accountSid, authToken, callbackDelayMs = 250, states = ['sent', 'delivered'] } = options;
  for (const status of states) {
    const callback: Callback = {
      url,
      authToken,
      params: {
        MessageSid: sid,
        SmsSid: sid,
        MessageStatus: status,
        SmsStatus: status,
        To: to,
        From: from,
        AccountSid: accountSid,
        ApiVersion: '2010-04-01',
      },
    };
    await tellStatus(callback, callbackDelayMs, stop).catch(() => undefined);
  }
}

function accept(response: ServerResponse, { sid, from, to, body }: SmsGuardado, { accountSid, now }: Options): void {
  const date = now().toUTCString().replace('GMT', '+0000');
  const uri = `/2010-04-01/Accounts/${accountSid}/Messages/${sid}.json`;
  send(response, 201, {
    sid,
    account_sid: accountSid,
    api_version: '2010-04-01',
    body,
    from,
    to,
    status: 'queued',
    direction: 'outbound-api',
    num_segments: '1',
    num_media: '0',
    price: null,
    price_unit: 'USD',
    error_code: null,
    error_message: null,
    messaging_service_sid: null,
    date_created: date,
    date_updated: date,
    date_sent: null,
    uri,
    subresource_uris: {},
  });
}

function refuse(response: ServerResponse, status: number, code: number, message: string): void {
  send(response, status, { code, message, more_info: `https://www.twilio.com/docs/errors/${code}`, status });
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'Content-Type': 'application/json; charset=utf-8' }).end(JSON.stringify(body));
}

function isAuthorized({ headers }: IncomingMessage, { accountSid, authToken }: Options): boolean {
  const expected = Buffer.from(`Basic ${Buffer.from(`${accountSid}:${authToken}`).toString('base64')}`);
  const given = Buffer.from(headers.authorization ?? '');
  return given.length === expected.length && timingSafeEqual(given, expected);
}

async function readForm(request: IncomingMessage): Promise<URLSearchParams> {
  let text = '';
  for await (const chunk of request.setEncoding('utf8') as AsyncIterable<string>) {
    text += chunk;
    if (text.length > MAX_BYTES) throw new Error('Too big for an SMS.');
  }
  return new URLSearchParams(text);
}
