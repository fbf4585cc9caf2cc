import type { ContextoDeTitular } from '#tramites/contexto.ts';

/**
 * Medios registered for all registros patronales before some of those that are vigentes now: their folio and how many
 * came later and can take them. An old «todos» never covers what it was not told of.
 */
export async function countRegistrosNuevos(ctx: ContextoDeTitular) {
  return ctx.db.$queryRaw<
    { folio: string; mecanismo: 'CORREO_ELECTRONICO' | 'TELEFONO'; valor: string; nuevos: number }[]
  >`
    SELECT folio, mecanismo::text, valor, nuevos FROM medio_de_contacto
    CROSS JOIN LATERAL (SELECT count(*)::int AS nuevos FROM registros_nuevos_para(medio_de_contacto.id)) AS conteo
    WHERE titular_id = ${ctx.actor.titularId}::uuid AND estado IN ('EN_PROCESO', 'VALIDADO')
      AND todos_hasta_alta IS NOT NULL AND nuevos > 0
    ORDER BY fecha_de_registro DESC`;
}
