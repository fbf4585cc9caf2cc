import { parseCheckValue } from '#domain/acuse/check-value.ts';
import type { VerificacionError } from '#domain/acuse/falla-de-acuse.ts';
import { parseTipoDeAcuse, type TipoDeAcuse } from '#domain/acuse/tipo-de-acuse.ts';
import { type Folio, parseFolio } from '#domain/folio.ts';
import { fail, ok, type Result } from '#domain/result.ts';
import { type AcuseVerificable, findAcuseVerificable } from '#tramites/acuse/find-acuse-verificable.ts';
import { contexto } from '../_server/contexto.ts';
import { root } from '../_server/root.ts';
import { findDireccion } from './find-direccion.ts';

/** The acuse of what an address or a form says, or why there is none. A tipo that is none finds nothing, as a wrong value does. */
export async function findPorComprobante(
  folioText: string | undefined,
  tipoText: string | null,
  valorText: string | undefined,
): Promise<Result<AcuseVerificable, VerificacionError>> {
  const folio = parseFolio(folioText ?? '');
  if (!folio.ok) return fail('FOLIO_MAL_ESCRITO');
  const valor = parseCheckValue(valorText ?? '');
  if (!valor) return fail('VALOR_MAL_ESCRITO');
  const tipo = tipoText === null ? null : parseTipoDeAcuse(tipoText);
  if (tipoText !== null && !tipo) return fail('ACUSE_NO_ENCONTRADO');
  const acuse = await findAcuseVerificable(contexto(), { folio: folio.value, tipo, valor });
  return acuse ? ok(acuse) : fail('ACUSE_NO_ENCONTRADO');
}

/** The acuse that an address names; null when its folio or its tipo is none. */
export function parseAcuse(asked: { folio: string; tipo: string }): { folio: Folio; tipo: TipoDeAcuse } | null {
  const folio = parseFolio(asked.folio);
  const tipo = parseTipoDeAcuse(asked.tipo);
  return folio.ok && tipo ? { folio: folio.value, tipo } : null;
}

/** Counts one verification of the visitor's address: values cannot be tried one after another. */
export async function allowVerificacion(): Promise<boolean> {
  return root().limites.verificacion.allow(await findDireccion());
}

/** The SHA-256 that the page computed of a file, or null for anything else. */
export function parseArchivo(text: string | undefined): string | null {
  return text !== undefined && /^[0-9a-f]{64}$/.test(text) ? text : null;
}
