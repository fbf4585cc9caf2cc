import { existsSync } from 'node:fs';
import { fail, ok, type Result } from '#domain/result.ts';
import { VARIABLES, type Values, type Variable } from './variables.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/** What the portal runs with, whole: in demo after the embedded parts have filled what was left out. */
export interface Settings extends StartSettings {
  databaseUrl: string;
  authSecrets: [string, ...string[]];
  efirma: { acDir: string; ocspUrl: string | null; ocspPolitica: 'estricta' | 'tolerante' };
  sello: Sello;
  /** `subdirecciones`: what is sent to the sender's address with `+` and more comes to the same mailbox. */
  correo: { smtpUrl: string; de: string; subdirecciones: boolean };
  twilio: { accountSid: string; authToken: string; de: string; apiUrl: string | null };
  actionsKey: string;
}

/** The certificate and either the key (PEM or DER, perhaps encrypted) or the command that signs with it. Paths. */
export interface Sello {
  cert: string;
  key: string | null;
  keyPassword: string | null;
  comando: string | null;
}

/** What is known before anything is started. */
export interface StartSettings {
  modo: 'demo' | 'produccion';
  port: number;
  host: string;
  /** Without a final slash. */
  appUrl: string;
  /** Absolute path of BUZON_DATOS. */
  datos: string;
  /** How long, at the end, visitors still come in while balancers are told; and how long what came in may take then. */
  drenado: { avisoMs: number; limiteMs: number };
  /** A replica that may lag, or null. */
  databaseUrlLectura: string | null;
  /** Past a transaction pooler, or null: the same as DATABASE_URL. */
  databaseUrlDirecta: string | null;
  /** The owner's, for migrations, or null: the same as DATABASE_URL. */
  databaseUrlMigracion: string | null;
  tsaUrl: string | null;
  metricasToken: string | null;
  rebotesMaildir: string | null;
  desfase: string | null;
  logNivel: string;
}

/** What demo brings itself: each of these may be left out of the environment there. */
export const EMBEDDED = [
  'DATABASE_URL',
  'AUTH_SECRET',
  'EFIRMA_AC_DIR',
  'EFIRMA_OCSP_URL',
  'SELLO_CERT',
  'SELLO_KEY',
  'SMTP_URL',
  'CORREO_DE',
  'TWILIO_ACCOUNT_SID',
  'TWILIO_AUTH_TOKEN',
  'TWILIO_DE',
  'NEXT_SERVER_ACTIONS_ENCRYPTION_KEY',
] as const satisfies Variable[];

const MUST_EXIST = ['EFIRMA_AC_DIR', 'SELLO_CERT', 'SELLO_KEY'] as const;

/** Reads everything (contrato.md, «Two modes»). The error has one line in Spanish for each setting at fault. */
export function parseSettings(env: Environment): Result<Settings, string[]> {
  const { values, faults } = readValues(env);
  const obligatory: Variable[] = values.BUZON_MODO === 'produccion' ? [...EMBEDDED, 'APP_URL'] : [...EMBEDDED];
  const missing = obligatory.filter((name) => isMissing(name, values) && !(name in faults));
  for (const name of missing) faults[name] = explainMissing(values.BUZON_MODO);
  if (values.BUZON_MODO === 'produccion') checkProduccion(values, faults);
  const lines = toLines(faults);
  return lines.length > 0 ? fail(lines) : ok({ ...toArranque(values), ...toEmbedded(values) });
}

/** Reads what may be read before the embedded parts run; in produccion the same as `parseSettings`. */
export function parseStartSettings(env: Environment): Result<StartSettings, string[]> {
  const { values, faults } = readValues(env);
  if (values.BUZON_MODO === 'produccion') return parseSettings(env);
  checkGroups(values, faults);
  const lines = toLines(faults);
  return lines.length > 0 ? fail(lines) : ok(toArranque(values));
}

/** The sello alone, for a command that may have to certify what it does. */
export function parseSelloSettings(env: Environment): Result<Sello, string[]> {
  const { values, faults } = readValues(env);
  const missing = (['SELLO_CERT', 'SELLO_KEY'] as const).filter((name) => isMissing(name, values) && !(name in faults));
  for (const name of missing) faults[name] = explainMissing(values.BUZON_MODO);
  const lines = toLines(faults).filter((line) => line.startsWith('SELLO_'));
  return lines.length > 0 ? fail(lines) : ok(toSello(values));
}

type Faults = Partial<Record<Variable, string>>;

function readValues(env: Environment): { values: Values; faults: Faults } {
  const values: Record<string, unknown> = {};
  const faults: Faults = {};
  for (const name of Object.keys(VARIABLES) as Variable[]) {
    const raw = env[name]?.trim();
    if (raw === undefined || (raw === '' && name !== 'EFIRMA_OCSP_URL')) continue;
    const parsed = VARIABLES[name].safeParse(raw);
    if (parsed.success) values[name] = parsed.data;
    else faults[name] = parsed.error.issues[0]?.message ?? 'no se entiende';
  }
  const read = values as Values;
  for (const name of MUST_EXIST) {
    if (read[name] !== undefined && !existsSync(/*turbopackIgnore: true*/ read[name]))
      faults[name] = `no existe ${read[name]}`;
  }
  if (read.SELLO_KEY !== undefined && read.SELLO_COMANDO !== undefined)
    faults.SELLO_KEY = 'sobra: con SELLO_COMANDO la llave no debe estar al alcance del portal; quita una de las dos';
  return { values: read, faults };
}

