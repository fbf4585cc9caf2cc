import { isValidTwilioSignature as isValid } from '#infra/sms/twilio-signature.ts';
import { root } from './root.ts';

/** Whether the form was signed by Twilio for this portal's callback address. */
export function isValidTwilioSignature(signature: string | null, params: Record<string, string | string[]>): boolean {
  const { appUrl, twilio } = root().settings;
  if (signature === null) return false;
  return isValid({ authToken: twilio.authToken, signature, url: `${appUrl}/api/twilio/estado`, params });
}
