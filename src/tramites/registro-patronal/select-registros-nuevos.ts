import { randomUUID } from 'node:crypto';
import type { ContextoDeTitular } from '#tramites/contexto.ts';
import { duenoDeSeleccion, mediosDe } from '#tramites/vigencia/alcance.ts';

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
