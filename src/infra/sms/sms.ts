import twilio from 'twilio';
import type { VeredictoDeEnvio } from '#domain/aviso/verdict.ts';

export type Sms = ReturnType<typeof createSms>;

interface OpcionesDeSms {
  accountSid: string;
  authToken: string;
  /** The number that sends, or a Messaging Service (`MG…`). */
  from: string;
  /** In place of https://api.twilio.com, for a proxy or a test double. */
  apiUrl?: string | null;
  statusCallback: string;
  timeoutMs?: number;
}

/** It said that it took it, and not under which name: as if it had not answered. */
const SIN_IDENTIFICADOR: VeredictoDeEnvio = {
  aceptado: false,
  definitivo: false,
  respuesta: 'respuesta sin identificador',
  quizaEntregado: true,
  fallaElProveedor: true,
};

/** Never tried again here: the queue does that, with its own record of each attempt. */
export function createSms(opciones: OpcionesDeSms) {
  const { accountSid, authToken, from, apiUrl = null, statusCallback, timeoutMs = 10_000 } = opciones;
  const httpClient = new RebasedRequestClient(apiUrl, { timeout: timeoutMs, autoRetry: false });
  // logLevel: Twilio's own variable could else have bodies, with their codes, printed.
  const client = twilio(accountSid, authToken, { httpClient, logLevel: 'silent' });
  const sender = from.startsWith('MG') ? { messagingServiceSid: from } : { from };

  return {
    /** Never throws for what the provider or the network did: that is the verdict. */
    async send({ to, texto }: { to: string; texto: string }): Promise<VeredictoDeEnvio> {
      try {
        const { sid, status } = await client.messages.create({ to, body: texto, statusCallback, ...sender });
        if (!sid) return SIN_IDENTIFICADOR;
        return { aceptado: true, respuesta: `${sid} ${status}`, idDelProveedor: sid };
      } catch (error) {
        return readError(error);
      }
    },
  };
}

interface TwilioError {
  status?: number;
  code?: number | string;
  /** Of axios: what was asked. It is finished when all of it went out over a connection. */
  request?: { writableFinished?: boolean };
  esperaMs?: number;
}

/** Codes of numbers that will never take an SMS (twilio.com/docs/api/errors). Every other failure may end. */
const DEFINITIVOS = new Map([
  [21211, 'not a valid number'],
  [21214, 'the number cannot be reached'],
  [21217, 'the number does not seem valid'],
  [21265, 'a short code'],
  [21266, 'the number that sends'],
  [21610, 'the person unsubscribed'],
  [21614, 'not a mobile number'],
  [21635, 'a landline'],
]);

const RESPUESTA_MAXIMA = 500;

/** Where the request went out whole and no answer came, or not all of one that says yes, nobody knows. Throws what is no error at all. */
export function readError(error: unknown): VeredictoDeEnvio {
  if (!(error instanceof Error)) throw error;
  const { status, code, request, esperaMs } = error as Error & TwilioError;
  // One that says yes (2xx) and cannot be read is all that the SDK throws a SyntaxError for; one that breaks off keeps its status.
  const isTomado = error instanceof SyntaxError || (status !== undefined && status < 300);
  const fallaElProveedor = status === undefined || isTomado || status === 429 || status >= 500;
  const quizaEntregado = isTomado || (status === undefined && request?.writableFinished === true);
  const parts = [status && `HTTP ${status}`, code, error.message].filter(Boolean);
  return {
    aceptado: false,
    definitivo: DEFINITIVOS.has(Number(code)),
    respuesta: parts.join(' ').slice(0, RESPUESTA_MAXIMA),
    ...(fallaElProveedor && { fallaElProveedor }),
    ...(quizaEntregado && { quizaEntregado }),
    ...(esperaMs !== undefined && { esperaMs }),
  };
}

type Options = ConstructorParameters<typeof twilio.RequestClient>[0];
type Request = Parameters<InstanceType<typeof twilio.RequestClient>['request']>[0];

/** `apiUrl` may carry a path. An answer that says how long to wait keeps that: Twilio's exception loses it. */
class RebasedRequestClient extends twilio.RequestClient {
  readonly #apiUrl: string | null;

  constructor(apiUrl: string | null, options: Options) {
    super(options);
    this.#apiUrl = apiUrl;
  }

  override async request<TData>(options: Request & { data?: TData }) {
    const response = await super.request<TData>({ ...options, uri: this.#rebase(options.uri) });
    const { statusCode: status, headers, body } = response;
    const esperaMs = status === 429 || status === 503 ? readRetryAfter(headers) : null;
    if (esperaMs === null) return response;
    const { code, message = 'try later' } = (body ?? {}) as { code?: number; message?: string };
    throw Object.assign(new Error(message), { status, code, esperaMs });
  }

  #rebase(uri: string): string {
    if (this.#apiUrl === null) return uri;
    const { pathname, search } = new URL(uri);
    return this.#apiUrl.replace(/\/+$/, '') + pathname + search;
  }
}

/** An hour: whoever waits for a code has not got longer. */
const ESPERA_MAXIMA_MS = 3_600_000;

/** Seconds, or a date that is told from that of the answer (RFC 9110, 10.2.3). */
function readRetryAfter(headers: unknown): number | null {
  const { 'retry-after': value, date } = headers as Record<string, string | undefined>;
  if (value === undefined) return null;
  if (/^\d{1,9}$/.test(value)) return Math.min(Number(value) * 1000, ESPERA_MAXIMA_MS);
  const ms = Date.parse(value) - Date.parse(date ?? '');
  return ms >= 0 ? Math.min(ms, ESPERA_MAXIMA_MS) : null;
}
