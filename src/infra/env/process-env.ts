import { existsSync } from 'node:fs';
import { type Environment, parseSettings, type Settings } from './settings.ts';
import { VARIABLES } from './variables.ts';

export function processEnv(): Environment {
  return process.env;
}

/** That of the project, where every command runs (cli/prepare.mjs). */
export function loadDotEnv(): void {
  if (existsSync('.env')) process.loadEnvFile('.env');
}

export function currentSettings(): Settings {
  known ??= readOnce();
  return known;
}

/** Read once: files that settings name may be replaced while the portal runs. */
let known: Settings | undefined;

function readOnce(): Settings {
  const settings = parseSettings(process.env);
  if (!settings.ok) throw new Error(settings.error.join('\n'));
  return settings.value;
}

export function fillEnv(values: Record<string, string>): void {
  for (const [name, value] of Object.entries(values)) {
    // Empty counts as absent, but for EFIRMA_OCSP_URL, where it says «do not ask».
    const isSet = process.env[name] !== undefined && (process.env[name] !== '' || name === 'EFIRMA_OCSP_URL');
    if (!isSet) process.env[name] = value;
  }
}

/** next-auth signs with the first secret only. */
export function applySettingsToEnv({ appUrl, authSecrets, actionsKey }: Settings): void {
  process.env.NEXTAUTH_URL = appUrl;
  process.env.NEXTAUTH_SECRET = authSecrets[0];
  process.env.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY = actionsKey;
}

/** For the libraries that decide by it when they are loaded. */
export function setNodeEnv(value: 'production' | 'development'): void {
  Object.assign(process.env, { NODE_ENV: value, NEXT_TELEMETRY_DISABLED: '1' });
}

/** The environment for what the portal runs beside itself: without any of its settings, hence without its secrets. */
export function comandoEnv(): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(
    ([name]) => !(name in VARIABLES) && !name.startsWith('NEXTAUTH_'),
  );
  return Object.fromEntries(inherited) as NodeJS.ProcessEnv;
}

/** What `faketime` shares between processes is left out: it belongs to one user, and PostgreSQL may run as another. */
export function clockEnv(): Record<string, string | undefined> {
  const moves = (name: string) => name === 'LD_PRELOAD' || (name.startsWith('FAKETIME') && name !== 'FAKETIME_SHARED');
  return process.env.FAKETIME ? Object.fromEntries(Object.entries(process.env).filter(([name]) => moves(name))) : {};
}

/** By which next.config.js knows where a release is, or is to be. */
const RELEASE = 'BUZON_CONSTRUIDO';

/** Tells Next, before it is loaded, which release this process serves: its folder, relative to the project. */
export function setRelease(folder: string): void {
  process.env[RELEASE] = folder;
}

/**
 * The environment for `next build`, without any setting and without `.env`: one build serves them all. The key is none of
 * ours and encrypts nothing (portals use that of their settings): the names of server actions are derived from it, and must
 * be the same in each release for as long as the action is.
 */
export function buildEnv(folder: string): NodeJS.ProcessEnv {
  return {
    ...comandoEnv(),
    [RELEASE]: folder,
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: Buffer.alloc(32).toString('base64'),
    NODE_ENV: 'production',
    NEXT_TELEMETRY_DISABLED: '1',
    __NEXT_PROCESSED_ENV: 'true',
  };
}

export function isRunByNpm(): boolean {
  return process.env.npm_lifecycle_event !== undefined;
}
