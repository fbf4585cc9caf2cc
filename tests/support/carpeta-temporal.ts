import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const NOMBRE = 'buzon-pruebas-';
/** What the tools keep beside: transformed sources, and profiles of a browser that was killed. */
const DE_HERRAMIENTAS = /^(tsx-|vite|jiti$|playwright|\.?(org\.chromium|com\.google)|[\w-]{21}$)/;
/** Of a test: the files that share a process may share it too, so it goes with the folder of the run. */
const DE_PRUEBA = 'prueba-';

const made: string[] = [];

/** A folder that goes away with the run of the tests, or with the process that is no test. */
export function makeTempDir(): string {
  const dir = mkdtempSync(path.join(tmpdir(), DE_PRUEBA));
  if (made.push(dir) === 1) process.once('exit', removeTempDirs);
  return dir;
}

function removeTempDirs(): void {
  for (const dir of made.splice(0)) rmSync(dir, { recursive: true, force: true });
}

/**
 * Gives this run and all that it starts a folder of its own for temporary files, and removes it at the end. Whatever a
 * test left there is named, and fails the run.
 */
export function openCarpetaTemporal(): void {
  // A process that a run has started.
  if (path.basename(tmpdir()).startsWith(NOMBRE)) return;
  const own = mkdtempSync(path.join(tmpdir(), NOMBRE));
  // PostgreSQL runs as another user where these tests run as root.
  chmodSync(own, 0o711);
  process.env.TMPDIR = own;
  process.once('exit', () => {
    const left = readdirSync(own).filter((name) => !DE_HERRAMIENTAS.test(name) && !name.startsWith(DE_PRUEBA));
    rmSync(own, { recursive: true, force: true });
    if (left.length === 0) return;
    console.error(`Left behind in the folder for temporary files: ${left.sort().join(', ')}`);
    process.exitCode ||= 1;
  });
}
