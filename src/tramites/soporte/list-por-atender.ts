import { diaEnCentro, inicioDelDia } from '#domain/dia.ts';
import { DIA_MS } from '#domain/medio-de-contacto/limites.ts';
import type { Aviso } from '#generated/prisma/client.ts';
import { listAclaraciones } from '#tramites/aclaracion/list-aclaraciones.ts';
import type { ContextoDeSoporte } from '#tramites/contexto.ts';

const RENGLONES = 5;

type MensajeFallido = Pick<Aviso, 'id' | 'tipo' | 'mecanismo' | 'motivo'> & { folio: string; resueltoEn: Date };

/** What waits for support: the oldest aclaraciones, what failed today and what expires within a day, each by an index. */
export async function listPorAtender(ctx: ContextoDeSoporte) {
  const ahora = ctx.now();
  const { filas } = await listAclaraciones(ctx, { estado: null, despuesDe: null });
  // The words of the condition are those of the partial index.
  const fallidos = await ctx.db.$queryRaw<MensajeFallido[]>`
    SELECT id, folio, tipo::text, mecanismo::text, motivo, resuelto_en AS "resueltoEn" FROM aviso
    WHERE estado IN ('RECHAZADO', 'SIN_RESPUESTA', 'REBOTADO') AND resuelto_en >= ${inicioDelDia(diaEnCentro(ahora))}
      AND folio IS NOT NULL
    ORDER BY resuelto_en DESC LIMIT ${RENGLONES}`;
  const porVencer = await ctx.db.medioDeContacto.findMany({
    where: { estado: 'EN_PROCESO', venceEn: { gt: ahora, lt: new Date(ahora.getTime() + DIA_MS) } },
    orderBy: { venceEn: 'asc' },
    take: RENGLONES,
    select: { folio: true, mecanismo: true, venceEn: true },
  });
  return { aclaraciones: filas.filter(({ esperaDesde }) => esperaDesde).slice(0, RENGLONES), fallidos, porVencer };
}
