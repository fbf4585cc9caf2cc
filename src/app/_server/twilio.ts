import { noteRechazo } from '#infra/logger/hilo.ts';
import { isValidTwilioSignature as isValid } from '#infra/sms/twilio-signature.ts';
import { root } from './root.ts';

/** Whether the form was signed by Twilio for this portal's callback address. */
export function isValidTwilioSignature(signature: string | null, params: Record<string, string | string[]>): boolean {
  const { appUrl, twilio } = root().settings;
  if (isValid({ authToken: twilio.authToken, signature, url: `${appUrl}/api/twilio/estado`, params })) return true;
  noteRechazo('FIRMA', 'TWILIO');
  return false;
}
