import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Efirma, makeArchivo } from './efirma-de-demo.ts';

const FOLDER = fileURLToPath(new URL('../../../shared/efirma-sat-prueba', import.meta.url));
const CONTRASENA = '12345678a';
const DIA_MS = 86_400_000;
/** Within the validity of EKU9003173C9, which ends on 2027-05-17. */
const FECHA_DE_PRUEBA = Date.parse('2026-06-15T18:00:00Z');

export const isSatAvailable = existsSync(FOLDER);

/** Settings of a portal that trusts the SAT's test authorities alone, and whose clock is within their validity. */
export const AJUSTES_DEL_SAT = {
  EFIRMA_AC_DIR: path.join(FOLDER, 'ac/prueba'),
  EFIRMA_OCSP_URL: '',
  BUZON_DESFASE: desfaseTo(FECHA_DE_PRUEBA),
};

/** One of the test credentials that the SAT publishes. */
export function readEfirmaDelSat(folder: string, file: string, rfc: string): Efirma {
  const read = (name: string) => makeArchivo(name, readFileSync(path.join(FOLDER, folder, name)));
  return { rfc, nombre: '', contrasena: CONTRASENA, cer: read(`${file}.cer`), key: read(`${file}.key`) };
}

/** The ISO 8601 duration, in whole days, from now to an instant. */
export function desfaseTo(instant: number): string {
  const dias = Math.round((instant - Date.now()) / DIA_MS);
  return dias < 0 ? `-P${-dias}D` : `P${dias}D`;
}
