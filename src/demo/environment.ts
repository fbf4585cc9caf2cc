import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { createClock } from '#infra/clock/clock.ts';
import { processEnv } from '#infra/env/process-env.ts';
import type { Environment, StartSettings } from '#infra/env/settings.ts';
import { ensureEfirmasDeDemo } from './autoridad/ensure-efirmas-de-demo.ts';
import { startOcspResponder } from './autoridad/start-ocsp-responder.ts';
import { falloDe } from './averias.ts';
import { writeDurably } from './bandeja/write-durably.ts';
import { ensureMaildir } from './correo/maildir.ts';
import { foldersOf } from './folders.ts';
import { ensureRol } from './postgres/ensure-rol.ts';
import { startPostgres } from './postgres/start-postgres.ts';
import { ensureSecrets } from './secrets.ts';
import { ensureSelloDeDemo, settingsOfSelloDeDemo } from './sello/ensure-sello-de-demo.ts';
import { startTwilio } from './sms/start-twilio.ts';

type Parte = { env: Record<string, string>; stop?: () => Promise<void>; died?: Promise<void> };

const REMITENTE = 'Buzón (demostración) <no-responder@buzon.example>';
const NUMERO = '+525500000000';

/** Starts all that demo brings itself, in BUZON_DATOS, but for what the environment replaces. On failure nothing is left running. */
export async function startDemoEnvironment(settings: StartSettings, onStep?: (step: string) => void) {
  const partes: Parte[] = [];
  /** The last started first. */
  const stop = async () => {
    for (const parte of partes.splice(0).reverse()) await parte.stop?.();
    await rm(stateFile(settings.datos), { force: true });
  };
  try {
    for (const [step, start] of STEPS) {
      onStep?.(step);
      partes.push(await start(settings, processEnv()));
    }
    const values: Record<string, string> = Object.assign({}, ...partes.map((parte) => parte.env));
    await writeDurably(`${stateFile(settings.datos)}.nuevo`, stateFile(settings.datos), JSON.stringify(values));
    // Of no part at all it is never told that it ended.
    return { env: values, stop, died: Promise.race(partes.flatMap((parte) => parte.died ?? [])) };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Where the parts of the portal that runs on this folder listen; empty when none runs. For the other commands. */
export async function loadDemoEnvironment(datos: string): Promise<Record<string, string>> {
  return JSON.parse(await readFile(stateFile(datos), 'utf8').catch(() => '{}'));
}

function stateFile(datos: string): string {
  return path.join(datos, 'entorno.json');
}

type Start = (settings: StartSettings, env: Environment) => Promise<Parte>;

const STEPS: readonly (readonly [string, Start])[] = [
  ['la base de datos', startDatabase],
  ['los secretos y el sello', startSecrets],
  ['la autoridad y las e.firmas de demostración', startAutoridad],
  ['el correo', startCorreo],
  ['los SMS', startSms],
];

async function startDatabase({ datos }: StartSettings, env: Environment): Promise<Parte> {
  if (env.DATABASE_URL) return { env: {} };
  const { urlOf, stop, died } = await startPostgres({ datos, database: 'buzon' });
  const owner = urlOf('buzon');
  try {
    return { env: { DATABASE_URL: await ensureRol(owner), DATABASE_URL_MIGRACION: owner }, stop, died };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function startSecrets({ datos, desfase }: StartSettings, env: Environment): Promise<Parte> {
  const carpetas = foldersOf(datos);
  const { MENSAJES_SECRET = '', ...todos } = await ensureSecrets(carpetas.secretos);
  const { AUTH_SECRET, NEXT_SERVER_ACTIONS_ENCRYPTION_KEY } = todos;
  const secretos = { AUTH_SECRET, MENSAJES_SECRET, NEXT_SERVER_ACTIONS_ENCRYPTION_KEY };
  if (env.SELLO_CERT) return { env: secretos };
  await ensureSelloDeDemo(carpetas.sello, createClock(desfase).now());
  return { env: { ...secretos, ...settingsOfSelloDeDemo(carpetas.sello) } };
}

async function startAutoridad({ datos, desfase }: StartSettings): Promise<Parte> {
  const { now } = createClock(desfase);
  const { acDir, autoridad, estadoDe } = await ensureEfirmasDeDemo(foldersOf(datos).efirmas, now());
  const responder = await startOcspResponder({ autoridad, estadoDe, now, fail: falloDe('ocsp') });
  const env = { EFIRMA_AC_DIR: acDir, TSA_AC_DIR: acDir, EFIRMA_OCSP_URL: responder.url };
  return { env, stop: responder.close };
}

async function startCorreo({ datos, desfase }: StartSettings, env: Environment): Promise<Parte> {
  const folder = foldersOf(datos).correo;
  const fixed = { CORREO_DE: REMITENTE, REBOTES_MAILDIR: folder };
  await ensureMaildir(folder);
  if (env.SMTP_URL) return { env: fixed };
  // Its package is not there in a production install, where commands read this file all the same.
  const { startSmtp } = await import('./correo/start-smtp.ts');
  const { url, close } = await startSmtp({ folder, now: createClock(desfase).now, fail: falloDe('correo') });
  return { env: { ...fixed, SMTP_URL: url, REBOTES_SUBDIRECCIONES: 'si' }, stop: close };
}

/** With an account of one's own, messages go to Twilio itself unless TWILIO_API_URL says otherwise. */
async function startSms({ datos, desfase }: StartSettings, env: Environment): Promise<Parte> {
  if (env.TWILIO_ACCOUNT_SID) return { env: {} };
  const { sms, secretos } = foldersOf(datos);
  const { TWILIO_ACCOUNT_SID: accountSid, TWILIO_AUTH_TOKEN: authToken } = await ensureSecrets(secretos);
  const { now } = createClock(desfase);
  const { url, close } = await startTwilio({ folder: sms, now, accountSid, authToken, fail: falloDe('sms') });
  return {
    env: { TWILIO_ACCOUNT_SID: accountSid, TWILIO_AUTH_TOKEN: authToken, TWILIO_DE: NUMERO, TWILIO_API_URL: url },
    stop: close,
  };
}
