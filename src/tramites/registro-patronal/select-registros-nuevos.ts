import { randomUUID } from 'node:crypto';
import type { ContextoDeTitular } from '#tramites/contexto.ts';
import { duenoDeSeleccion, elegidosDe, mediosDe } from '#tramites/vigencia/alcance.ts';

/** Answers its id, or null when that medio is not active, not the titular's, or was not registered for all. */
export async function selectRegistrosNuevos(ctx: ContextoDeTitular, folio: string): Promise<string | null> {
  const medio = await ctx.db.medioDeContacto.findUnique({
    where: {
      folio,
      ...mediosDe(ctx),
      todosHastaAlta: { not: null },
      OR: [{ estado: 'VALIDADO' }, { estado: 'EN_PROCESO', venceEn: { gt: ctx.now() } }],
    },
    select: { id: true },
  });
  if (!medio) return null;
  const seleccionId = randomUUID();
  await ctx.db.$transaction(async (tx) => {
    const data = { id: seleccionId, ...duenoDeSeleccion(ctx), modificadaEn: ctx.now() };
    await tx.seleccionDeRegistros.create({ data, select: { id: true } });
    await tx.$executeRaw`
      INSERT INTO marca_de_registro (seleccion_id, registro_patronal_id)
      SELECT ${seleccionId}::uuid, id FROM registros_nuevos_para(${medio.id}::uuid)`;
  });
  return seleccionId;
}

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
