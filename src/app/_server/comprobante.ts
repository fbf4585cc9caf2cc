import { parseCheckValue } from '#domain/acuse/check-value.ts';
import { parseTipoDeAcuse } from '#domain/acuse/tipo-de-acuse.ts';
import { parseFolio } from '#domain/folio.ts';
import { type AcuseVerificable, findAcuseVerificable } from '#tramites/acuse/find-acuse-verificable.ts';
import { contexto } from './contexto.ts';
import { readDireccion } from './direccion.ts';
import { raiz } from './raiz.ts';

/** The acuse of what an address or a form says. Anything malformed finds nothing, as a wrong value does. */
export async function findPorComprobante(
  folioText: string | undefined,
  tipoText: string | null,
  valorText: string | undefined,
): Promise<AcuseVerificable | null> {
  const folio = parseFolio(folioText ?? '');
  const valor = parseCheckValue(valorText ?? '');
  const tipo = tipoText === null ? null : parseTipoDeAcuse(tipoText);
  if (!folio.ok || !valor || (tipoText !== null && !tipo)) return null;
  return findAcuseVerificable(contexto(), { folio: folio.value, tipo, valor });
}

/** Counts one verification of the visitor's address: values cannot be tried one after another. */
export async function allowVerificacion(): Promise<boolean> {
  return raiz().limites.verificacion.allow(await readDireccion());
}

/** The SHA-256 that the page computed of a file, or null for anything else. */
export function parseArchivo(text: string | undefined): string | null {
  return text !== undefined && /^[0-9a-f]{64}$/.test(text) ? text : null;
}
