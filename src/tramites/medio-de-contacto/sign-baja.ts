import { fail, ok } from '#domain/result.ts';
import type { FirmaRecibida, Navegador } from '#tramites/challenge/issue-challenge.ts';
import type { ContextoDeTitular } from '#tramites/contexto.ts';
import { prepareActo, verifyActo } from '#tramites/efirma/verify-acto.ts';
import { findActoDeBaja, removeMedioDeContacto } from './remove-medio-de-contacto.ts';

/** «Firmar y eliminar»: the last medio that works of an active Buzón, by whoever proves anew that they are its titular. */
export async function signBaja(ctx: ContextoDeTitular, folio: string, firma: FirmaRecibida) {
  const acto = await findActoDeBaja(ctx, folio);
  if (!acto) return fail('BAJA_NO_PROCEDE');
  const verified = await verifyActo(ctx, acto, firma);
  return verified.ok ? removeMedioDeContacto(ctx, folio, verified.value) : verified;
}

export async function prepareBaja(ctx: ContextoDeTitular, folio: string, navegador: Navegador) {
  const acto = await findActoDeBaja(ctx, folio);
  return acto ? ok(await prepareActo(ctx, acto, navegador)) : fail('BAJA_NO_PROCEDE');
}
