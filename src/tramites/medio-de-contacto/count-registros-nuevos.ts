import type { ContextoDeTitular } from '#tramites/contexto.ts';

/**
 * Medios registered for all registros patronales before some of those that are vigentes now: their folio and how many
 * came later. An old «todos» never covers what it was not told of.
 */
export async function countRegistrosNuevos(ctx: ContextoDeTitular) {
  return ctx.db.$queryRaw<
    { folio: string; mecanismo: 'CORREO_ELECTRONICO' | 'TELEFONO'; valor: string; nuevos: number }[]
  >`
    SELECT m.folio, m.mecanismo::text, m.valor, nuevos FROM medio_de_contacto m
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS nuevos FROM registro_patronal r
      WHERE r.titular_id = m.titular_id AND r.estado = 'VIGENTE' AND r.alta > m.todos_hasta_alta
        AND NOT EXISTS (SELECT FROM alcance_de_medio a
          WHERE a.registro_patronal_id = r.id AND a.lugar IS NOT NULL AND a.mecanismo = m.mecanismo
            AND a.valor_comparable = m.valor_comparable)
    ) AS conteo
    WHERE m.titular_id = ${ctx.actor.titularId}::uuid AND m.estado IN ('EN_PROCESO', 'VALIDADO')
      AND m.todos_hasta_alta IS NOT NULL AND nuevos > 0
    ORDER BY m.fecha_de_registro DESC`;
}
