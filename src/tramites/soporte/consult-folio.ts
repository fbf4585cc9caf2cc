import type { FolioLeido } from '#domain/soporte/folio-leido.ts';
import { appendBitacora } from '#tramites/bitacora/append-bitacora.ts';
import type { ContextoDeSoporte } from '#tramites/contexto.ts';
import { collectFolio } from './collect-folio.ts';
import { findFolio } from './find-folio.ts';

const APUNTES_EN_PANTALLA = 500;

/** Null when it was never given. That they looked is recorded first, and so is part of what they see. */
export async function consultFolio(
  ctx: ContextoDeSoporte,
  folio: string,
  { isCubierto }: { isCubierto: boolean },
): Promise<FolioLeido | null> {
  const hallado = await findFolio(ctx, folio);
  if (!hallado) return null;
  const { titularId } = hallado;
  const datos = { miembroId: ctx.actor.miembroId };
  await ctx.db.$transaction((tx) => appendBitacora(tx, ctx, { evento: 'FOLIO_CONSULTADO', titularId, folio, datos }));
  return collectFolio(ctx, hallado, { limite: APUNTES_EN_PANTALLA, isCubierto });
}
