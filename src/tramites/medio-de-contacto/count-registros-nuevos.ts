import type { ContextoDeTitular } from '#tramites/contexto.ts';
import { elegidosDe } from '#tramites/vigencia/alcance.ts';

/** An old «todos» never covers what it was not told of. Of several for one value, the newest tells. */
export async function countRegistrosNuevos(ctx: ContextoDeTitular) {
  // What was registered for all is nothing of who represents the titular for some.
  if (elegidosDe(ctx).length > 0) return [];
  return ctx.db.$queryRaw<
    { folio: string; mecanismo: 'CORREO_ELECTRONICO' | 'TELEFONO'; valor: string; nuevos: number }[]
  >`
    SELECT folio, mecanismo::text, valor, nuevos FROM (
      SELECT DISTINCT ON (mecanismo, valor_comparable) id, folio, mecanismo, valor, fecha_de_registro
      FROM medio_de_contacto
      WHERE titular_id = ${ctx.actor.titularId}::uuid AND todos_hasta_alta IS NOT NULL
        AND (estado = 'VALIDADO' OR estado = 'EN_PROCESO' AND vence_en > ${ctx.now()})
      ORDER BY mecanismo, valor_comparable, fecha_de_registro DESC, folio DESC
    ) AS medio
    CROSS JOIN LATERAL (SELECT count(*)::int AS nuevos FROM registros_nuevos_para(medio.id)) AS conteo
    WHERE nuevos > 0
    ORDER BY fecha_de_registro DESC, folio DESC`;
}
