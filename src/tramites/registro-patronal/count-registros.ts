import type { ContextoDeTitular } from '#tramites/contexto.ts';
import { elegidosDe } from '#tramites/vigencia/alcance.ts';

/** How many registros patronales the titular has and how many are vigentes; none vigente makes it a particular (guide III). */
export async function countRegistros(ctx: ContextoDeTitular): Promise<{ vigentes: number; total: number }> {
  const numeros = elegidosDe(ctx);
  if (numeros.length > 0) {
    const suyos = { titularId: ctx.actor.titularId, numero: { in: numeros } };
    const vigentes = await ctx.db.registroPatronal.count({ where: { ...suyos, estado: 'VIGENTE' } });
    return { vigentes, total: await ctx.db.registroPatronal.count({ where: suyos }) };
  }
  const conteo = await ctx.db.conteoDeRegistros.findUnique({
    where: { titularId: ctx.actor.titularId },
    select: { vigentes: true, total: true },
  });
  return conteo ?? { vigentes: 0, total: 0 };
}
