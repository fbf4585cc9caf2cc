import { createHmac, randomBytes } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { readAtMost } from '#infra/http/ask-bytes.ts';
import { nombreDeArchivo } from '../bandeja/nombre-de-archivo.ts';
import { writeDurably } from '../bandeja/write-durably.ts';
import { type Fallo, type LoopbackServer, listenOnLoopback } from '../listen-on-loopback.ts';

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

export interface SmsGuardado {
  sid: string;
  from: string;
  to: string;
  body: string;
}

const MAX_BYTES = 100_000;
const INTENTOS = 4;
const TIMEOUT_MS = 10_000;

/** An endpoint on loopback that speaks Twilio's protocol for sending messages and keeps each of them in a file. */
export async function startTwilio(options: Options): Promise<LoopbackServer> {
  await mkdir(path.join(options.folder, 'tmp'), { recursive: true, mode: 0o700 });
  const stopping = new AbortController();
  const { url, close } = await listenOnLoopback((request, response) =>
    answer(request, response, options, stopping.signal),
  );
  return {
    url,
    close: () => {
      stopping.abort();
      return close();
    },
  };
}

async function answer(request: IncomingMessage, response: ServerResponse, options: Options, stop: AbortSignal) {
  const { pathname } = new URL(request.url ?? '/', 'http://localhost');
  const expected = `Basic ${Buffer.from(`${options.accountSid}:${options.authToken}`).toString('base64')}`;
  if (request.headers.authorization !== expected) return refuse(response, 401, 20003, 'Authenticate');
  const isMessages = pathname.endsWith(`/2010-04-01/Accounts/${options.accountSid}/Messages.json`);
  if (request.method !== 'POST' || !isMessages) return refuse(response, 404, 20404, `${pathname} was not found`);
  const form = await readForm(request);
  const to = form.get('To') ?? '';
  const body = form.get('Body') ?? '';
  if (!/^\+\d{8,15}$/.test(to)) return refuse(response, 400, 21211, `Invalid 'To' Phone Number: ${to}`);
  if (body === '') return refuse(response, 400, 21602, 'Message body is required');
  const fallo = options.fail?.(to) ?? null;
  if (fallo === 'temporal') return refuse(response, 503, 20503, 'Service unavailable');
  if (fallo === 'definitivo') return refuse(response, 400, 21211, "Invalid 'To' Phone Number");
  const sms = {
    sid: `SM${randomBytes(16).toString('hex')}`,
    from: form.get('From') ?? form.get('MessagingServiceSid') ?? '',
    to,
    body,
  };
  const name = `${nombreDeArchivo(options.now())}.json`;
  await writeDurably(path.join(options.folder, 'tmp', name), path.join(options.folder, name), JSON.stringify(sms));
  if (fallo === 'sin-respuesta') return response.destroy();
  send(response, 201, { ...sms, account_sid: options.accountSid, status: 'queued', error_code: null });
  const url = form.get('StatusCallback');
  // Ends with the service, in the middle of whatever it was telling.
  if (url) void tellAll(url, sms, options, stop).catch(() => undefined);
}

/** Each state as Twilio posts it, signed, and again a few times when the portal does not take it. */
async function tellAll(url: string, sms: SmsGuardado, options: Options, stop: AbortSignal): Promise<void> {
  const { authToken, callbackDelayMs = 250, states = ['sent', 'delivered'] } = options;
  for (const status of states) {
    const params = { MessageSid: sms.sid, MessageStatus: status, To: sms.to, From: sms.from };
    for (let intento = 1; intento <= INTENTOS; intento++) {
      await sleep(callbackDelayMs * intento, undefined, { signal: stop, ref: false });
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'X-Twilio-Signature': signTwilio(url, params, authToken) },
        body: new URLSearchParams(params),
        redirect: 'manual',
        signal: AbortSignal.any([stop, AbortSignal.timeout(TIMEOUT_MS)]),
      }).catch(() => null);
      if (response?.ok) break;
    }
  }
}

/** Twilio's signature: the address, then each field and its value by name; HMAC-SHA1 with the account's token, base64. */
function signTwilio(url: string, params: Record<string, string>, authToken: string): string {
  const fields = Object.entries(params).sort(([one], [other]) => (one < other ? -1 : 1));
  return createHmac('sha1', authToken)
    .update(url + fields.flat().join(''), 'utf8')
    .digest('base64');
}

function refuse(response: ServerResponse, status: number, code: number, message: string): void {
  send(response, status, { code, message, more_info: `https://www.twilio.com/docs/errors/${code}`, status });
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'Content-Type': 'application/json; charset=utf-8' }).end(JSON.stringify(body));
}

async function readForm(request: IncomingMessage): Promise<URLSearchParams> {
  const body = await readAtMost(request, MAX_BYTES);
  if (!body) throw new Error('Too big for an SMS.');
  return new URLSearchParams(body.toString());
}
