import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { startOcspResponder } from '#demo/autoridad/start-ocsp-responder.ts';
import { listBandeja } from '#demo/bandeja/list-bandeja.ts';
import { foldersOf } from '#demo/folders.ts';
import { findFreePort } from '#demo/free-port.ts';
import { startPostgres } from '#demo/postgres/start-postgres.ts';
import { startTwilio } from '#demo/sms/start-twilio.ts';
import { openConnection } from '#infra/db/connection.ts';
import { migrate } from '../../../prisma/migrate.ts';
import { startRelevo } from '../../fallas/dobles/relevo.ts';
import { spawnWorker } from '../../integration/robustez/proceso-worker.ts';
import { makeTempDir } from '../../support/carpeta-temporal.ts';
import { type AutoridadDePrueba, createAutoridadDePrueba, daysFrom } from '../../support/efirma/autoridad-de-prueba.ts';
import { buildPortal, startPortal } from '../../support/portal.ts';
import { createRolDelPortal } from '../../support/rol-del-portal.ts';
import { descendantsOf } from '../acuse/memoria.ts';
import type { Banco } from '../medida.ts';

/** A portal and a worker in produccion, as an operator has them, each a process beside a PostgreSQL that forgets nothing. */
export interface Produccion {
  appUrl: string;
  port: number;
  autoridad: AutoridadDePrueba;
  /** All the processes of each, as they are now. */
  pids: { portal(): number[]; worker(): number[]; base(): number[] };
  /** The database's owner, who is not counted among those who ask. */
  client: pg.Client;
  /** What was sent to an address or a number, once it is there. */
  waitForMensaje(para: string): Promise<string>;
}

const CUENTA = { accountSid: `AC${'7'.repeat(32)}`, authToken: 'not-a-real-token' };
const ESPERA_MS = 60_000;

export async function openProduccion(banco: Banco): Promise<Produccion> {
  banco.progress('un portal y un worker en produccion');
  const dir = makeTempDir();
  const datos = path.join(dir, 'datos');
  const base = await openContada(banco, path.join(dir, 'base'));
  const autoridad = await createAutoridadDePrueba(new Date());
  const firmante = { ac: autoridad.ac.cer, ocsp: autoridad.ocsp };
  const ocsp = await startOcspResponder({ autoridad: firmante, estadoDe: () => 'BUENO', now: () => new Date() });
  const relevo = await startRelevo();
  const twilio = await startTwilio({ ...CUENTA, folder: foldersOf(datos).sms, now: () => new Date() });
  banco.onEnd(() => Promise.all([ocsp.close(), relevo.close(), twilio.close()]));
  const port = await findFreePort();
  const appUrl = `http://localhost:${port}`;
  const env = {
    ...(await selloEnv(autoridad, dir)),
    BUZON_MODO: 'produccion',
    BUZON_DATOS: datos,
    PORT: String(port),
    APP_URL: appUrl,
    LOG_NIVEL: 'warn',
    DATABASE_URL: await createRolDelPortal(base.url),
    DATABASE_URL_MIGRACION: base.url,
    AUTH_SECRET: 'un secreto de medir de más de treinta y dos letras',
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: Buffer.alloc(32, 7).toString('base64'),
    EFIRMA_AC_DIR: autoridad.acDir,
    EFIRMA_OCSP_URL: ocsp.url,
    SMTP_URL: `smtp://127.0.0.1:${relevo.port}`,
    CORREO_DE: 'Buzón <avisos@buzon.example>',
    TWILIO_ACCOUNT_SID: CUENTA.accountSid,
    TWILIO_AUTH_TOKEN: CUENTA.authToken,
    TWILIO_DE: '+525500000000',
    TWILIO_API_URL: twilio.url,
    WORKER_PORT: String(await findFreePort()),
  };
  await buildPortal();
  const portal = await startPortal(env);
  banco.onEnd(portal.stop);
  const worker = spawnWorker(env);
  banco.onEnd(worker.stop);
  const familyOf = (pid: number | undefined) => (pid ? [pid, ...descendantsOf(pid)] : []);
  return {
    ...{ appUrl, port, autoridad, client: base.client },
    pids: {
      portal: () => familyOf(portal.process.pid),
      worker: () => familyOf(worker.process.pid),
      base: () => familyOf(base.pid),
    },
    async waitForMensaje(para) {
      for (let waited = 0; waited < ESPERA_MS; waited += 50) {
        const correo = relevo.entregas.find((entrega) => entrega.para === para)?.texto;
        const texto = correo ?? (await listBandeja({ datos, para }))[0]?.text;
        if (texto) return texto;
        await sleep(50);
      }
      throw new Error(`nothing was sent to ${para}\n${worker.output()}`);
    },
  };
}

/** A database that counts its statements, for which it is started twice. */
async function openContada(banco: Banco, datos: string) {
  const first = await startPostgres({ datos, database: 'banco' });
  const setting = await openConnection(first.urlOf('postgres'));
  await setting.query("ALTER SYSTEM SET shared_preload_libraries = 'pg_stat_statements'");
  await setting.end();
  await first.stop();
  const postgres = await startPostgres({ datos, database: 'banco' });
  banco.onEnd(postgres.stop);
  const url = postgres.urlOf('banco');
  await migrate(url);
  const client = await openConnection(url);
  banco.onEnd(() => client.end());
  await client.query('CREATE SCHEMA medida; CREATE EXTENSION pg_stat_statements SCHEMA medida');
  const { rows } = await client.query<{ folder: string }>("SELECT current_setting('data_directory') AS folder");
  const pid = Number.parseInt(readFileSync(path.join(rows[0]?.folder ?? '', 'postmaster.pid'), 'utf8'), 10);
  return { url, client, pid };
}

async function selloEnv(autoridad: AutoridadDePrueba, dir: string): Promise<Record<string, string>> {
  const now = new Date();
  const vigencia = { validoDesde: daysFrom(now, -2), validoHasta: daysFrom(now, 1000) };
  const csd = { clase: 'CSD', rfc: 'ISP010203AB1', nombre: 'INSTITUTO DE PRUEBA' } as const;
  const sello = await autoridad.issue({ ...csd, ...vigencia });
  const [cert, key] = [path.join(dir, 'sello.cer'), path.join(dir, 'sello.key')];
  writeFileSync(cert, sello.cer);
  writeFileSync(key, sello.key);
  return { SELLO_CERT: cert, SELLO_KEY: key, SELLO_KEY_PASSWORD: sello.contrasena };
}
