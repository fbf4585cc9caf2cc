import type { IncomingMessage, ServerResponse } from 'node:http';
import { describe, expect, it } from 'vitest';
import { sendToAppUrl } from './mend-address.ts';

const APP_URL = 'https://buzon.example';

function visit(host: string, url: string, { rsc, from = '127.0.0.1' }: { rsc?: string; from?: string } = {}) {
  let location: string | null = null;
  const response = {
    writeHead: (_status: number, headers: Record<string, string>) => {
      location = headers.Location ?? null;
    },
    end: () => undefined,
  };
  const request = {
    url,
    headers: { host, rsc },
    socket: { remoteAddress: from, localAddress: '127.0.0.1' },
  } as unknown as IncomingMessage;
  const sent = sendToAppUrl(APP_URL, request, response as unknown as ServerResponse);
  return { sent, location };
}

describe('a visitor', () => {
  it('under the portal’s name stays', () => {
    expect(visit('buzon.example', '/ayuda')).toEqual({ sent: false, location: null });
  });

  it('under another name is sent to the same page of APP_URL', () => {
    expect(visit('127.0.0.1:3000', '/ayuda?x=1').location).toBe('https://buzon.example/ayuda?x=1');
    expect(visit('buzon.example:8443', '/').location).toBe('https://buzon.example/');
  });

  it('is never sent to another host, however the address is written', () => {
    for (const url of ['//evil.example/x', '/\\\\evil.example', '\\\\evil.example', '///evil.example'])
      expect(new URL(visit('otro.example', url).location ?? '').host).toBe('buzon.example');
  });

  it('that is Next itself, following an action’s redirect, is answered by the address it listens on', () => {
    expect(visit('127.0.0.1:3000', '/buzon', { rsc: '1' }).sent).toBe(false);
    expect(visit('127.0.0.1:3000', '/buzon', { rsc: '1', from: '203.0.113.7' }).sent).toBe(true);
  });

  it('that is a machine is answered under any name', () => {
    for (const url of ['/api/salud/listo', '/api/metricas', '/api/twilio/estado?x'])
      expect(visit('10.0.0.7:3000', url).sent).toBe(false);
  });
});
