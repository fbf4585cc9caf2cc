import { randomBytes, randomInt, X509Certificate } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { MARCA_DE_DEMO } from '#infra/sello/certificado-de-sello.ts';
import { createSelloDeArchivo } from '#infra/sello/create-sello-de-archivo.ts';
import type { Sello } from '#infra/sello/sello.ts';
import { basicConstraints, buildCertificado, CSD_USAGE, keyUsage } from '../autoridad/build-certificado.ts';
import { makeLlaves, type ParDeLlaves } from '../autoridad/llaves.ts';
import { buildNombre } from '../autoridad/nombre.ts';

const SOLO_DUENO = 0o600;
const ANIOS = 10;
const DIA_MS = 86_400_000;

/**
 * One that cannot seal at `now` is put aside and another made: old acuses keep their certificate in the database. All
 * that call it at once get the sello of the first.
 */
export async function ensureSelloDeDemo(dir: string, now: Date): Promise<Sello> {
  const existing = await openSello(dir, now).catch(() => null);
  if (existing) return existing;
  if (existsSync(dir)) await rename(dir, `${dir}.anterior-${randomBytes(4).toString('hex')}`);
  await makeSello(dir, now);
  return openSello(dir, now);
}

/** The folder appears whole or not at all, so a process killed half-way leaves nothing that the next cannot use. */
async function makeSello(dir: string, now: Date): Promise<void> {
  await mkdir(dirname(dir), { recursive: true });
  const draft = await mkdtemp(`${dir}.nuevo-`);
  try {
    await writeSello(draft, now);
    await rename(draft, dir).catch(ignoreTaken);
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

/** The settings that name it; null where none was made yet. */
export function settingsOfSelloDeDemo(dir: string): Record<`SELLO_${'CERT' | 'KEY' | 'KEY_PASSWORD'}`, string> | null {
  const { cert, key, contrasena } = archivosDeSelloDeDemo(dir);
  if (!existsSync(contrasena)) return null;
  return { SELLO_CERT: cert, SELLO_KEY: key, SELLO_KEY_PASSWORD: readFileSync(contrasena, 'utf8') };
}

export function archivosDeSelloDeDemo(dir: string): { cert: string; key: string; contrasena: string } {
  return {
    cert: join(dir, 'sello.cer.pem'),
    key: join(dir, 'sello.key.pem'),
    contrasena: join(dir, 'contrasena.txt'),
  };
}

async function openSello(dir: string, now: Date): Promise<Sello> {
  const { cert, key, contrasena } = archivosDeSelloDeDemo(dir);
  return createSelloDeArchivo({ cert, key, password: await readFile(contrasena, 'utf8'), now });
}

async function writeSello(dir: string, now: Date): Promise<void> {
  const pair = await makeLlaves(2048);
  const password = randomBytes(24).toString('base64url');
  const key = pair.privateKey.export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: password });
  const archivos = archivosDeSelloDeDemo(dir);
  await writeFile(archivos.cert, makeCertificadoDeDemo(pair, newSerie(), now));
  await writeFile(archivos.key, key, { mode: SOLO_DUENO });
  await writeFile(archivos.contrasena, password, { mode: SOLO_DUENO });
}

/** Valid ten years from the day before `now`. */
export function makeCertificadoDeDemo({ publicKey, privateKey }: ParDeLlaves, serie: string, now: Date): string {
  const nombre = buildNombre([
    { type: 'commonName', value: 'Sello digital de demostración del portal Buzón', tipo: 'UTF8' },
    { type: 'organization', value: 'Portal Buzón (no oficial)', tipo: 'UTF8' },
    { type: 'organizationalUnit', value: MARCA_DE_DEMO, tipo: 'UTF8' },
    { type: 'country', value: 'MX' },
  ]);
  const validoHasta = new Date(now);
  validoHasta.setUTCFullYear(now.getUTCFullYear() + ANIOS);
  const certificado = buildCertificado({
    serie,
    issuer: nombre,
    subject: nombre,
    validoDesde: new Date(now.getTime() - DIA_MS),
    validoHasta,
    publicKey,
    extensions: [basicConstraints(false), keyUsage(CSD_USAGE)],
    signWith: privateKey,
  });
  return new X509Certificate(certificado).toString();
}

/** 20 digits, of which the last ones vary: the first five say «demo» as no authority's serial does. */
function newSerie(): string {
  return `99999${Array.from({ length: 15 }, () => randomInt(10)).join('')}`;
}

function ignoreTaken(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
}
