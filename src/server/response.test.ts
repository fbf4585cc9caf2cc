import { createServer, type RequestListener, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { answerFalla, answerNotFound, answerWithoutScripts, withResponse } from './response.ts';

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

describe('a page that is only to be read', () => {
  const SCRIPTS =
    '<link rel="preload" as="script" nonce="n" href="/a.js"/><script src="/a.js" async=""></script><script nonce="n">f("\\u003cp>")</script>';
  const pagina = (main: string) => [
    '<!DOCTYPE html><html><head><link rel="stylesheet" href="/a.css"/>',
    main,
    '</html>',
  ];

  function send(parts: string[]): string {
    let sent = '';
    const end = (all: Uint8Array | string) => {
      sent += Buffer.from(all);
    };
    const response = { statusCode: 200, write: end, end } as unknown as ServerResponse;
    withResponse(response, () => {
      answerWithoutScripts();
      for (const part of parts) response.write(Buffer.from(part));
      response.end();
    });
    return sent;
  }

  it('goes without the scripts, and with all the rest', () => {
    const [head, , foot] = pagina('');
    expect(send([`${head}${SCRIPTS}`, '<p>Sí</p>', `${SCRIPTS}${foot}`])).toBe(`${head}<p>Sí</p>${foot}`);
  });

  it.each([
    ['a form', '<form action="/salir">'],
    ['a message that takes the focus', '<div role="status" tabindex="-1">'],
    ['a part that is still to come', '<template id="B:0"></template>'],
  ])('goes whole with %s', (_, main) => {
    expect(send(pagina(main + SCRIPTS))).toBe(pagina(main + SCRIPTS).join(''));
  });

  it('is left as it is where a script of Next asks for it', () => {
    expect(send([`0:${SCRIPTS}`])).toBe(`0:${SCRIPTS}`);
  });
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
    expect(text).toMatch(/<title>Error: El portal .* · Buzón<\/title>/);
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
