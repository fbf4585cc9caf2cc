import type { EfirmaEmitida } from '#demo/autoridad/issue-efirma.ts';
import type { Result } from '#domain/result.ts';
import type { PeticionDeRol } from '#domain/soporte/peticion-de-rol.ts';
import { prepareBaja, signBaja } from '#tramites/medio-de-contacto/remove-medio-de-contacto.ts';
import { prepareRol, signRol } from '#tramites/soporte/sign-rol.ts';
import { type enterSoporte, HOST, NAVEGADOR, type Titular } from './escenario.ts';
import { firmar } from './firmar.ts';

export const AQUI = { host: HOST, navegador: NAVEGADOR };

/** What «Firmar» sends for what a trámite has prepared, with that e.firma. */
export function firmaDe(prepared: Result<{ nonce: string; cadenaOriginal: string }, string>, efirma: EfirmaEmitida) {
  if (!prepared.ok) throw new Error(prepared.error);
  const { nonce, cadenaOriginal } = prepared.value;
  const certificado = efirma.cer as Uint8Array;
  return { nonce, certificado, firma: firmar(efirma, cadenaOriginal), ...AQUI };
}

/** «Firmar y eliminar», for the last medio of an active Buzón. */
export async function eliminarConFirma({ ctx, efirma }: Titular, folio: string) {
  return signBaja(ctx, folio, firmaDe(await prepareBaja(ctx, folio, AQUI), efirma));
}

export type Miembro = Awaited<ReturnType<typeof enterSoporte>>;

/** What «Firmar» does to a role, or why it cannot. */
export async function moverRol({ ctx, efirma }: Miembro, peticion: PeticionDeRol) {
  const prepared = await prepareRol(ctx, peticion, AQUI);
  return prepared.ok ? signRol(ctx, peticion, firmaDe(prepared, efirma)) : prepared;
}
