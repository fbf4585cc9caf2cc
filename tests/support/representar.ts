import type { EfirmaEmitida } from '#demo/autoridad/issue-efirma.ts';
import type { PropuestaEscrita } from '#domain/representacion/propuesta.ts';
import type { ContextoDeTitular } from '#tramites/contexto.ts';
import { proposeRepresentacion } from '#tramites/representacion/propose-representacion.ts';
import { prepareFirma, signRepresentacion } from '#tramites/representacion/sign-representacion.ts';
import { HOST, NAVEGADOR, type Titular } from './escenario.ts';
import { firmar } from './firmar.ts';

const AQUI = { host: HOST, navegador: NAVEGADOR };
export const BUENA: PropuestaEscrita = {
  rfc: '',
  poderes: ['ACTIVAR', 'MEDIOS', 'ACLARACIONES', 'CONSULTAR'],
  registros: '',
  hasta: '2027-06-30',
};

/** What the form of a proposal sends; gives its folio. */
export async function proponer(
  titular: Titular,
  rfc: string,
  cambios: Partial<PropuestaEscrita> = {},
): Promise<string> {
  const result = await proposeRepresentacion(titular.ctx, { ...BUENA, rfc, ...cambios });
  if (!result.ok) throw new Error(result.error);
  return result.value.folio;
}

/** What «Firmar» sends for a designation, from a page of `ctx`, with that e.firma. */
export async function firmaDe(ctx: ContextoDeTitular, efirma: EfirmaEmitida, folio: string) {
  const prepared = await prepareFirma(ctx, folio, AQUI);
  if (!prepared.ok) throw new Error(prepared.error);
  const { nonce, cadenaOriginal } = prepared.value;
  const certificado = efirma.cer as Uint8Array;
  return { nonce, certificado, firma: firmar(efirma, cadenaOriginal), ventanaMinutos: 30, ...AQUI };
}

export async function firmarDesignacion(ctx: ContextoDeTitular, efirma: EfirmaEmitida, folio: string) {
  return signRepresentacion(ctx, await firmaDe(ctx, efirma, folio));
}

/** A designation in force, signed by both, each in their own session. */
export async function designar(titular: Titular, representante: Titular, cambios: Partial<PropuestaEscrita> = {}) {
  const folio = await proponer(titular, representante.ctx.actor.rfc, cambios);
  await firmarDesignacion(representante.ctx, representante.efirma, folio);
  const result = await firmarDesignacion(titular.ctx, titular.efirma, folio);
  if (!result.ok || !result.value.isVigente) throw new Error('the designation is not in force');
  return folio;
}
