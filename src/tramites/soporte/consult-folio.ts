import type { FolioLeido } from '#domain/soporte/folio-leido.ts';
import { appendBitacora } from '#tramites/bitacora/append-bitacora.ts';
import type { ContextoDeSoporte } from '#tramites/contexto.ts';
import { findMostradosHasta } from '#tramites/datos-mostrados/find-mostrados-hasta.ts';
import { collectFolio } from './collect-folio.ts';
import { type FolioHallado, findFolio } from './find-folio.ts';

const APUNTES_EN_PANTALLA = 500;

/** Null when it was never given. That they looked is recorded first, and so is part of what they see. */
export async function consultFolio(ctx: ContextoDeSoporte, folio: string, { isCubierto }: { isCubierto: boolean }) {
  const hallado = await findFolio(ctx, folio);
  if (!hallado) return null;
  await recordConsulta(ctx, hallado);
  return collectFolio(ctx, hallado, { limite: APUNTES_EN_PANTALLA, isCubierto });
}

function recordConsulta(ctx: ContextoDeSoporte, { folio, titularId }: FolioHallado): Promise<void> {
  const datos = { miembroId: ctx.actor.miembroId };
  return appendBitacora(ctx.db, ctx, { evento: 'FOLIO_CONSULTADO', titularId, folio, datos });
}

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
  await appendBitacora(ctx.db, ctx, { evento: 'FOLIO_EXPORTADO', titularId, folio, datos });
  return collectFolio(ctx, hallado, { limite: APUNTES_EXPORTADOS, isCubierto: !isALaVista });
}

const POR_PAGINA = 50;

/** With when each left the medio. Null for any other folio. That somebody looked is recorded first, from the folio or by the address. */
export async function listRegistrosDeFolio(ctx: ContextoDeSoporte, folio: string, despuesDe: string) {
  const hallado = await findFolio(ctx, folio);
  if (hallado?.tipo !== 'MEDIO' && hallado?.tipo !== 'BAJA_DE_REGISTROS') return null;
  await recordConsulta(ctx, hallado);
  const folioDeBaja = hallado.tipo === 'BAJA_DE_REGISTROS' ? folio : null;
  const filas = await ctx.db.$queryRaw<{ numero: string; subdelegacion: string; fechaDeBaja: Date | null }[]>`
    SELECT r.numero, r.subdelegacion, a.fecha_de_baja AS "fechaDeBaja"
    FROM alcance_de_medio a JOIN registro_patronal r ON r.id = a.registro_patronal_id
    WHERE a.medio_id = ${hallado.medioId}::uuid AND a.numero > ${despuesDe}::bpchar
      AND (${folioDeBaja}::text IS NULL OR a.folio_de_baja = ${folioDeBaja})
    ORDER BY a.numero LIMIT ${POR_PAGINA + 1}`;
  return { filas: filas.slice(0, POR_PAGINA), hasMas: filas.length > POR_PAGINA };
}
