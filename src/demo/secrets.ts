import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { ensureJson } from './bandeja/write-durably.ts';

const Secrets = z.object({
  AUTH_SECRET: z.string(),
  /** None where they were made before there was one. */
  MENSAJES_SECRET: z.string().optional(),
  NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: z.string(),
  TWILIO_ACCOUNT_SID: z.string(),
  TWILIO_AUTH_TOKEN: z.string(),
});

/** Links and codes derived from them outlive a restart. */
export async function ensureSecrets(file: string): Promise<z.infer<typeof Secrets>> {
  const secretos = await ensureJson(file, () => ({
    AUTH_SECRET: randomBytes(32).toString('base64'),
    MENSAJES_SECRET: randomBytes(32).toString('base64'),
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: randomBytes(32).toString('base64'),
    TWILIO_ACCOUNT_SID: `AC${randomBytes(16).toString('hex')}`,
    TWILIO_AUTH_TOKEN: randomBytes(16).toString('hex'),
  }));
  return Secrets.parse(secretos);
}
