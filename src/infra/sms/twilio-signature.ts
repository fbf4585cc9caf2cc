import twilio from 'twilio';

interface PeticionFirmada {
  authToken: string;
  /** The header X-Twilio-Signature. */
  signature: string | null;
  /** The address that Twilio was told, whole, with its query: not the one a proxy rewrote. */
  url: string;
  /** The fields of the form that it posted. */
  params: Record<string, string>;
}

/** Whether a delivery callback comes from who holds the account's token (HMAC-SHA1, compared in constant time). */
export function isValidTwilioSignature({ authToken, signature, url, params }: PeticionFirmada): boolean {
  if (!authToken || !signature) return false;
  return twilio.validateRequest(authToken, signature, url, params);
}
