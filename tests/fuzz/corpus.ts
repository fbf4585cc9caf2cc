import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { toUnits } from './mutar.ts';

const CORPUS = fileURLToPath(new URL('corpus', import.meta.url));
/** Material that lies beside the repository on some machines only: begun from as well where it is. */
const DE_FUERA = fileURLToPath(new URL('../../../shared/casos', import.meta.url));
const LO_DE_FUERA: Record<string, RegExp> = {
  der: /^llaves\/.*\.(cer|key)$/,
  rebotes: /\.eml$/,
  csv: /\.csv$/,
  archivos: /\.pdf$/,
};
const MAX_BYTES = 64 * 1024;

/** What a reader begins from, in a fixed order: the same seed is then the same run. Units are bytes, or UTF-16 of a text. */
export function readCorpus(nombre: string, conLoDeFuera: boolean): Uint16Array[] {
  if (nombre.startsWith('textos/')) return readFileSync(path.join(CORPUS, nombre), 'utf8').split('\n').map(toUnits);
  const own = listFiles(path.join(CORPUS, nombre));
  const others = conLoDeFuera && LO_DE_FUERA[nombre] ? listFiles(DE_FUERA, LO_DE_FUERA[nombre]) : [];
  return [...own, ...others].map((file) => Uint16Array.from(readFileSync(file)));
}

function listFiles(dir: string, like = /./): string[] {
  if (!existsSync(dir)) return [];
  const names = readdirSync(dir, { recursive: true, encoding: 'utf8' }).filter((name) => like.test(name));
  return names
    .sort()
    .map((name) => path.join(dir, name))
    .filter((file) => statSync(file).isFile() && statSync(file).size <= MAX_BYTES);
}
