import { createHmac } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';

export interface Callback {
  url: string;
  authToken: string;
  params: Record<string, string>;
}

const INTENTOS = 4;
const TIMEOUT_MS = 10_000;

/** Posts a delivery state as Twilio does, signed, and again a few times when the portal does not take it. */
export async function tellStatus(
  { url, authToken, params }: Callback,
  delayMs: number,
  stop: AbortSignal,
): Promise<void> {
  for (let intento = 1; intento <= INTENTOS; intento++) {
    await sleep(delayMs * intento, undefined, { signal: stop, ref: false });
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'X-Twilio-Signature': signTwilio(url, params, authToken) },
      body: new URLSearchParams(params),
      redirect: 'manual',
      signal: AbortSignal.any([stop, AbortSignal.timeout(TIMEOUT_MS)]),
    }).catch(() => null);
    if (response?.ok) return;
  }
}

/** Twilio's signature: the address, then each field and its value by name; HMAC-SHA1 with the account's token, base64. */
function signTwilio(url: string, params: Record<string, string>, authToken: string): string {
  const text = Object.keys(params)
    .sort()
    .reduce((all, name) => all + name + params[name], url);
  return createHmac('sha1', authToken).update(text, 'utf8').digest('base64');
}
