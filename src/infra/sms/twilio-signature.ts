import twilio from 'twilio';

interface PeticionFirmada {
  authToken: string;
  signature: string | null;
  /** The one that Twilio was told, with its query, not what a proxy rewrote. */
  url: string;
  /** Those that came more than once with all their values, in order. */
  params: Record<string, string | string[]>;
}

/** HMAC-SHA1 with the account's token, compared in constant time. */
export function isValidTwilioSignature({ authToken, signature, url, params }: PeticionFirmada): boolean {
  if (!authToken || !signature) return false;
  return (
    twilio.validateRequest(authToken, signature, url, params) ||
    twilio.validateRequest(authToken, signature, url, inFull(params))
  );
}

/** Twilio's library signs the values of a repeated field once each, by the alphabet; others sign them as they came. */
function inFull(params: PeticionFirmada['params']): Record<string, string> {
  const write = ([name, value]: [string, string | string[]]) => [name, Array.isArray(value) ? value.join(name) : value];
  return Object.fromEntries(Object.entries(params).map(write));
}
