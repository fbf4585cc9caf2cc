import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { takeCandado } from '#demo/candado.ts';
import { onCierre } from '#infra/env/cierre.ts';

/** Tells, until this process ends, that it serves the portal built in this folder; any number of processes may. */
export async function announceServicio(build: string): Promise<void> {
  for (let lugar = 0; ; lugar++) {
    const candado = await takeCandado(path.join(build, 'sirve', String(lugar)));
    if (candado) return onCierre(candado);
  }
}

/** Whether any living process serves what is built in this folder. */
export async function isServed(build: string): Promise<boolean> {
  for (const lugar of await readdir(path.join(build, 'sirve')).catch(() => [])) {
    const candado = await takeCandado(path.join(build, 'sirve', lugar));
    if (!candado) return true;
    await candado();
  }
  return false;
}
