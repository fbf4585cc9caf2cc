import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { writeDurably } from './bandeja/write-durably.ts';

const Secrets = z.object({
  AUTH_SECRET: z.string(),
  NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: z.string(),
  TWILIO_ACCOUNT_SID: z.string(),
  TWILIO_AUTH_TOKEN: z.string(),
});

type Secrets = z.infer<typeof Secrets>;

/** Readable by their owner only: links and codes derived from them outlive a restart. */
export async function ensureSecrets(file: string): Promise<Secrets> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (text !== null) return Secrets.parse(JSON.parse(text));
  const secretos = makeSecretos();
  await writeDurably(`${file}.nuevo`, file, `${JSON.stringify(secretos, null, 2)}\n`);
  return secretos;
}

function makeSecretos(): Secrets {
  return {
    AUTH_SECRET: randomBytes(32).toString('base64'),
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: randomBytes(32).toString('base64'),
    TWILIO_ACCOUNT_SID: `AC${randomBytes(16).toString('hex')}`,
    TWILIO_AUTH_TOKEN: randomBytes(16).toString('hex'),
  };
}
