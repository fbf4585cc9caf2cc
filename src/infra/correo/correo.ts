import nodemailer from 'nodemailer';
import type { VeredictoDeEnvio } from '#domain/aviso/verdict.ts';
import type { ContenidoDeCorreo } from '#wording/aviso/contenido.ts';
import { layoutHtml, layoutText } from './layout.ts';
import { readAceptacion, readRechazo } from './verdicts.ts';

export interface MensajeDeCorreo {
  to: string;
  contenido: ContenidoDeCorreo;
  /** The same on every attempt, so that a mailbox that gets it twice can tell. The domain is added here. */
  messageId: string;
  /** By which a server that gives it back names it: in its return path and as its ENVID. */
  retorno: string;
  date: Date;
  signal?: AbortSignal | undefined;
}

export type Correo = ReturnType<typeof createCorreo>;

interface OpcionesDeCorreo {
  /** A password in `smtp:` requires STARTTLS, and so does `?requireTLS=true`. */
  smtpUrl: string;
  from: string;
  /** Whether the address of `from` with `+` and more comes to the same mailbox. */
  subdirecciones?: boolean;
  /** For connection and greeting each; all that comes before the final dot may take three times as long. */
  timeoutMs?: number;
  /** For the answer after it (RFC 5321, 4.5.3.2.6). */
  respuestaMs?: number;
}

const DIEZ_MINUTOS_MS = 600_000;
const CONEXIONES = 16;

// Asks machines not to answer (RFC 3834). Bounces are wanted, so NDR is not suppressed. Nothing tracks who opens what.
const HEADERS = {
  'Auto-Submitted': 'auto-generated',
  'X-Auto-Response-Suppress': 'OOF, AutoReply',
  'Content-Language': 'es-MX',
};

export function createCorreo(opciones: OpcionesDeCorreo) {
  const { smtpUrl, from, subdirecciones = false, timeoutMs = 10_000, respuestaMs = DIEZ_MINUTOS_MS } = opciones;
  const transport = createTransport(smtpUrl, timeoutMs, respuestaMs);
  const enCurso = new Map<unknown, ReturnType<typeof startPlazo>>();
  transport.use('stream', ({ message, data }, done) => {
    // Nothing reads it before the relay has asked for it; at its end only the final dot follows.
    message.processFunc((text) => text.once('end', () => enCurso.get(data.messageId)?.deliver()));
    done();
  });

  return {
    /** Hands one message to the relay. Never throws for what the relay or the network did: that is the verdict. */
    async send(mensaje: MensajeDeCorreo): Promise<VeredictoDeEnvio> {
      const { to, contenido, messageId: id, retorno, date, signal } = mensaje;
      const destino = { name: '', address: to };
      const messageId = `<${id}@${domainOf(from)}>`;
      const plazo = startPlazo(timeoutMs * 3, respuestaMs, signal);
      enCurso.set(messageId, plazo);
      try {
        const info = await transport.sendMail({
          from,
          to: destino,
          subject: contenido.asunto,
          html: layoutHtml(contenido),
          text: layoutText(contenido),
          messageId,
          date,
          envelope: { from: subdirecciones ? returnPathOf(from, retorno) : addressOf(from), to: destino },
          // Where the server offers it (RFC 3461): a bounce names the message, and brings no more than its headers.
          dsn: { id: retorno, return: 'headers', notify: ['failure', 'delay'] },
          headers: HEADERS,
          xMailer: false,
          signal: plazo.signal,
        });
        return readAceptacion(info.response, info.messageId);
      } catch (error) {
        return readRechazo(error, plazo.isEntregado());
      } finally {
        plazo.end();
        enCurso.delete(messageId);
      }
    },
    close: () => transport.close(),
  };
}

function createTransport(smtpUrl: string, timeoutMs: number, respuestaMs: number) {
  return nodemailer.createTransport({
    url: smtpUrl,
    requireTLS: requiresTls(smtpUrl),
    pool: true,
    maxRequeues: 1,
    maxConnections: CONEXIONES,
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    // Longer than the whole may take, which the signal ends: the socket does not know in which phase it is silent.
    socketTimeout: timeoutMs * 3 + respuestaMs,
    dnsTimeout: timeoutMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
}

/**
 * Also for a relay that trickles its replies, which no timeout of the socket notices: little before the final dot, and
 * then as much as RFC 5321 (4.5.3.2.6) says a relay may need.
 */
function startPlazo(antesMs: number, despuesMs: number, cierre?: AbortSignal) {
  const over = new AbortController();
  let isEntregado = false;
  let timer = setTimeout(() => over.abort(), antesMs);
  return {
    signal: cierre ? AbortSignal.any([over.signal, cierre]) : over.signal,
    /** Whether the final dot went out: whatever happens now, the relay may have taken the message. */
    isEntregado: () => isEntregado,
    deliver() {
      isEntregado = true;
      clearTimeout(timer);
      timer = setTimeout(() => over.abort(), despuesMs);
    },
    end: () => clearTimeout(timer),
  };
}

const PARTE_LOCAL_MAXIMA = 64;

/** A return path for one message (VERP); the plain address where the left part would be longer than RFC 5321 lets it be. */
function returnPathOf(from: string, retorno: string): string {
  const local = `${addressOf(from).replace(/@.*$/, '')}+${retorno}`;
  return Buffer.byteLength(local) > PARTE_LOCAL_MAXIMA ? addressOf(from) : `${local}@${domainOf(from)}`;
}

export function addressOf(from: string): string {
  return from.replace(/^.*</, '').replace(/>.*$/, '').trim();
}

function domainOf(from: string): string {
  return addressOf(from).replace(/^.*@/, '');
}

const THIS_MACHINE = ['localhost', '127.0.0.1', '[::1]'];

/** Where a password of SMTP_URL would cross the network in clear (RFC 8314), unless `?requireTLS=…` says else. */
export function requiresTls(smtpUrl: string): boolean {
  const { protocol, username, hostname } = new URL(smtpUrl);
  return protocol === 'smtp:' && username !== '' && !THIS_MACHINE.includes(hostname);
}
