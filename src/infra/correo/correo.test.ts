import { createServer as createTcpServer, type Server } from 'node:net';
import { type AddressObject, type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { afterEach, describe, expect, it } from 'vitest';
import type { VeredictoDeEnvio } from '#domain/aviso/verdict.ts';
import { VALIDA_CORREO } from '#wording/aviso/medio.ts';
import { type Correo, createCorreo } from './correo.ts';

const ID = '6f1c2f0e-0000-4000-8000-000000000001';
const RETORNO = '0123456789abcdefghijklmnopqrstuvwxyz01234';
const URL_AQUI = 'http://localhost:3000/validar/correo/abcdefghijklmnopqrstuvwxyz-0123456789_ABCDEFGHIJKLMNOPQ';
const CONTENIDO = VALIDA_CORREO.redacta({
  folio: 'BI-2022.00000001-38',
  venceEn: new Date('2022-10-03T19:11:00Z'),
  url: URL_AQUI,
  esDemo: true,
});
const DATE = new Date('2022-09-30T19:11:09Z');

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

function listen(server: Server): Promise<number> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as { port: number }).port));
  });
}

async function relay(options: SMTPServerOptions = {}) {
  const received: ParsedMail[] = [];
  const smtp = new SMTPServer({
    authOptional: true,
    hideSTARTTLS: true,
    logger: false,
    async onData(stream, _session, done) {
      received.push(await simpleParser(stream));
      done(null, 'Ok: queued as 4Xk2Lq1vZ9z3Fhk');
    },
    ...options,
  });
  smtp.on('error', () => {});
  closing.push(() => smtp.close());
  return { received, port: await listen(smtp.server) };
}

function client(port: number, query = '', timeoutMs = 5000): Correo {
  const correo = createCorreo({
    smtpUrl: `smtp://127.0.0.1:${port}${query}`,
    from: 'Buzón IMSS <avisos@buzon.example>',
    timeoutMs,
  });
  closing.push(() => correo.close());
  return correo;
}

function send(correo: Correo, to = 'ana@despacho.mx'): Promise<VeredictoDeEnvio> {
  return correo.send({ to, contenido: CONTENIDO, messageId: ID, retorno: RETORNO, date: DATE });
}

function smtpError(message: string, responseCode: number): Error {
  return Object.assign(new Error(message), { responseCode });
}

describe('a relay that accepts', () => {
  it('gets the message whole, and its queue id is kept', async () => {
    const { received, port } = await relay();
    const veredicto = await send(client(port));
    expect(veredicto).toEqual({
      aceptado: true,
      respuesta: '250 Ok: queued as 4Xk2Lq1vZ9z3Fhk',
      idDelProveedor: `4Xk2Lq1vZ9z3Fhk ${ID}@buzon.example`,
    });
    const [mail] = received as [ParsedMail];
    expect(mail.subject).toBe('Buzón IMSS: valida tu correo electrónico');
    expect((mail.to as AddressObject).value).toEqual([{ name: '', address: 'ana@despacho.mx' }]);
    expect(mail.from?.value).toEqual([{ name: 'Buzón IMSS', address: 'avisos@buzon.example' }]);
    expect(mail.messageId).toBe(`<${ID}@buzon.example>`);
    expect(mail.date).toEqual(DATE);
    expect(mail.text).toContain(URL_AQUI);
    expect(mail.html).toContain(`<a href="${URL_AQUI}"`);
    expect(mail.attachments).toEqual([]);
  });

  it('is told that a machine wrote, so that no machine answers', async () => {
    const { received, port } = await relay();
    await send(client(port));
    const headers = received[0]?.headers;
    expect(headers?.get('auto-submitted')).toBe('auto-generated');
    expect(headers?.get('x-auto-response-suppress')).toBe('OOF, AutoReply');
    expect(headers?.get('content-language')).toBe('es-MX');
    expect(headers?.has('x-mailer')).toBe(false);
  });

  it('is known by the message’s id when it names no queue', async () => {
    const { port } = await relay({
      onData: (stream, _session, done) => void stream.resume().on('end', () => done(null, 'Accepted')),
    });
    expect(await send(client(port))).toMatchObject({ aceptado: true, idDelProveedor: `${ID}@buzon.example` });
  });

  it('takes many at once, over a few connections', async () => {
    const { received, port } = await relay();
    const correo = client(port);
    const veredictos = await Promise.all(Array.from({ length: 30 }, () => send(correo)));
    expect(veredictos.every(({ aceptado }) => aceptado)).toBe(true);
    expect(received).toHaveLength(30);
  });
});

