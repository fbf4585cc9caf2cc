import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type pg from 'pg';
import { startOcspResponder } from '#demo/autoridad/start-ocsp-responder.ts';
import { findFreePort } from '#demo/free-port.ts';
import { startTwilio } from '#demo/sms/start-twilio.ts';
import { createPool } from '#infra/db/connection.ts';
import { type BasePropia, startBasePropia } from '../integration/robustez/base-propia.ts';
import { type Compuerta, startCompuerta } from '../integration/robustez/compuerta.ts';
import { type ProcesoWorker, spawnWorker } from '../integration/robustez/proceso-worker.ts';
import { makeTempDir } from '../support/carpeta-temporal.ts';
import { type AutoridadDePrueba, createAutoridadDePrueba, daysFrom } from '../support/efirma/autoridad-de-prueba.ts';
import { launchPortal, type Portal, startPortal } from '../support/portal.ts';
import { createRolDelPortal } from '../support/rol-del-portal.ts';
import { startOpensslTsa } from '../support/tsa/openssl-tsa.ts';
import { type Disco, mountDisco } from './disco.ts';
import type { Entrega } from './dobles/entrega.ts';
import { type Relevo, startRelevo } from './dobles/relevo.ts';
import { startVentanilla, type Ventanilla } from './dobles/ventanilla.ts';

/** A portal and a worker in produccion as two processes, on their own PostgreSQL, with the providers that fail as they are told. */
export interface Escena {
  appUrl: string;
  autoridad: AutoridadDePrueba;
  base: BasePropia;
  disco: Disco | null;
  relevo: Relevo;
  /** The way to the relay. */
  correo: Compuerta;
  sms: Ventanilla;
  ocsp: Ventanilla;
  tsa: Ventanilla;
  /** What both providers got. */
  entregas(): Entrega[];
  /** How long a seal takes, in seconds, or that none is given. */
  setSello(modo: number | 'falla'): void;
  /** Whether the relay's name resolves. */
  setNombres(isKnown: boolean): void;
  portal(): Portal;
  worker(): ProcesoWorker;
  /** Starts them (again), with other variables if told; resolves once they serve. */
  openPortal(env?: Record<string, string>): Promise<void>;
  openWorker(env?: Record<string, string>): Promise<void>;
  /** Another portal beside it, on its own port. */
  openOtroPortal(): Promise<Portal>;
  /** As the owner of everything, whatever became of the portal. */
  query<Row extends object>(text: string, values?: unknown[]): Promise<Row[]>;
  connect(): Promise<pg.PoolClient>;
  stop(): Promise<void>;
}

const CUENTA = { accountSid: `AC${'7'.repeat(32)}`, authToken: 'not-a-real-token' };
const NOMBRES = fileURLToPath(new URL('./dobles/nombres.mjs', import.meta.url));
const LISTO_MS = 180_000;

