import nodemailer from 'nodemailer';
import type { VeredictoDeEnvio } from '#domain/aviso/verdict.ts';
import type { ContenidoDeCorreo } from '#wording/aviso/contenido.ts';
import { layoutHtml } from './layout-html.ts';
import { layoutText } from './layout-text.ts';
import { requiresTls } from './requires-tls.ts';
import { addressOf, domainOf, returnPathOf } from './return-path.ts';
import { readAceptacion, readRechazo } from './verdicts.ts';

export interface MensajeDeCorreo {
  to: string;
  contenido: ContenidoDeCorreo;
  /** The same on every attempt, so that a mailbox that gets it twice can tell. The domain is added here. */
  messageId: string;
  /** By which a server that gives it back names it, in letters and digits: in its return path and as its ENVID. */
  retorno: string;
  date: Date;
}

export interface Correo {
  /** Hands one message to the relay. Never throws for what the relay or the network did: that is the verdict. */
  send(mensaje: MensajeDeCorreo): Promise<VeredictoDeEnvio>;
  close(): void;
}

interface OpcionesDeCorreo {
  /** `smtp://user:pass@host:port`, or `smtps:`; a password in the first requires STARTTLS, and so does `?requireTLS=true`. */
  smtpUrl: string;
  from: string;
  /** Whether what comes for the address of `from` with `+` and more is delivered to the same mailbox. */
  subdirecciones?: boolean;
  /** For each step of the conversation; the whole of it may take three times as long. */
  timeoutMs?: number;
}

// Asks machines not to answer (RFC 3834). Bounces are wanted, so NDR is not suppressed. Nothing tracks who opens what.
const HEADERS = {
  'Auto-Submitted': 'auto-generated',
  'X-Auto-Response-Suppress': 'OOF, AutoReply',
  'Content-Language': 'es-MX',
};

/** Outgoing mail over SMTP, through a pool of connections. */
export function createCorreo({ smtpUrl, from, subdirecciones = false, timeoutMs = 10_000 }: OpcionesDeCorreo): Correo {
  const transport = nodemailer.createTransport({
    url: smtpUrl,
    requireTLS: requiresTls(smtpUrl),
    pool: true,
    maxRequeues: 1,
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    dnsTimeout: timeoutMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  });

  return {
    async send({ to, contenido, messageId, retorno, date }) {
      const destino = { name: '', address: to };
      try {
        const info = await transport.sendMail({
          from,
          to: destino,
          subject: contenido.asunto,
          html: layoutHtml(contenido),
          text: layoutText(contenido),
          messageId: `<${messageId}@${domainOf(from)}>`,
          date,
          envelope: { from: subdirecciones ? returnPathOf(from, retorno) : addressOf(from), to: destino },
          // Where the server offers it (RFC 3461): a bounce names the message, and brings no more than its headers.
          dsn: { id: retorno, return: 'headers', notify: ['failure', 'delay'] },
          headers: HEADERS,
          xMailer: false,
          // Socket timeouts only see silence: this also ends a server that trickles its replies.
          signal: AbortSignal.timeout(timeoutMs * 3),
        });
        return readAceptacion(info.response, info.messageId);
      } catch (error) {
        return readRechazo(error);
      }
    },
    close: () => transport.close(),
  };
}
