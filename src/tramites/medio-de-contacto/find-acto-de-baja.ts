import type { BajaDelUltimo } from '#domain/efirma/cadena-de-acto.ts';
import type { ContextoDeTitular } from '#tramites/contexto.ts';
import { checkRemoval } from './remove-medio-de-contacto.ts';

/** What would be signed; null where the removal asks for no signature, and for a representative: it is the titular's own. */
export async function findActoDeBaja(ctx: ContextoDeTitular, folio: string): Promise<BajaDelUltimo | null> {
  const medio = await checkRemoval(ctx, folio);
  if (!medio?.pideFirma || ctx.actor.porConducto) return null;
  const { mecanismo, valor } = medio;
  return { tipo: 'ELIMINAR_ULTIMO_MEDIO', folio, mecanismo, valor };
}
