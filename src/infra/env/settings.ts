import { existsSync } from 'node:fs';
import { BlockList } from 'node:net';
import { fail, ok, type Result } from '#domain/result.ts';
import { parseRedes } from './redes.ts';
import { VARIABLES, type Values, type Variable } from './variables.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

export type StartSettings = ReturnType<typeof toArranque>;
/** In demo after the embedded parts have filled what was left out. */
export type Settings = StartSettings & ReturnType<typeof toEmbedded>;
export type Sello = ReturnType<typeof toSello>;

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

const MUST_EXIST = ['EFIRMA_AC_DIR', 'TSA_AC_DIR', 'SELLO_CERT', 'SELLO_KEY'] as const;

/** contrato.md, «Two modes». The error has one line for each setting at fault. */
export function parseSettings(env: Environment): Result<Settings, string[]> {
  const { values, faults } = readValues(env);
  requireAll(values.BUZON_MODO === 'produccion' ? [...EMBEDDED, 'APP_URL'] : EMBEDDED, values, faults);
  if (values.BUZON_MODO === 'produccion') checkProduccion(values, faults);
  const lines = toLines(faults);
  return lines.length > 0 ? fail(lines) : ok({ ...toArranque(values), ...toEmbedded(values) });
}

export function parseStartSettings(env: Environment): Result<StartSettings, string[]> {
  const { values, faults } = readValues(env);
  if (values.BUZON_MODO === 'produccion') return parseSettings(env);
  checkGroups(values, faults);
  const elsewhere = values.BUZON_MODO === undefined && findElsewhere(values);
  if (elsewhere)
    faults.BUZON_MODO ??= `falta, y ${elsewhere} no es sólo esta máquina: pon BUZON_MODO=produccion; o BUZON_MODO=demo si es una demostración, y además BUZON_DEMO_ABIERTA=si para que otros abran sus e.firmas y su bandeja`;
  const lines = toLines(faults);
  return lines.length > 0 ? fail(lines) : ok(toArranque(values));
}

export function parseSelloSettings(env: Environment): Result<Sello, string[]> {
  const { values, faults } = readValues(env);
  requireAll(['SELLO_CERT', 'SELLO_KEY'], values, faults);
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

/** Where demo would be seen from outside by oversight; null on this machine alone. */
function findElsewhere({ HOST, APP_URL }: Values): string | null {
  if (HOST !== undefined && !isThisMachine(HOST)) return `HOST=${HOST}`;
  return APP_URL !== undefined && !isThisMachine(new URL(APP_URL).hostname) ? `APP_URL=${APP_URL}` : null;
}

function isThisMachine(name: string): boolean {
  return /^(localhost|127(\.\d{1,3}){3}|\[?::1\]?)$/i.test(name);
}

function checkProduccion(values: Values, faults: Faults): void {
  if (values.EFIRMA_OCSP_URL === '')
    faults.EFIRMA_OCSP_URL = 'en produccion debe tener la dirección del servicio de revocación';
  if (values.APP_URL !== undefined && !isSafeOrigin(values.APP_URL))
    faults.APP_URL = 'en produccion debe comenzar con https:// (o ser http://localhost), o la e.firma no se puede usar';
  if (values.TSA_URL !== undefined && values.TSA_AC_DIR === undefined)
    faults.TSA_AC_DIR ??= 'falta; en produccion es obligatoria donde hay TSA_URL';
  if (values.BUZON_DESFASE !== undefined)
    faults.BUZON_DESFASE = 'sólo existe en demo: quítala, en produccion el reloj no se mueve';
}

/** Browsers give their cryptography to https, and to this machine itself. */
function isSafeOrigin(origin: string): boolean {
  const { protocol, hostname } = new URL(origin);
  return protocol === 'https:' || isThisMachine(hostname);
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

function requireAll(names: readonly Variable[], values: Values, faults: Faults): void {
  const donde = values.BUZON_MODO === 'produccion' ? 'es obligatoria en produccion' : 'en demo la pone «npm start»';
  for (const name of names) if (isMissing(name, values)) faults[name] ??= `falta; ${donde}`;
}

function toLines(faults: Faults): string[] {
  return Object.entries(faults).map(([name, fault]) => `${name}: ${fault}.`);
}

function toArranque(values: Values) {
  const port = values.PORT ?? 3000;
  const avisoMs = values.DRENADO_AVISO_MS ?? (values.BUZON_MODO === 'produccion' ? 2_000 : 0);
  return {
    modo: values.BUZON_MODO ?? 'demo',
    /** Whether demo shows its e.firmas and its inbox to others than this machine. */
    demoAbierta: values.BUZON_DEMO_ABIERTA === 'si',
    port,
    host: values.HOST ?? '127.0.0.1',
    appUrl: values.APP_URL ?? `http://localhost:${port}`,
    /** Of the proxies whose word on the visitor is taken. */
    proxyRedes: parseRedes(values.PROXY_REDES ?? '127.0.0.0/8,::1') ?? new BlockList(),
    datos: values.BUZON_DATOS ?? VARIABLES.BUZON_DATOS.parse('.datos'),
    /** How long, at the end, visitors still come in while balancers are told; and how long what came in may take then. */
    drenado: { avisoMs, limiteMs: values.DRENADO_MS ?? 20_000 },
    /** May lag. */
    databaseUrlLectura: values.DATABASE_URL_LECTURA ?? null,
    /** Past a transaction pooler; null: the same as DATABASE_URL. */
    databaseUrlDirecta: values.DATABASE_URL_DIRECTA ?? null,
    /** The owner's; null: the same as DATABASE_URL. */
    databaseUrlMigracion: values.DATABASE_URL_MIGRACION ?? null,
    tsaUrl: values.TSA_URL ?? null,
    /** Folder of the authorities trusted for time stamps; null: no stamp is believed. */
    tsaAcDir: values.TSA_AC_DIR ?? null,
    /** By what stamps are renewed. */
    algoritmo: values.RESUMENES_DEBILES ? ('sha512' as const) : ('sha256' as const),
    metricasToken: values.METRICAS_TOKEN ?? null,
    /** Where the worker tells of itself; null where it does not. */
    workerPort: values.WORKER_PORT ?? (values.BUZON_MODO === 'produccion' ? 9464 : null),
    /** Where traces go, or null: then nothing of them is loaded. */
    otelEndpoint: values.OTEL_EXPORTER_OTLP_ENDPOINT ?? null,
    /** How long the first of two signatures waits for the second. */
    firmaMancomunadaMinutos: values.FIRMA_MANCOMUNADA_MINUTOS ?? 30,
    rebotesMaildir: values.REBOTES_MAILDIR ?? null,
    desfase: values.BUZON_DESFASE ?? null,
    logNivel: values.LOG_NIVEL ?? 'info',
  };
}

/** Only after `parseSettings` found nothing missing. */
function toEmbedded(values: Values) {
  return {
    databaseUrl: values.DATABASE_URL as string,
    authSecrets: values.AUTH_SECRET as [string, ...string[]],
    /** None: what messages said is vouched for by AUTH_SECRET, and as long as it has that key. */
    mensajesSecrets: values.MENSAJES_SECRET ?? [],
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

/** The key, perhaps encrypted, or the command that signs with it. Paths. */
function toSello(values: Values) {
  const { SELLO_KEY: key = null, SELLO_KEY_PASSWORD: keyPassword = null, SELLO_COMANDO: comando = null } = values;
  return { cert: values.SELLO_CERT as string, key, keyPassword, comando };
}
