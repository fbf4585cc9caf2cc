import twilio from 'twilio';

interface PeticionFirmada {
  authToken: string;
  /** The header X-Twilio-Signature. */
  signature: string | null;
  /** The address that Twilio was told, whole, with its query: not the one a proxy rewrote. */
  url: string;
  /** The fields of the form that it posted; those that came more than once with all their values, in order. */
  params: Record<string, string | string[]>;
}

/** Whether a delivery callback comes from who holds the account's token (HMAC-SHA1, compared in constant time). */
export function isValidTwilioSignature({ authToken, signature, url, params }: PeticionFirmada): boolean {
  if (!authToken || !signature) return false;
  return (
    twilio.validateRequest(authToken, signature, url, params) ||
    twilio.validateRequest(authToken, signature, url, inFull(params))
  );
}

/**
 * Twilio's library signs the values of a field that is repeated once each, in order of the alphabet; others sign them as they
 * came. Both are over all that came.
 */
function inFull(params: PeticionFirmada['params']): Record<string, string> {
  const write = ([name, value]: [string, string | string[]]) => [name, Array.isArray(value) ? value.join(name) : value];
  return Object.fromEntries(Object.entries(params).map(write));
}
