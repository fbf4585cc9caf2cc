import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The SAT's own test credentials, which lie beside the repository and are never committed. */
const FOLDER = new URL('../../../../shared/efirma-sat-prueba', import.meta.url).pathname;

export const hasSatDePrueba = existsSync(FOLDER);
export const SAT_AC_DE_PRUEBA = join(FOLDER, 'ac/prueba');
export const SAT_AC_DE_PRODUCCION = join(FOLDER, 'ac/produccion');
export const SAT_SKIP_REASON = '../shared/efirma-sat-prueba is missing';

export function readSat(path: string): Uint8Array {
  return new Uint8Array(readFileSync(join(FOLDER, path)));
}
