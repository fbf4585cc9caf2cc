import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { expect } from '@playwright/test';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import type { EfirmaEmitida } from '#demo/autoridad/issue-efirma.ts';
import { listBandeja } from '#demo/bandeja/list-bandeja.ts';
import { foldersOf } from '#demo/folders.ts';
import { findFreePort } from '#demo/free-port.ts';
import { startPostgres } from '#demo/postgres/start-postgres.ts';
import { startTwilio } from '#demo/sms/start-twilio.ts';
import { createPool } from '#infra/db/connection.ts';
import { spawnWorker } from '../integration/robustez/proceso-worker.ts';
import {
  type AutoridadDePrueba,
  createAutoridadDePrueba,
  daysFrom,
  FISICA,
  makeTempDir,
} from './efirma/autoridad-de-prueba.ts';
import { startOpensslOcsp } from './efirma/openssl-ocsp.ts';
import { type Efirma, makeArchivo } from './efirma-de-demo.ts';
import { createInstalacionDeProduccion } from './otra-copia.ts';
import { startPgbouncer } from './pgbouncer.ts';
import { type Portal, startPortal } from './portal.ts';
import { createRolDelPortal } from './rol-del-portal.ts';
import { startOpensslTsa } from './tsa/openssl-tsa.ts';

/** Portal and worker in produccion, as two processes, with the services around them that an operator would bring. */
export interface Produccion {
  portal: Portal;
  workerPort: number;
  /** What the worker printed so far. */
  workerOutput(): string;
  /** Someone with a good e.firma of the authority that this portal trusts, and someone whose e.firma was revoked. */
  titular: Efirma;
  revocado: Efirma;
  /** The newest e-mail that the relay took for an address, once there is one with this subject. */
  waitForCorreo(para: string, asunto: string): Promise<ParsedMail>;
  /** The newest SMS for a number, once there is one. */
  waitForSms(para: string): Promise<string>;
  query<Row extends object>(text: string): Promise<Row[]>;
  stop(): Promise<void>;
}

const CUENTA = { accountSid: `AC${'7'.repeat(32)}`, authToken: 'not-a-real-token' };

export async function startProduccion(): Promise<Produccion> {
  const dir = makeTempDir();
  const datos = path.join(dir, 'datos');
  const postgres = await startPostgres({ datos: path.join(dir, 'base'), database: 'buzon', isDisposable: true });
  const autoridad = await createAutoridadDePrueba(new Date());
  const [titular, revocado] = [await issue(autoridad, FISICA.rfc), await issue(autoridad, 'GOLJ910822T15')];
  const series = { buenas: [titular.serie], revocadas: [revocado.serie] };
  const ocsp = await startOpensslOcsp(autoridad, series);
  const smtp = await startRelay(dir);
  const tsa = await startOpensslTsa();
  const twilio = await startTwilio({ ...CUENTA, folder: foldersOf(datos).sms, now: () => new Date() });
  const [port, workerPort] = [await findFreePort(), await findFreePort()];
  // As the README asks: the portal's own role is not the owner of what it keeps.
  const directa = await createRolDelPortal(postgres.urlOf('buzon'));
  const pgbouncer = process.env.BUZON_PRUEBAS_POOLER === '1' ? await startPgbouncer([directa]) : null;
  const env = {
    ...(await selloEnv(autoridad, dir)),
    BUZON_MODO: 'produccion',
    BUZON_DATOS: datos,
    PORT: String(port),
    APP_URL: `http://localhost:${port}`,
    DATABASE_URL: pgbouncer?.urlOf(directa) ?? directa,
    DATABASE_URL_DIRECTA: directa,
    DATABASE_URL_MIGRACION: postgres.urlOf('buzon'),
    AUTH_SECRET: 'un secreto de produccion de más de treinta y dos letras',
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: Buffer.alloc(32, 7).toString('base64'),
    EFIRMA_AC_DIR: autoridad.acDir,
    EFIRMA_OCSP_URL: ocsp.url,
    SMTP_URL: smtp.url,
    CORREO_DE: 'Buzón <avisos@buzon.example>',
    TWILIO_ACCOUNT_SID: CUENTA.accountSid,
    TWILIO_AUTH_TOKEN: CUENTA.authToken,
    TWILIO_DE: '+525500000000',
    TWILIO_API_URL: twilio.url,
    TSA_URL: tsa.url,
    WORKER_PORT: String(workerPort),
    TSA_AC_DIR: tsa.acDir,
  };
  const portal = await startPortal(env, await createInstalacionDeProduccion(path.join(dir, 'portal')));
  const worker = spawnWorker({ ...env, NODE_EXTRA_CA_CERTS: smtp.certificado });
  const db = createPool(postgres.urlOf('buzon'), { max: 1 });
  return {
    portal,
    workerPort,
    workerOutput: worker.output,
    titular: asEfirma(titular, FISICA.rfc),
    revocado: asEfirma(revocado, 'GOLJ910822T15'),
    waitForCorreo: async (para, asunto) => {
      const find = () => smtp.mensajes.findLast(({ to, mail }) => to === para && mail.subject === asunto);
      await expect.poll(() => find() !== undefined).toBe(true);
      return find()?.mail as ParsedMail;
    },
    waitForSms: async (para) => {
      const find = async () => (await listBandeja({ datos, para }))[0]?.text ?? null;
      await expect.poll(find).not.toBeNull();
      return (await find()) ?? '';
    },
    query: async (text) => (await db.query(text)).rows,
    stop: async () => {
      await db.end();
      await worker.stop();
      await portal.stop();
      ocsp.close();
      await Promise.all([smtp.close(), twilio.close(), tsa.close(), pgbouncer?.stop()]);
      await postgres.stop();
    },
  };
}

