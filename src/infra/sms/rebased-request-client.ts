import twilio from 'twilio';

type Options = ConstructorParameters<typeof twilio.RequestClient>[0];
type Request = Parameters<InstanceType<typeof twilio.RequestClient>['request']>[0];

/** Twilio's HTTP client, with the origin of every request replaced by `apiUrl` (which may carry a path) when it is set. */
export class RebasedRequestClient extends twilio.RequestClient {
  readonly #apiUrl: string | null;

  constructor(apiUrl: string | null, options: Options) {
    super(options);
    this.#apiUrl = apiUrl;
  }

  override request<TData>(options: Request & { data?: TData }) {
    return super.request<TData>({ ...options, uri: this.#rebase(options.uri) });
  }

  #rebase(uri: string): string {
    if (this.#apiUrl === null) return uri;
    const { pathname, search } = new URL(uri);
    return this.#apiUrl.replace(/\/+$/, '') + pathname + search;
  }
}
