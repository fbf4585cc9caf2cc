import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import type { Fallo, LoopbackServer } from '../listen-on-loopback.ts';
import { deliver, ensureMaildir } from './maildir.ts';
import { returnToSender } from './return-to-sender.ts';

interface Options {
  folder: string;
  now: () => Date;
  fail?: (to: string) => Fallo | null;
  port?: number;
}

const MAX_BYTES = 5_000_000;

/** A mail server on loopback that delivers nothing: it keeps each message in a Maildir before it says 250. */
export async function startSmtp(options: Options): Promise<LoopbackServer> {
  await ensureMaildir(options.folder);
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    disableReverseLookup: true,
    size: MAX_BYTES,
    onRcptTo: ({ address }, _session, done) => done(refusal(address, options)),
    onData: (stream, session, done) => {
      keep(stream, session, options).then(
        (isAnswered) => isAnswered && done(),
        (error: Error) => done(error),
      );
    },
  });
  server.on('error', () => undefined);
  server.listen(options.port ?? 0, '127.0.0.1');
  await once(server.server, 'listening');
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function refusal(address: string, { fail }: Options): Error | null {
  switch (fail?.(address)) {
    case 'temporal':
      return Object.assign(new Error('4.3.0 Try again later'), { responseCode: 451 });
    case 'definitivo':
      return Object.assign(new Error('5.1.1 No such user here'), { responseCode: 550 });
    default:
      return null;
  }
}

/** @returns whether the sender is to be answered. */
async function keep(stream: SMTPServerDataStream, session: SMTPServerSession, options: Options): Promise<boolean> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream as AsyncIterable<Buffer>) chunks.push(chunk);
  if (stream.sizeExceeded) throw Object.assign(new Error('Message too big'), { responseCode: 552 });
  const message = Buffer.concat([Buffer.from(envelopeOf(session)), ...chunks]);
  await deliver(options.folder, options.now(), message);
  await returnToSender(options, session.envelope, message);
  return !session.envelope.rcptTo.some(({ address }) => options.fail?.(address) === 'sin-respuesta');
}

/** The headers that a final delivery adds (RFC 5321, 4.4): who it was really for may not stand in the message. */
function envelopeOf({ envelope }: SMTPServerSession): string {
  const from = envelope.mailFrom ? envelope.mailFrom.address : '';
  const lines = [`Return-Path: <${from}>`, ...envelope.rcptTo.map(({ address }) => `Delivered-To: ${address}`)];
  return lines.map((line) => `${line.replace(/[\r\n]/g, '')}\r\n`).join('');
}
