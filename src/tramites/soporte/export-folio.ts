import type { FolioLeido } from '#domain/soporte/folio-leido.ts';
import { appendBitacora } from '#tramites/bitacora/append-bitacora.ts';
import type { ContextoDeSoporte } from '#tramites/contexto.ts';
import { findMostradosHasta } from '#tramites/datos-mostrados/find-mostrados-hasta.ts';
import { collectFolio } from './collect-folio.ts';
import { findFolio } from './find-folio.ts';

/** More than any folio that is not being abused has; a document of them is some sixty pages. */
const APUNTES_EXPORTADOS = 2_000;

/** Null when it was never given. Recorded first, with whether personal data went along: the document says so. */
export async function exportFolio(
  ctx: ContextoDeSoporte,
  folio: string,
  { formato, isCubierto }: { formato: 'PDF' | 'CSV'; isCubierto: boolean },
): Promise<FolioLeido | null> {
  const hallado = await findFolio(ctx, folio);
  if (!hallado) return null;
  const isALaVista = !isCubierto && (await findMostradosHasta(ctx, folio)) !== null;
  const { titularId } = hallado;
  const datos = { miembroId: ctx.actor.miembroId, formato, isALaVista };
  await ctx.db.$transaction((tx) => appendBitacora(tx, ctx, { evento: 'FOLIO_EXPORTADO', titularId, folio, datos }));
  return collectFolio(ctx, hallado, { limite: APUNTES_EXPORTADOS, isCubierto: !isALaVista });
}