describe('a relay that refuses', () => {
  it('for good, an address that does not exist', async () => {
    const { port } = await relay({ onRcptTo: (_to, _session, done) => done(smtpError('5.1.1 No such user', 550)) });
    expect(await send(client(port))).toEqual({
      aceptado: false,
      definitivo: true,
      respuesta: '550 5.1.1 No such user',
    });
  });

  it('for good, the message itself', async () => {
    const { port } = await relay({
      onData: (stream, _session, done) => void stream.resume().on('end', () => done(smtpError('5.7.1 Spam', 554))),
    });
    expect(await send(client(port))).toMatchObject({ aceptado: false, definitivo: true });
  });

  it('for now (4xx), an address or a message', async () => {
    const greylist = await relay({ onRcptTo: (_to, _session, done) => done(smtpError('4.7.1 Greylisted', 451)) });
    expect(await send(client(greylist.port))).toEqual({
      aceptado: false,
      definitivo: false,
      respuesta: '451 4.7.1 Greylisted',
    });
    const full = await relay({
      onData: (stream, _session, done) => void stream.resume().on('end', () => done(smtpError('4.3.1 Full', 452))),
    });
    expect(await send(client(full.port))).toMatchObject({ aceptado: false, definitivo: false });
  });

  it('ourselves, which is no fault of the address', async () => {
    const sender = await relay({ onMailFrom: (_from, _session, done) => done(smtpError('5.7.1 Not you', 550)) });
    expect(await send(client(sender.port))).toMatchObject({ aceptado: false, definitivo: false });
    const login = await relay({ authOptional: false });
    expect(await send(client(login.port))).toMatchObject({ aceptado: false, definitivo: false });
    const greeting = await relay({ onConnect: (_session, done) => done(smtpError('5.7.1 Listed', 554)) });
    expect(await send(client(greeting.port))).toMatchObject({ aceptado: false, definitivo: false });
  });

  it('and has no STARTTLS, when the address of the relay requires it', async () => {
    const { received, port } = await relay();
    expect(await send(client(port, '?requireTLS=true'))).toMatchObject({ aceptado: false, definitivo: false });
    expect(received).toEqual([]);
  });
});

describe('no relay', () => {
  it('nobody listens', async () => {
    const server = createTcpServer();
    const port = await listen(server);
    await new Promise((resolve) => server.close(resolve));
    const veredicto = await send(client(port));
    expect(veredicto).toMatchObject({ aceptado: false, definitivo: false });
    expect(veredicto.respuesta).toMatch(/ECONNREFUSED|ESOCKET/);
  });

  it('it accepts the connection and says nothing', async () => {
    const server = createTcpServer((socket) => void closing.push(() => socket.destroy()));
    closing.push(() => server.close());
    const started = performance.now();
    expect(await send(client(await listen(server), '', 300))).toMatchObject({ aceptado: false, definitivo: false });
    expect(performance.now() - started).toBeLessThan(3000);
  });

  it('it trickles its answer so that no silence is long', async () => {
    const server = createTcpServer((socket) => {
      socket.on('error', () => {});
      socket.write('220 relay\r\n');
      const timer = setInterval(() => socket.write('250-wait\r\n'), 50);
      closing.push(() => {
        clearInterval(timer);
        socket.destroy();
      });
    });
    closing.push(() => server.close());
    const started = performance.now();
    expect(await send(client(await listen(server), '', 300))).toMatchObject({ aceptado: false, definitivo: false });
    expect(performance.now() - started).toBeLessThan(3000);
  });

  it('it hangs up in the middle', async () => {
    const server = createTcpServer((socket) => {
      socket.on('error', () => {});
      socket.write('220 relay\r\n');
      socket.once('data', () => socket.destroy());
    });
    closing.push(() => server.close());
    expect(await send(client(await listen(server)))).toMatchObject({ aceptado: false, definitivo: false });
  });

  it('the pool was closed', async () => {
    const { port } = await relay();
    const correo = client(port);
    correo.close();
    expect(await send(correo)).toMatchObject({ aceptado: false, definitivo: false });
  });
});

describe('what goes out', () => {
  it('goes to a domain in the letters of a language as DNS has it, so that any server takes it', async () => {
    // What was said on the line: the server shows addresses decoded.
    const said: string[] = [];
    const say = (_entry: unknown, ...words: unknown[]) => void said.push(words.join(' '));
    const logger = { level: () => undefined, trace: say, debug: say, info: say, warn: say, error: say, fatal: say };
    const { received, port } = await relay({ hideSMTPUTF8: true, logger });
    expect(await send(client(port), "o'Hara@peña.mx")).toMatchObject({ aceptado: true });
    expect(said.join('\n')).toContain("RCPT TO:<o'Hara@xn--pea-8ma.mx>");
    expect(received[0]?.headerLines.find(({ key }) => key === 'to')?.line).toContain('xn--pea-8ma.mx');
  });

  it('never has a header that came in with the address', async () => {
    const { received, port } = await relay();
    const veredicto = await send(client(port), 'ana@despacho.mx\r\nBcc: otra@despacho.mx');
    expect(veredicto).toMatchObject({ aceptado: false, definitivo: true });
    expect(received).toEqual([]);
  });
});
