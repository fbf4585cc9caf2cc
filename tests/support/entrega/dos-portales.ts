import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { startOcspResponder } from '#demo/autoridad/start-ocsp-responder.ts';
import { findFreePort } from '#demo/free-port.ts';
import { startPostgres } from '#demo/postgres/start-postgres.ts';
import { makeTempDir } from '../carpeta-temporal.ts';
import { type AutoridadDePrueba, createAutoridadDePrueba, daysFrom } from '../efirma/autoridad-de-prueba.ts';
import { launchPortal, type Portal } from '../portal.ts';
import { createRolDelPortal } from '../rol-del-portal.ts';
import { startNginx } from './nginx.ts';

/** Two portals in produccion on one database, behind one address. */
export interface DosPortales {
  /** Of the balancer. */
  url: string;
  ports: [number, number];
  /** The owner's address of the database. */
  databaseUrl: string;
  env: Record<string, string>;
  autoridad: AutoridadDePrueba;
  portal(which: 0 | 1): Portal;
  /** How long the revocation service takes from now on. */
  setOcspMs(ms: number): void;
  /** Starts a portal from these sources, which are built, and waits until it is ready. */
  open(which: 0 | 1): Promise<void>;
  /** What all of them printed so far, those before included. */
  output(): string;
  /** Ends it with SIGTERM. @returns its exit code. */
  shut(which: 0 | 1): Promise<number | null>;
  stop(): Promise<void>;
}

const LISTO_MS = 120_000;

export async function startDosPortales(root: string, ajustes: Record<string, string> = {}): Promise<DosPortales> {
  const dir = makeTempDir();
  const postgres = await startPostgres({ datos: path.join(dir, 'base'), database: 'buzon', isDisposable: true });
  const autoridad = await createAutoridadDePrueba(new Date());
  const ocsp = await startOcspLento(autoridad);
  const [port, ...ports] = [await findFreePort(), await findFreePort(), await findFreePort()];
  const url = `http://localhost:${port}`;
  const env = {
    ...(await selloEnv(autoridad, dir)),
    BUZON_MODO: 'produccion',
    BUZON_DATOS: path.join(dir, 'datos'),
    APP_URL: url,
    DATABASE_URL: await createRolDelPortal(postgres.urlOf('buzon')),
    DATABASE_URL_MIGRACION: postgres.urlOf('buzon'),
    AUTH_SECRET: 'un secreto de entregas de más de treinta y dos letras',
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: Buffer.alloc(32, 9).toString('base64'),
    EFIRMA_AC_DIR: autoridad.acDir,
    EFIRMA_OCSP_URL: ocsp.url,
    // Nobody has to be written to.
    SMTP_URL: 'smtp://127.0.0.1:1',
    CORREO_DE: 'Buzón <avisos@buzon.example>',
    TWILIO_ACCOUNT_SID: `AC${'7'.repeat(32)}`,
    TWILIO_AUTH_TOKEN: randomUUID(),
    TWILIO_DE: '+525500000000',
    TWILIO_API_URL: 'http://127.0.0.1:1',
    LOG_NIVEL: 'info',
    ...ajustes,
  };
  const portals: Portal[] = [];
  const all: Portal[] = [];
  const stopNginx = await startNginx(port, ports);
  return {
    url,
    ports: ports as [number, number],
    databaseUrl: postgres.urlOf('buzon'),
    env,
    autoridad,
    portal: (which) => portals[which] as Portal,
    output: () => all.map((portal) => portal.output()).join(''),
    setOcspMs: ocsp.setMs,
    open: async (which) => {
      portals[which] = await launchPortal({ ...env, PORT: String(ports[which]) }, root);
      all.push(portals[which]);
      await waitUntilListo(portals[which], ports[which] as number);
    },
    shut: async (which) => {
      const { process } = portals[which] as Portal;
      process.kill('SIGTERM');
      if (process.exitCode === null) await once(process, 'exit');
      return process.exitCode;
    },
    stop: async () => {
      for (const portal of portals) await portal?.stop();
      await stopNginx();
      await ocsp.close();
      await postgres.stop();
    },
  };
}

async function waitUntilListo(portal: Portal, port: number): Promise<void> {
  for (const late = Date.now() + LISTO_MS; Date.now() < late && portal.process.exitCode === null; await sleep(100)) {
    const answer = await fetch(`http://127.0.0.1:${port}/api/salud/listo`).catch(() => null);
    if (answer?.ok) return;
  }
  throw new Error(`The portal did not start:\n${portal.output()}`);
}

/** Every certificate is good, once it has thought about it. */
async function startOcspLento(autoridad: AutoridadDePrueba) {
  const firmante = { ac: autoridad.ac.cer, ocsp: autoridad.ocsp };
  const responder = await startOcspResponder({ autoridad: firmante, estadoDe: () => 'BUENO', now: () => new Date() });
  let ms = 0;
  const server = createServer(async (request, response) => {
    const body = new Uint8Array(await buffer(request));
    await sleep(ms);
    const headers = { 'content-type': 'application/ocsp-request' };
    const answer = await fetch(responder.url, { method: 'POST', body, headers });
    response.writeHead(answer.status, { 'content-type': 'application/ocsp-response' });
    response.end(Buffer.from(await answer.arrayBuffer()));
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    setMs: (next: number) => {
      ms = next;
    },
    close: async () => {
      server.close();
      server.closeAllConnections();
      await responder.close();
    },
  };
}

async function selloEnv(autoridad: AutoridadDePrueba, dir: string): Promise<Record<string, string>> {
  const vigencia = { validoDesde: daysFrom(new Date(), -1), validoHasta: daysFrom(new Date(), 1000) };
  const spec = { clase: 'CSD', rfc: 'ISP010203AB1', nombre: 'INSTITUTO DE PRUEBA', ...vigencia } as const;
  const sello = await autoridad.issue(spec);
  const [cert, key] = [path.join(dir, 'sello.cer'), path.join(dir, 'sello.key')];
  writeFileSync(cert, sello.cer);
  writeFileSync(key, sello.key);
  return { SELLO_CERT: cert, SELLO_KEY: key, SELLO_KEY_PASSWORD: sello.contrasena };
}
