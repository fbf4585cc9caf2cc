import { generateKeyPair, randomBytes, randomInt } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { makeCertificadoDeDemo } from './certificado-de-demo.ts';
import { createSelloDeArchivo } from './create-sello-de-archivo.ts';
import type { Sello } from './sello.ts';

const SOLO_DUENO = 0o600;

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
  const pair = await promisify(generateKeyPair)('rsa', { modulusLength: 2048 });
  const password = randomBytes(24).toString('base64url');
  const key = pair.privateKey.export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: password });
  const archivos = archivosDeSelloDeDemo(dir);
  await writeFile(archivos.cert, makeCertificadoDeDemo(pair, newSerie(), now));
  await writeFile(archivos.key, key, { mode: SOLO_DUENO });
  await writeFile(archivos.contrasena, password, { mode: SOLO_DUENO });
}

/** 20 digits, of which the last ones vary: the first five say «demo» as no authority's serial does. */
function newSerie(): string {
  return `99999${Array.from({ length: 15 }, () => randomInt(10)).join('')}`;
}

function ignoreTaken(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
}
