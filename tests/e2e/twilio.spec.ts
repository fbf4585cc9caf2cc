import { readFile } from 'node:fs/promises';
import { request } from 'node:http';
import path from 'node:path';
import { expect } from '@playwright/test';
import twilio from 'twilio';
import { openConnection } from '#infra/db/connection.ts';
import { test } from '../support/navegador.ts';
import type { Portal } from '../support/portal.ts';

const TIPO = 'application/x-www-form-urlencoded';

interface Envio {
  cabeceras?: Record<string, string>;
  /** In pieces and without Content-Length. */
  enPartes?: boolean;
}

/** Posts a form as it is to the callback; gives the status of the answer. */
function post(portal: Portal, body: string, { cabeceras = {}, enPartes = false }: Envio = {}): Promise<number> {
  return new Promise((resolve, reject) => {
    const headers = {
      'content-type': TIPO,
      ...cabeceras,
      ...(enPartes ? {} : { 'content-length': Buffer.byteLength(body) }),
    };
    const sent = request(`${portal.url}/api/twilio/estado`, { method: 'POST', headers }, (response) => {
      response.resume().on('end', () => resolve(response.statusCode ?? 0));
    });
    sent.on('error', reject);
    for (let at = 0; enPartes && at < body.length; at += 1000) sent.write(body.slice(at, at + 1000));
    sent.end(enPartes ? undefined : body);
  });
}

async function readEntorno({ datos }: Portal): Promise<{ TWILIO_AUTH_TOKEN: string; DATABASE_URL: string }> {
  return JSON.parse(await readFile(path.join(datos, 'entorno.json'), 'utf8'));
}

/** The states that were kept, none of which has a code. */
async function listReportes(portal: Portal): Promise<string[]> {
  const client = await openConnection((await readEntorno(portal)).DATABASE_URL);
  const sql = "SELECT estado FROM reporte_de_entrega WHERE referencia = 'SM1' AND codigo = '' ORDER BY estado";
  const { rows } = await client.query<{ estado: string }>(sql);
  await client.end();
  return rows.map(({ estado }) => estado);
}

/** As Twilio's own library signs it: of a repeated field each value once, in order. */
async function firmar(portal: Portal, body: string): Promise<Record<string, string>> {
  const { TWILIO_AUTH_TOKEN } = await readEntorno(portal);
  const form = new URLSearchParams(body);
  const params = Object.fromEntries([...new Set(form.keys())].map((name) => [name, form.getAll(name)]));
  const url = `${portal.url}/api/twilio/estado`;
  return { 'x-twilio-signature': twilio.getExpectedTwilioSignature(TWILIO_AUTH_TOKEN, url, params) };
}

const AUTENTICOS = [
  'MessageSid=SM1&MessageStatus=sent',
  'MessageSid=SM1&MessageStatus=sent&To=a&To=b&To=a',
  'MessageSid=SM1&MessageStatus=sent&MessageStatus=delivered',
  'MessageSid=SM1&MessageStatus=undelivered&ErrorCode=null',
  'MessageSid=SM1&MessageStatus=sent&ErrorCode=',
  'SmsSid=SM1&SmsStatus=sent',
  'MessageSid=SM1&MessageStatus=TELEPORTED&Nuevo=%C3%B1%F0%9F%99%82&__proto__=x',
];

test('todo aviso auténtico de Twilio se acepta, venga como venga, y lo falso se rechaza', async ({ portal }) => {
  for (const body of AUTENTICOS) {
    const firma = await firmar(portal, body);
    expect(await post(portal, body, { cabeceras: firma }), body).toBe(204);
    expect(await post(portal, body, { cabeceras: firma, enPartes: true }), `${body}, en partes`).toBe(204);
    const conJuego = { ...firma, 'content-type': 'Application/X-WWW-Form-URLencoded; charset=UTF-8' };
    expect(await post(portal, body, { cabeceras: conJuego }), `${body}, con juego de caracteres`).toBe(204);
    expect(await post(portal, body), `${body}, sin firma`).toBe(403);
    expect(await post(portal, `${body}&To=c`, { cabeceras: firma }), `${body}, alterado`).toBe(403);
  }
  expect(await post(portal, '', { cabeceras: { 'x-twilio-signature': 'AAAA' }, enPartes: true })).toBe(403);
  const grande = `MessageSid=SM1&MessageStatus=sent&Body=${'x'.repeat(20_000)}`;
  const firma = await firmar(portal, grande);
  expect(await post(portal, grande, { cabeceras: firma })).toBe(413);
  expect(await post(portal, grande, { cabeceras: firma, enPartes: true })).toBe(413);
  expect(await listReportes(portal)).toEqual(['delivered', 'sent', 'teleported', 'undelivered']);
});
