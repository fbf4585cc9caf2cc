import { zipSync } from 'fflate';

/** A ZIP of files by name, all dated `fecha`. */
export function buildZip(archivos: ReadonlyMap<string, Uint8Array>, fecha: Date): Uint8Array {
  return zipSync(Object.fromEntries(archivos), { level: 6, mtime: fecha });
}
