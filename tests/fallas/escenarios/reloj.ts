import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { makeTempDir } from '../../support/carpeta-temporal.ts';
import { type Falla, TODAS } from '../falla.ts';

function findLibrary(): string | null {
  const folders = existsSync('/usr/lib') ? readdirSync('/usr/lib').map((name) => `/usr/lib/${name}/faketime`) : [];
  return folders.map((folder) => `${folder}/libfaketimeMT.so.1`).find(existsSync) ?? null;
}

/** The clock of portal and worker jumps, and back; that of the database stays. */
function salta(nombre: string, segundos: string): Falla {
  const reloj = path.join(makeTempDir(), 'reloj');
  const set = (value: string) => writeFileSync(reloj, `${value}\n`);
  return {
    nombre: `el reloj salta ${nombre}`,
    afecta: TODAS,
    omitir: () => (findLibrary() ? null : 'no está la biblioteca de faketime'),
    async prepare(escena) {
      set('+0');
      const env = {
        LD_PRELOAD: findLibrary() ?? '',
        FAKETIME_TIMESTAMP_FILE: reloj,
        FAKETIME_CACHE_DURATION: '1',
        FAKETIME_DONT_FAKE_MONOTONIC: '1',
      };
      await escena.openPortal(env);
      await escena.openWorker(env);
    },
    async begin() {
      set(segundos);
      return async () => set('+0');
    },
    async clear(escena) {
      await escena.openPortal();
      await escena.openWorker();
    },
  };
}

export const RELOJ: readonly Falla[] = [salta('una hora adelante', '+3600'), salta('una hora atrás', '-3600')];