function checkProduccion(values: Values, faults: Faults): void {
  if (values.EFIRMA_OCSP_URL === '')
    faults.EFIRMA_OCSP_URL = 'en produccion debe tener la dirección del servicio de revocación';
  if (values.APP_URL !== undefined && !isSafeOrigin(values.APP_URL))
    faults.APP_URL = 'en produccion debe comenzar con https:// (o ser http://localhost), o la e.firma no se puede usar';
  if (values.BUZON_DESFASE !== undefined)
    faults.BUZON_DESFASE = 'solo existe en demo: quítala, en produccion el reloj no se mueve';
}

/** Browsers give their cryptography to https, and to this machine itself. */
function isSafeOrigin(origin: string): boolean {
  const { protocol, hostname } = new URL(origin);
  return protocol === 'https:' || ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
}

/** With a command that seals, the key is where that command says. */
function isMissing(name: Variable, values: Values): boolean {
  return values[name] === undefined && !(name === 'SELLO_KEY' && values.SELLO_COMANDO !== undefined);
}

/** Halves of a pair that demo must not complete with its own: a certificate and a key, an account and its token. */
const GROUPS: Variable[][] = [
  ['SELLO_CERT', 'SELLO_KEY'],
  ['TWILIO_ACCOUNT_SID', 'TWILIO_AUTH_TOKEN', 'TWILIO_DE'],
];

function checkGroups(values: Values, faults: Faults): void {
  for (const group of GROUPS) {
    const missing = group.filter((name) => isMissing(name, values) && !(name in faults));
    if (missing.length === group.length) continue;
    const others = group.filter((name) => values[name] !== undefined).join(' y ') || 'SELLO_COMANDO';
    for (const name of missing) faults[name] = `falta; va junto con ${others}`;
  }
}

function explainMissing(modo: Values['BUZON_MODO']): string {
  return modo === 'produccion' ? 'falta; es obligatoria en produccion' : 'falta; en demo la pone «npm start»';
}

function toLines(faults: Faults): string[] {
  return Object.entries(faults).map(([name, fault]) => `${name}: ${fault}.`);
}

function toArranque(values: Values): StartSettings {
  const port = values.PORT ?? 3000;
  const avisoMs = values.DRENADO_AVISO_MS ?? (values.BUZON_MODO === 'produccion' ? 2_000 : 0);
  const datos = values.BUZON_DATOS ?? VARIABLES.BUZON_DATOS.parse('.datos');
  return {
    modo: values.BUZON_MODO ?? 'demo',
    port,
    host: values.HOST ?? '127.0.0.1',
    appUrl: values.APP_URL ?? `http://localhost:${port}`,
    datos,
    drenado: { avisoMs, limiteMs: values.DRENADO_MS ?? 20_000 },
    databaseUrlLectura: values.DATABASE_URL_LECTURA ?? null,
    databaseUrlDirecta: values.DATABASE_URL_DIRECTA ?? null,
    databaseUrlMigracion: values.DATABASE_URL_MIGRACION ?? null,
    tsaUrl: values.TSA_URL ?? null,
    metricasToken: values.METRICAS_TOKEN ?? null,
    rebotesMaildir: values.REBOTES_MAILDIR ?? null,
    desfase: values.BUZON_DESFASE ?? null,
    logNivel: values.LOG_NIVEL ?? 'info',
  };
}

/** Only after `parseSettings` found nothing missing. */
function toEmbedded(values: Values): Omit<Settings, keyof StartSettings> {
  return {
    databaseUrl: values.DATABASE_URL as string,
    authSecrets: values.AUTH_SECRET as [string, ...string[]],
    efirma: {
      acDir: values.EFIRMA_AC_DIR as string,
      ocspUrl: values.EFIRMA_OCSP_URL || null,
      ocspPolitica: values.EFIRMA_OCSP_POLITICA ?? 'estricta',
    },
    sello: toSello(values),
    correo: {
      smtpUrl: values.SMTP_URL as string,
      de: values.CORREO_DE as string,
      subdirecciones: values.REBOTES_SUBDIRECCIONES === 'si',
    },
    twilio: {
      accountSid: values.TWILIO_ACCOUNT_SID as string,
      authToken: values.TWILIO_AUTH_TOKEN as string,
      de: values.TWILIO_DE as string,
      apiUrl: values.TWILIO_API_URL ?? null,
    },
    actionsKey: values.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY as string,
  };
}

function toSello(values: Values): Sello {
  const { SELLO_KEY: key = null, SELLO_KEY_PASSWORD: keyPassword = null, SELLO_COMANDO: comando = null } = values;
  return { cert: values.SELLO_CERT as string, key, keyPassword, comando };
}
