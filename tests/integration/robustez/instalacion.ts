import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { listBandeja, type MensajeDeBandeja } from '#demo/bandeja/list-bandeja.ts';
import { startSmtp } from '#demo/correo/start-smtp.ts';
import { foldersOf } from '#demo/folders.ts';
import type { Fallo } from '#demo/listen-on-loopback.ts';
import { archivosDeSelloDeDemo, ensureSelloDeDemo } from '#demo/sello/ensure-sello-de-demo.ts';
import { startTwilio } from '#demo/sms/start-twilio.ts';
import { parseSettings, type Settings } from '#infra/env/settings.ts';
import { AHORA, type AutoridadDePrueba } from '../../support/efirma/autoridad-de-prueba.ts';
import { type Compuerta, startCompuerta } from './compuerta.ts';

/** What a worker needs around it: a mail relay and an SMS provider that fail as the test tells, each behind a gate. */
export interface Instalacion {
  /** For a worker of its own process. */
  env: Record<string, string>;
  /** For a worker in this one. */
  settings: Settings;
  correo: Compuerta;
  sms: Compuerta;
  /** Opens both gates. */
  openAll(): Promise<void>;
  /** Asked at each delivery: how to fail, or null to take the message. */
  setFallo(fallo: (to: string) => Fallo | null): void;
  /** What was taken for an address or number, the newest first. */
  messagesFor(para: string): Promise<MensajeDeBandeja[]>;
  stop(): Promise<void>;
}

const CUENTA = { accountSid: `AC${'0'.repeat(32)}`, authToken: 'not-a-real-token' };
/** The one that escenario.ts derives links and codes from. */
const SECRETO = 'un secreto de prueba de treinta y dos caracteres';

/** @param ahora of the sello, for a process whose clock is not the one of the tests. */
export async function createInstalacion(
  databaseUrl: string,
  { acDir }: AutoridadDePrueba,
  ahora = AHORA,
): Promise<Instalacion> {
  const datos = await mkdtemp(path.join(tmpdir(), 'buzon-robustez-'));
  const carpetas = foldersOf(datos);
  let fallo: (to: string) => Fallo | null = () => null;
  const common = { now: () => AHORA, fail: (to: string) => fallo(to) };
  const smtp = await startSmtp({ ...common, folder: carpetas.correo });
  const twilio = await startTwilio({ ...common, ...CUENTA, folder: carpetas.sms, states: [] });
  const [smtpPort, twilioPort] = [portOf(smtp.url), portOf(twilio.url)];
  const [correo, sms] = [await startCompuerta(smtpPort), await startCompuerta(twilioPort)];
  const env = {
    ...(await selloEnv(carpetas.sello, ahora)),
    BUZON_DATOS: datos,
    DATABASE_URL: databaseUrl,
    AUTH_SECRET: SECRETO,
    APP_URL: 'https://buzon.example',
    EFIRMA_AC_DIR: acDir,
    EFIRMA_OCSP_URL: '',
    SMTP_URL: `smtp://127.0.0.1:${correo.port}`,
    CORREO_DE: 'Buzón <avisos@buzon.example>',
    TWILIO_ACCOUNT_SID: CUENTA.accountSid,
    TWILIO_AUTH_TOKEN: CUENTA.authToken,
    TWILIO_DE: '+525500000000',
    TWILIO_API_URL: `http://127.0.0.1:${sms.port}`,
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: Buffer.alloc(32).toString('base64'),
    BUZON_DESFASE: desfaseTo(AHORA),
    LOG_NIVEL: 'silent',
  };
  return {
    env,
    settings: toSettings(env),
    correo,
    sms,
    openAll: async () => {
      await correo.open(smtpPort);
      await sms.open(twilioPort);
    },
    setFallo: (next) => {
      fallo = next;
    },
    messagesFor: (para) => listBandeja({ datos, para }),
    stop: async () => {
      await Promise.all([correo.shut(), sms.shut(), smtp.close(), twilio.close()]);
      await rm(datos, { recursive: true, force: true });
    },
  };
}

async function selloEnv(folder: string, ahora: Date): Promise<Record<string, string>> {
  await ensureSelloDeDemo(folder, ahora);
  const { cert, key, contrasena } = archivosDeSelloDeDemo(folder);
  return { SELLO_CERT: cert, SELLO_KEY: key, SELLO_KEY_PASSWORD: await readFile(contrasena, 'utf8') };
}

function toSettings(env: Record<string, string>): Settings {
  const settings = parseSettings(env);
  if (!settings.ok) throw new Error(settings.error.join('\n'));
  return settings.value;
}

/** BUZON_DESFASE by which it is `moment` now. */
function desfaseTo(moment: Date): string {
  const seconds = Math.round((moment.getTime() - Date.now()) / 1000);
  return `${seconds < 0 ? '-' : ''}PT${Math.abs(seconds)}S`;
}

function portOf(url: string): number {
  return Number(new URL(url).port);
}
