import { createServer, type RequestListener, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { answerFalla, answerNotFound, withResponse } from './response.ts';

it('sets the status of the response that is being answered, and of no other', async () => {
  const [una, otra] = [{ statusCode: 200 }, { statusCode: 200 }];
  await Promise.all([
    withResponse(una, async () => {
      await turn();
      answerNotFound();
    }),
    withResponse(otra, () => turn()),
  ]);
  expect([una.statusCode, otra.statusCode]).toEqual([404, 200]);
});

it('does nothing where no response is being answered', () => {
  expect(answerNotFound).not.toThrow();
});

describe('what could not be done', () => {
  /** What a visitor reads where `work` ends as Next ends it: with a 500 of its own, after whatever was told. */
  async function visit(work: (response: ServerResponse) => void, headers: Record<string, string> = {}) {
    const listener: RequestListener = (_, response) =>
      withResponse(response, async () => {
        await turn();
        work(response);
        response.statusCode = 500;
        if (!response.headersSent) response.setHeader('Content-Type', 'text/x-component');
        response.end('Internal Server Error');
      });
    const server = createServer(listener).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const answer = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`, { headers });
    const text = await answer.text();
    server.close();
    return { status: answer.status, tipo: answer.headers.get('content-type'), text, headers: answer.headers };
  }

  it.each([
    ['OCUPADO', '5', 'No se hizo nada de lo que pediste'],
    ['SIN_BASE', '30', 'antes de repetir un registro o una firma'],
  ] as const)('%s is a page of its own, in Spanish, with when to come back', async (falla, espera, texto) => {
    const { status, tipo, text, headers } = await visit(() => answerFalla(falla));
    expect({ status, tipo, espera: headers.get('retry-after') }).toEqual({
      status: 503,
      tipo: 'text/html; charset=utf-8',
      espera,
    });
    expect(text).toContain('<html lang="es-MX">');
    expect(text).toContain(texto);
    expect(text).not.toContain('Internal');
  });

  it('is the message alone for an action that a script sent: what Next hands to the page', async () => {
    const { status, tipo, text } = await visit(() => answerFalla('OCUPADO'), { 'next-action': 'abc' });
    expect({ status, tipo }).toEqual({ status: 503, tipo: 'text/plain' });
    expect(text).toBe(
      'No se hizo nada de lo que pediste, porque el portal está ocupado con otra operación. Referencia: ',
    );
  });

  it('takes the place of a download that had begun to be described, and not of one that is on its way', async () => {
    const described = await visit((response) => {
      response.setHeader('Content-Length', 5).setHeader('Content-Type', 'application/pdf');
      answerFalla('OCUPADO');
    });
    expect(described).toMatchObject({ status: 503, tipo: 'text/html; charset=utf-8' });
    const sent = await visit((response) => {
      response.write('%PDF-');
      answerFalla('OCUPADO');
    });
    expect(sent.text).toMatch(/^%PDF-/);
  });
});
