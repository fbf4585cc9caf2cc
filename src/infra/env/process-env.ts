import { type Environment, readSettings, type Settings } from './settings.ts';

/** The environment of this process, read nowhere else. */
export function processEnv(): Environment {
  return process.env;
}

/** The settings of a process that was started with good ones; throws with every fault when it was not. */
export function currentSettings(): Settings {
  const settings = readSettings(process.env);
  if (!settings.ok) throw new Error(settings.error.join('\n'));
  return settings.value;
}

/** Adds to the environment what the embedded parts of demo offer, and only there: what a person set stays. */
export function fillEnv(values: Record<string, string>): void {
  for (const [name, value] of Object.entries(values)) {
    // Empty counts as absent, but for EFIRMA_OCSP_URL, where it says «do not ask».
    if (process.env[name] === undefined || (process.env[name] === '' && name !== 'EFIRMA_OCSP_URL'))
      process.env[name] = value;
  }
}

/** Tells the libraries that read the environment themselves. next-auth signs with the first secret only. */
export function applySettingsToEnv({ appUrl, authSecrets, actionsKey }: Settings): void {
  process.env.NEXTAUTH_URL = appUrl;
  process.env.NEXTAUTH_SECRET = authSecrets[0];
  process.env.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY = actionsKey;
}

/** For what a library decides by NODE_ENV when it is loaded. */
export function setNodeEnv(value: 'production' | 'development'): void {
  Object.assign(process.env, { NODE_ENV: value });
}
