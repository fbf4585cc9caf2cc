import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { EFIRMAS_DE_DEMO } from './efirmas-de-demo.ts';
import { dirOfEfirma } from './ensure-efirmas-de-demo.ts';

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
