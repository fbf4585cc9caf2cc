import { appendBitacora } from '#tramites/bitacora/append-bitacora.ts';
import type { ContextoDeSoporte } from '#tramites/contexto.ts';
import { findFolio } from './find-folio.ts';

const POR_PAGINA = 50;

export interface RegistroDeFolio {
  numero: string;
  subdelegacion: string;
  /** When it left the medio; null while it is in it. */
  fechaDeBaja: Date | null;
}

/** Null for any other folio. That somebody looked is recorded first, from the folio or by the address. */
export async function listRegistrosDeFolio(
  ctx: ContextoDeSoporte,
  folio: string,
  despuesDe: string,
): Promise<{ filas: RegistroDeFolio[]; hasMas: boolean } | null> {
  const hallado = await findFolio(ctx, folio);
  if (hallado?.tipo !== 'MEDIO' && hallado?.tipo !== 'BAJA_DE_REGISTROS') return null;
  const { titularId } = hallado;
  const datos = { miembroId: ctx.actor.miembroId };
  await ctx.db.$transaction((tx) => appendBitacora(tx, ctx, { evento: 'FOLIO_CONSULTADO', titularId, folio, datos }));
  const folioDeBaja = hallado.tipo === 'BAJA_DE_REGISTROS' ? folio : null;
  const filas = await ctx.db.$queryRaw<RegistroDeFolio[]>`
    SELECT r.numero, r.subdelegacion, a.fecha_de_baja AS "fechaDeBaja"
    FROM alcance_de_medio a JOIN registro_patronal r ON r.id = a.registro_patronal_id
    WHERE a.medio_id = ${hallado.medioId}::uuid AND a.numero > ${despuesDe}::bpchar
      AND (${folioDeBaja}::text IS NULL OR a.folio_de_baja = ${folioDeBaja})
    ORDER BY a.numero LIMIT ${POR_PAGINA + 1}`;
  return { filas: filas.slice(0, POR_PAGINA), hasMas: filas.length > POR_PAGINA };
}
