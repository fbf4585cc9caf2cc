import { parseEtiqueta } from '#domain/medio-de-contacto/etiqueta.ts';
import { fail, ok } from '#domain/result.ts';
import type { ContextoDeTitular } from '#tramites/contexto.ts';
import { mediosDe } from '#tramites/vigencia/alcance.ts';

/** Its titular's own word for a medio in use, which nobody else sees and no acuse or message has; an empty one takes it away. */
export async function labelMedio(ctx: ContextoDeTitular, folio: string, text: string) {
  const etiqueta = parseEtiqueta(text);
  if (!etiqueta.ok) return etiqueta;
  const medio = await ctx.db.medioDeContacto.findUnique({
    where: { folio, ...mediosDe(ctx), estado: { in: ['EN_PROCESO', 'VALIDADO'] } },
    select: { id: true },
  });
  if (!medio) return fail('MEDIO_SIN_ETIQUETA');
  const data = { etiqueta: etiqueta.value };
  await ctx.db.apunteDeMedio.upsert({
    where: { medioId: medio.id },
    create: { medioId: medio.id, ...data },
    update: data,
    select: { medioId: true },
  });
  return ok({ folio });
}
