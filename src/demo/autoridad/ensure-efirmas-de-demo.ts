import { createPrivateKey, type KeyObject } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import type { EstadoDeSerie } from './build-ocsp-answer.ts';
import { type AutoridadOcsp, createAutoridad, type Firmante } from './create-autoridad.ts';
import type { CasoDeDemo, EfirmaDeDemo } from './efirma-de-demo.ts';
import { EFIRMAS_DE_DEMO } from './efirmas-de-demo.ts';
import { type EfirmaEmitida, issueEfirma } from './issue-efirma.ts';
import { makeLlaves } from './llaves.ts';

export type EfirmasDeDemo = Awaited<ReturnType<typeof ensureEfirmasDeDemo>>;

const BITS_OF_AUTHORITY = 4096;
const SECRET = { mode: 0o600 };

/** Afterwards only what the catalogue has gained. The folder appears complete, also if the process is killed. */
export async function ensureEfirmasDeDemo(dataDir: string, now: Date) {
  const dir = resolve(dataDir);
  if (!existsSync(join(dir, 'ac'))) {
    const draft = `${dir}.nuevo`;
    await rm(draft, { recursive: true, force: true });
    await writeAutoridad(draft, now);
    await writeEfirmas(draft, now);
    await rename(draft, dir);
  }
  await writeEfirmas(dir, now);
  const ac = await readFirmante(dir, 'ac');
  const ocsp = await readFirmante(dir, 'ocsp');
  const autoridad: AutoridadOcsp = { ac: ac.cer, ocsp };
  return { acDir: join(dir, 'ac'), autoridad, estadoDe: estadoDeDemo };
}

/** Null when the catalogue has none of that name. */
export async function readEfirmaDeDemo(dir: string, slug: string) {
  const efirma = EFIRMAS_DE_DEMO.find((candidate) => candidate.slug === slug);
  if (!efirma) return null;
  const folder = dirOfEfirma(dir, efirma.slug);
  const [cer, key] = await Promise.all([readFile(join(folder, 'efirma.cer')), readFile(join(folder, 'efirma.key'))]);
  return { efirma, cer: new Uint8Array(cer), key: new Uint8Array(key) };
}

/** `efirma.cer`, `efirma.key` and `contrasena.txt`. Null as above. */
export async function demoEfirmaZip(dir: string, slug: string): Promise<Buffer | null> {
  const files = await readEfirmaDeDemo(dir, slug);
  if (!files) return null;
  const { efirma, cer, key } = files;
  const entries = { 'efirma.cer': cer, 'efirma.key': key, 'contrasena.txt': strToU8(efirma.contrasena) };
  return Buffer.from(zipSync(entries, { mtime: new Date(1980, 0, 1) }));
}

export function dirOfEfirma(dir: string, slug: string): string {
  return join(dir, 'efirmas', slug);
}

async function writeAutoridad(dir: string, now: Date): Promise<void> {
  const { raiz, ac, ocsp } = await createAutoridad({ now, bits: BITS_OF_AUTHORITY });
  await mkdir(join(dir, 'ac'), { recursive: true });
  await mkdir(join(dir, 'llaves'), { recursive: true, mode: 0o700 });
  await writeFile(join(dir, 'ac', 'raiz.cer'), raiz.cer);
  await writeFile(join(dir, 'ac', 'ac.cer'), ac.cer);
  await writeFile(join(dir, 'llaves', 'ocsp.cer'), ocsp.cer);
  await writeFile(join(dir, 'llaves', 'ac.key'), pemOf(ac.privateKey), SECRET);
  await writeFile(join(dir, 'llaves', 'ocsp.key'), pemOf(ocsp.privateKey), SECRET);
}

async function writeEfirmas(dir: string, now: Date): Promise<void> {
  const missing = EFIRMAS_DE_DEMO.filter(({ slug }) => !existsSync(dirOfEfirma(dir, slug)));
  if (missing.length === 0) return;
  const ac = await readFirmante(dir, 'ac');
  await mkdir(join(dir, 'efirmas'), { recursive: true, mode: 0o700 });
  await Promise.all(missing.map((efirma) => writeEfirma(dir, ac, efirma, now)));
}

async function writeEfirma(dir: string, ac: Firmante, efirma: EfirmaDeDemo, now: Date): Promise<void> {
  const { cer, key } = await issueEfirmaDeDemo(ac, efirma, now);
  const target = dirOfEfirma(dir, efirma.slug);
  const draft = `${target}.nuevo`;
  await rm(draft, { recursive: true, force: true });
  await mkdir(draft, { mode: 0o700 });
  await writeFile(join(draft, 'efirma.cer'), cer);
  await writeFile(join(draft, 'efirma.key'), key, SECRET);
  await rename(draft, target);
}

async function readFirmante(dir: string, name: 'ac' | 'ocsp'): Promise<Firmante> {
  const cer = await readFile(join(dir, name === 'ac' ? 'ac' : 'llaves', `${name}.cer`));
  const key = await readFile(join(dir, 'llaves', `${name}.key`));
  return { cer: new Uint8Array(cer), privateKey: createPrivateKey(key) };
}

function estadoDeDemo(serie: string): EstadoDeSerie {
  const efirma = EFIRMAS_DE_DEMO.find((candidate) => candidate.serie === serie);
  if (!efirma || efirma.caso === 'OTRA_AUTORIDAD') return 'DESCONOCIDO';
  return efirma.caso === 'REVOCADA' ? { revocadoEn: REVOCADA_EN } : 'BUENO';
}

const REVOCADA_EN = new Date('2026-01-15T18:00:00Z');

function pemOf(privateKey: KeyObject): string {
  return privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
}

const YEAR_MS = 365.25 * 24 * 3_600_000;

/** Begin and end of each case, in years from the moment when the demo was made; an e.firma lives four. */
const VIGENCIA: Partial<Record<CasoDeDemo, [number, number]>> = {
  VENCIDA: [-5, -1],
  AUN_NO_VIGENTE: [4, 8],
};

async function issueEfirmaDeDemo(ac: Firmante, efirma: EfirmaDeDemo, now: Date): Promise<EfirmaEmitida> {
  const [from, to] = (efirma.caso && VIGENCIA[efirma.caso]) ?? [-0.1, 3.9];
  const emisor = efirma.caso === 'OTRA_AUTORIDAD' ? (await createAutoridad({ now })).ac : ac;
  const llavesDelArchivo = efirma.caso === 'PAR_NO_CORRESPONDE' ? await makeLlaves(2048) : undefined;
  return issueEfirma(emisor, {
    ...efirma,
    clase: efirma.caso === 'CSD' ? 'CSD' : 'EFIRMA',
    validoDesde: new Date(now.getTime() + from * YEAR_MS),
    validoHasta: new Date(now.getTime() + to * YEAR_MS),
    llavesDelArchivo,
  });
}