function issue(autoridad: AutoridadDePrueba, rfc: string): Promise<EfirmaEmitida> {
  const now = new Date();
  return autoridad.issue({ rfc, validoDesde: daysFrom(now, -1), validoHasta: daysFrom(now, 1000) });
}

function asEfirma({ cer, key, contrasena }: EfirmaEmitida, rfc: string): Efirma {
  const archivos = { cer: makeArchivo('efirma.cer', cer), key: makeArchivo('efirma.key', key) };
  return { ...archivos, rfc, nombre: FISICA.nombre, contrasena };
}

/** The institute's certificate, from the same authority, with its encrypted key, both DER as the SAT hands them out. */
async function selloEnv(autoridad: AutoridadDePrueba, dir: string): Promise<Record<string, string>> {
  const now = new Date();
  const vigencia = { validoDesde: daysFrom(now, -1), validoHasta: daysFrom(now, 1000) };
  const sello = await autoridad.issue({
    clase: 'CSD',
    rfc: 'ISP010203AB1',
    nombre: 'INSTITUTO DE PRUEBA',
    ...vigencia,
  });
  const [cert, key] = [path.join(dir, 'sello.cer'), path.join(dir, 'sello.key')];
  writeFileSync(cert, sello.cer);
  writeFileSync(key, sello.key);
  return { SELLO_CERT: cert, SELLO_KEY: key, SELLO_KEY_PASSWORD: sello.contrasena };
}

interface Relay {
  url: string;
  /** Path of its self-signed certificate. */
  certificado: string;
  mensajes: { to: string; mail: ParsedMail }[];
  close(): Promise<void>;
}

const USUARIO = 'avisos@buzon.example';
const CONTRASENA = 'con:signos/@ y blancos';

/** A mail relay that takes nothing but over STARTTLS from whoever knows the password. */
async function startRelay(dir: string): Promise<Relay> {
  const [key, certificado] = makeTlsPair(path.join(dir, 'tls'));
  const mensajes: Relay['mensajes'] = [];
  const server = new SMTPServer({
    key: readFileSync(key),
    cert: readFileSync(certificado),
    disableReverseLookup: true,
    onAuth: ({ username, password }, { secure }, done) =>
      secure && username === USUARIO && password === CONTRASENA
        ? done(null, { user: username })
        : done(new Error('Authentication failed')),
    onData: (stream, { envelope }, done) => {
      simpleParser(stream).then(
        (mail) => {
          mensajes.push(...envelope.rcptTo.map(({ address }) => ({ to: address, mail })));
          done();
        },
        (error: Error) => done(error),
      );
    },
  });
  server.on('error', () => undefined);
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const { port } = server.server.address() as AddressInfo;
  const credentials = `${encodeURIComponent(USUARIO)}:${encodeURIComponent(CONTRASENA)}`;
  return {
    url: `smtp://${credentials}@127.0.0.1:${port}?requireTLS=true`,
    certificado,
    mensajes,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** A key and its own certificate, in files of this folder, which is made. */
export function makeTlsPair(dir: string, dias = 2): [string, string] {
  mkdirSync(dir);
  const [key, cert] = [path.join(dir, 'key.pem'), path.join(dir, 'cert.pem')];
  const options = ['-days', String(dias), '-subj', '/CN=relay', '-addext', 'subjectAltName=IP:127.0.0.1'];
  execFileSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-keyout', key, '-out', cert, ...options], {
    stdio: 'ignore',
  });
  return [key, cert];
}
