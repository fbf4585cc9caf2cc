import twilio from 'twilio';

type Options = ConstructorParameters<typeof twilio.RequestClient>[0];
type Request = Parameters<InstanceType<typeof twilio.RequestClient>['request']>[0];

/** `apiUrl` may carry a path. An answer that says how long to wait keeps that: Twilio's exception loses it. */
export class RebasedRequestClient extends twilio.RequestClient {
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
