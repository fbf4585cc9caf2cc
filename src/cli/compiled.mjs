// Read by every command before TypeScript can be, hence plain JavaScript.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Where `npm run build` and the first start leave the commands compiled, beside the releases of the portal. */
export const COMPILADOS = '.next/comandos';
/** Names the folder of the newest: written last. */
export const VIGENTE = 'vigente.json';

/**
 * Each module compiled is one file to read instead of hundreds to find and to translate, which takes most of the time of a
 * command. Null where it was not made, or from other sources than those that are there.
 */
export function findCompiled(root, name) {
  const newest = path.join(root, COMPILADOS, VIGENTE);
  if (!existsSync(newest)) return null;
  const { carpeta, fuentes, huella } = JSON.parse(readFileSync(newest, 'utf8'));
  const file = path.join(root, COMPILADOS, carpeta, `${name}.mjs`);
  return existsSync(file) && hashSources(root, fuentes) === huella ? file : null;
}

/** Null when one of them is gone. */
export function hashSources(root, files) {
  const hash = createHash('sha256');
  try {
    for (const file of files) hash.update(`${file}\0`).update(readFileSync(path.join(root, file)));
    return hash.digest('hex');
  } catch {
    return null;
  }
}
