import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { afterEach, describe, expect, it } from 'vitest';
import { VALIDA_CORREO } from '#wording/aviso/medio.ts';
import { createCorreo } from './correo.ts';

const RETORNO = '0123456789abcdefghijklmnopqrstuvwxyz01234';
const CONTENIDO = VALIDA_CORREO.redacta({
  folio: 'BI-2022.00000001-38',
  venceEn: new Date('2022-10-03T19:11:00Z'),
  url: 'http://localhost:3000/validar/correo/abc',
  esDemo: true,
});

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

interface Sobre {
  de: string;
  args: Record<string, unknown>;
  dsnDelDestino: unknown;
}

/** Sends one message through a server; gives the envelope that it was told. */
async function send(options: SMTPServerOptions, from: string, subdirecciones?: boolean): Promise<Sobre> {
  let sobre: Sobre | undefined;
  const server = new SMTPServer({
    authOptional: true,
    hideSTARTTLS: true,
    onData(stream, { envelope }, done) {
      const { mailFrom, rcptTo } = envelope;
      if (mailFrom) sobre = { de: mailFrom.address, args: { ...mailFrom.args }, dsnDelDestino: rcptTo[0]?.dsn };
      stream.resume().on('end', () => done());
    },
    ...options,
  });
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const correo = createCorreo({
    smtpUrl: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    from,
    ...(subdirecciones === undefined ? {} : { subdirecciones }),
  });
  closing.push(
    () => correo.close(),
    () => server.close(),
  );
  const mensaje = { to: 'ana@despacho.mx', contenido: CONTENIDO, messageId: 'id', retorno: RETORNO, date: new Date(0) };
  expect(await correo.send(mensaje)).toMatchObject({ aceptado: true });
  if (!sobre) throw new Error('nothing arrived');
  return sobre;
}

describe('the return path', () => {
  it('is of the message where the mail system takes it, and the sender’s where it does not', async () => {
    expect((await send({}, 'Buzón IMSS <avisos@buzon.example>', true)).de).toBe(`avisos+${RETORNO}@buzon.example`);
    expect((await send({}, 'avisos@buzon.example', true)).de).toBe(`avisos+${RETORNO}@buzon.example`);
    expect((await send({}, 'Buzón IMSS <avisos@buzon.example>', false)).de).toBe('avisos@buzon.example');
    expect((await send({}, 'Buzón IMSS <avisos@buzon.example>')).de).toBe('avisos@buzon.example');
  });

  it('has 64 octets before its domain at most, or is the sender’s', async () => {
    const fits = 'a'.repeat(64 - 1 - RETORNO.length);
    expect((await send({}, `<${fits}@buzon.example>`, true)).de).toBe(`${fits}+${RETORNO}@buzon.example`);
    expect((await send({}, `<${fits}a@buzon.example>`, true)).de).toBe(`${fits}a@buzon.example`);
  });
});

describe('what a server is asked to tell (RFC 3461)', () => {
  it('names the message, wants its headers, and word of failure and delay, where it is offered', async () => {
    const { args, dsnDelDestino } = await send({ hideDSN: false }, '<avisos@buzon.example>');
    expect(args).toMatchObject({ ENVID: RETORNO, RET: 'HDRS' });
    expect(dsnDelDestino).toMatchObject({ notify: ['FAILURE', 'DELAY'] });
  });

  it('is left out where it is not', async () => {
    expect((await send({ hideDSN: true }, '<avisos@buzon.example>')).args).not.toHaveProperty('ENVID');
  });
});
