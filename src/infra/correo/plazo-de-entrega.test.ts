import { createServer, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { VALIDA_CORREO } from '#wording/aviso/medio.ts';
import { type Correo, createCorreo } from './correo.ts';

/** What is said to a relay, in order; the greeting is before all of it. */
const ANTES_DEL_PUNTO = ['greeting', 'EHLO', 'MAIL', 'RCPT', 'DATA'] as const;
type Fase = (typeof ANTES_DEL_PUNTO)[number] | '.';
const RESPUESTAS: Record<Fase, string> = {
  greeting: '220 relay',
  EHLO: '250 relay',
  MAIL: '250 Ok',
  RCPT: '250 Ok',
  DATA: '354 Go on',
  '.': '250 Ok: queued as 4Xk2Lq1vZ9z3Fhk',
};
const PASO_MS = 150;

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

/** A relay that does as told in one phase, and well in the others; `taken` counts the messages that it got whole. */
async function relay(fase: Fase, act: (socket: Socket, answer: () => void) => void) {
  const taken: string[] = [];
  const server = createServer((socket) => {
    const say = (at: Fase) => {
      const answer = () => void socket.write(`${RESPUESTAS[at]}\r\n`);
      if (at === fase) act(socket, answer);
      else answer();
    };
    closing.push(() => socket.destroy());
    socket.on('error', () => {});
    listen(socket, say, taken);
    say('greeting');
  });
  closing.push(() => server.close());
  const port = await new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as { port: number }).port));
  });
  return { taken, port };
}

function listen(socket: Socket, say: (at: Fase) => void, taken: string[]): void {
  let text = '';
  let isMessage = false;
  socket.on('data', (chunk) => {
    text += chunk;
    for (let end = endOf(); end > 0; end = endOf()) {
      const said = text.slice(0, end);
      text = text.slice(end);
      if (isMessage) taken.push(said);
      const fase = isMessage ? '.' : (said.slice(0, 4) as Fase);
      isMessage = fase === 'DATA';
      say(fase);
    }
  });
  const endOf = () => {
    const mark = isMessage ? '\r\n.\r\n' : '\r\n';
    return text.includes(mark) ? text.indexOf(mark) + mark.length : 0;
  };
}

function client(port: number, respuestaMs = 60_000): Correo {
  const correo = createCorreo({
    smtpUrl: `smtp://127.0.0.1:${port}`,
    from: 'Buzón IMSS <avisos@buzon.example>',
    timeoutMs: PASO_MS,
    respuestaMs,
  });
  closing.push(() => correo.close());
  return correo;
}

function send(correo: Correo, signal?: AbortSignal) {
  const contenido = VALIDA_CORREO.redacta({
    folio: 'BI-2022.00000001-38',
    venceEn: new Date('2022-10-03T19:11:00Z'),
    url: 'http://localhost:3000/validar/correo/x',
    esDemo: true,
  });
  const date = new Date('2022-09-30T19:11:09Z');
  return correo.send({ to: 'ana@despacho.mx', contenido, messageId: 'm1', retorno: 'r1', date, signal });
}

const HANG = () => undefined;
const HANG_UP = (socket: Socket) => void socket.destroy();

describe.each(ANTES_DEL_PUNTO)('before the final dot, at %s', (fase) => {
  it.each([
    ['hangs', HANG],
    ['hangs up', HANG_UP],
  ])('a relay that %s has not got the message, and soon is waited for no more', async (_how, act) => {
    const { taken, port } = await relay(fase, act);
    const started = performance.now();
    const veredicto = await send(client(port));
    expect(veredicto).toMatchObject({ aceptado: false, definitivo: false });
    expect(veredicto).not.toHaveProperty('quizaEntregado');
    expect(performance.now() - started).toBeLessThan(PASO_MS * 3 + 2_000);
    expect(taken).toEqual([]);
  });
});

describe('after the final dot', () => {
  it('a relay is given much longer than for anything before it', async () => {
    const { taken, port } = await relay('.', (_socket, answer) => void setTimeout(answer, PASO_MS * 12));
    expect(await send(client(port))).toMatchObject({ aceptado: true });
    expect(taken).toHaveLength(1);
  });

  it.each([
    ['hangs', HANG],
    ['hangs up', HANG_UP],
    [
      'trickles',
      (socket: Socket) =>
        void closing.push(
          clearInterval.bind(
            null,
            setInterval(() => socket.write('250-wait\r\n'), 50),
          ),
        ),
    ],
  ])('of a relay that %s nobody knows whether it took the message', async (_how, act) => {
    const { taken, port } = await relay('.', act);
    expect(await send(client(port, PASO_MS * 4))).toMatchObject({
      aceptado: false,
      definitivo: false,
      quizaEntregado: true,
    });
    expect(taken).toHaveLength(1);
  });

  it.each(['451 4.3.0 Later', '554 5.7.1 Spam', '421 4.3.2 Closing'])('«%s» is an answer', async (answer) => {
    const { port } = await relay('.', (socket) => void socket.end(`${answer}\r\n`));
    const veredicto = await send(client(port));
    expect(veredicto).toMatchObject({ aceptado: false, respuesta: answer });
    expect(veredicto).not.toHaveProperty('quizaEntregado');
  });

  it('the process that ends leaves it, and nobody knows', async () => {
    const { port } = await relay('.', HANG);
    const signal = AbortSignal.timeout(PASO_MS * 4);
    expect(await send(client(port), signal)).toMatchObject({ aceptado: false, quizaEntregado: true });
  });
});