export async function startEscena(): Promise<Escena> {
  const dir = makeTempDir();
  const disco = mountDisco();
  const base = await startBaseOn(disco);
  const autoridad = await createAutoridadDePrueba(new Date());
  const relevo = await startRelevo();
  const correo = await startCompuerta(relevo.port);
  const smsTomados: Entrega[] = [];
  const twilio = await startTwilio({ ...CUENTA, folder: path.join(dir, 'sms'), now: () => new Date() });
  const sms = await startVentanilla(twilio.url, (asked) => smsTomados.push(readSms(asked)));
  const firmante = { ac: autoridad.ac.cer, ocsp: autoridad.ocsp };
  const responder = await startOcspResponder({ autoridad: firmante, estadoDe: () => 'BUENO', now: () => new Date() });
  const ocsp = await startVentanilla(responder.url);
  const tsaBuena = await startOpensslTsa();
  const tsa = await startVentanilla(tsaBuena.url);
  const port = await findFreePort();
  const [modo, nombres] = [path.join(dir, 'sello.modo'), path.join(dir, 'nombres')];
  const setSello = (como: number | 'falla') => writeFileSync(modo, String(como));
  const setNombres = (isKnown: boolean) => (isKnown ? writeFileSync(nombres, '') : rmSync(nombres, { force: true }));
  setSello(0);
  setNombres(true);
  const appUrl = `http://localhost:${port}`;
  const env = {
    ...(await selloEnv(autoridad, dir, modo)),
    BUZON_MODO: 'produccion',
    BUZON_DATOS: path.join(dir, 'datos'),
    PORT: String(port),
    APP_URL: appUrl,
    LOG_NIVEL: 'warn',
    DATABASE_URL: await createRolDelPortal(base.url),
    DATABASE_URL_MIGRACION: base.url,
    AUTH_SECRET: 'un secreto de fallas de más de treinta y dos letras',
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: Buffer.alloc(32, 7).toString('base64'),
    EFIRMA_AC_DIR: autoridad.acDir,
    EFIRMA_OCSP_URL: ocsp.url,
    SMTP_URL: `smtp://relevo.prueba:${correo.port}`,
    CORREO_DE: 'Buzón <avisos@buzon.example>',
    TWILIO_ACCOUNT_SID: CUENTA.accountSid,
    TWILIO_AUTH_TOKEN: CUENTA.authToken,
    TWILIO_DE: '+525500000000',
    TWILIO_API_URL: sms.url,
    TSA_URL: tsa.url,
    TSA_AC_DIR: tsaBuena.acDir,
    NODE_OPTIONS: `--import ${NOMBRES}`,
    BUZON_FALLAS_NOMBRES: nombres,
  };
  let portal: Portal | undefined;
  let worker: ProcesoWorker | undefined;
  const pool = createPool(base.url, { trabajo: 'CARGA', max: 4 });
  pool.on('error', () => undefined);
  return {
    ...{ appUrl, autoridad, base, disco, relevo, correo, sms, ocsp, tsa, setSello, setNombres },
    entregas: () => [...relevo.entregas, ...smsTomados],
    portal: () => portal as Portal,
    worker: () => worker as ProcesoWorker,
    async openPortal(otras = {}) {
      await portal?.interrupt();
      portal = await startPortal({ ...env, ...otras });
    },
    async openWorker(otras = {}) {
      await worker?.stop();
      // What it says when it serves is information.
      worker = spawnWorker({ ...env, LOG_NIVEL: 'info', ...otras });
      await waitUntil(() => worker?.output().includes('El worker atiende la cola.') ?? false, worker.output);
    },
    async openOtroPortal() {
      const otro = await launchPortal({ ...env, PORT: String(await findFreePort()) });
      await waitUntil(() => isListo(otro.port), otro.output);
      return otro;
    },
    query: async <Row extends object>(text: string, values: unknown[] = []) =>
      (await pool.query<Row>(text, values)).rows,
    connect: () => pool.connect(),
    async stop() {
      await worker?.stop();
      await portal?.stop();
      await pool.end();
      for (const doble of [relevo, sms, ocsp, tsa]) doble.close();
      await Promise.all([correo.shut(), twilio.close(), responder.close(), tsaBuena.close()]);
      await base.remove();
      disco?.remove();
    },
  };
}

async function startBaseOn(disco: Disco | null): Promise<BasePropia> {
  const before = process.env.TMPDIR;
  if (disco) process.env.TMPDIR = disco.folder;
  return startBasePropia().finally(() => {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  });
}

/** The institute's certificate, and a command that seals with its key when the file lets it. */
async function selloEnv(autoridad: AutoridadDePrueba, dir: string, modo: string): Promise<Record<string, string>> {
  const now = new Date();
  const vigencia = { validoDesde: daysFrom(now, -2), validoHasta: daysFrom(now, 1000) };
  const csd = { clase: 'CSD', rfc: 'ISP010203AB1', nombre: 'INSTITUTO DE PRUEBA' } as const;
  const { cer, llaves } = await autoridad.issue({ ...csd, ...vigencia });
  const [cert, key] = [path.join(dir, 'sello.cer'), path.join(dir, 'sello.pem')];
  writeFileSync(cert, cer);
  writeFileSync(key, llaves.privateKey.export({ type: 'pkcs8', format: 'pem' }));
  const comando = `m=$(cat ${modo}); [ "$m" = falla ] && exit 1; sleep "$m"; exec openssl dgst -sha256 -sign ${key}`;
  return { SELLO_CERT: cert, SELLO_COMANDO: comando };
}

function readSms(asked: Buffer): Entrega {
  const form = new URLSearchParams(asked.toString());
  const [para, texto] = [form.get('To') ?? '', form.get('Body') ?? ''];
  return { en: Date.now(), para, mensaje: `${para} ${texto}`, texto };
}

function isListo(port: number): Promise<boolean> {
  const asked = fetch(`http://127.0.0.1:${port}/api/salud/listo`, { signal: AbortSignal.timeout(5_000) });
  return asked.then(
    ({ ok }) => ok,
    () => false,
  );
}

/** Until it holds; throws what `tell` says when it does not in time. */
export async function waitUntil(holds: () => boolean | Promise<boolean>, tell: () => string, ms = LISTO_MS) {
  for (let waited = 0; waited < ms; waited += 100) {
    if (await holds()) return;
    await sleep(100);
  }
  throw new Error(`waited for ${ms} ms\n${tell()}`);
}
