import { zipSync } from 'fflate';

export function buildZip(archivos: ReadonlyMap<string, Uint8Array>, fecha: Date): Uint8Array {
  return zipSync(Object.fromEntries(archivos), { level: 6, mtime: fecha });
}
