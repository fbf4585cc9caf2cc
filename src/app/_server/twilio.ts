import { isValidTwilioSignature as isValid } from '#infra/sms/twilio-signature.ts';
import { raiz } from './raiz.ts';

/** Whether the form was signed by Twilio for this portal's callback address. */
export function isValidTwilioSignature(signature: string | null, params: Record<string, string | string[]>): boolean {
  const { appUrl, twilio } = raiz().settings;
  if (signature === null) return false;
  return isValid({ authToken: twilio.authToken, signature, url: `${appUrl}/api/twilio/estado`, params });
}
