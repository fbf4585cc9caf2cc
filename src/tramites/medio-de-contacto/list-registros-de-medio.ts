import { estadoVigente } from '#domain/medio-de-contacto/plazo.ts';
import type { ContextoDeTitular } from '#tramites/contexto.ts';

const REGISTROS_DE_MEDIO_POR_PAGINA = 50;

/** A medio for registros patronales with one page of those that it covers; null when it is for the RFC or not theirs. */
export async function listRegistrosDeMedio(ctx: ContextoDeTitular, folio: string, despuesDe: string) {
  const medio = await ctx.db.medioDeContacto.findUnique({
    where: { folio, titularId: ctx.actor.titularId, registros: { not: null } },
    select: { id: true, folio: true, mecanismo: true, valor: true, estado: true, venceEn: true, registros: true },
  });
  if (!medio) return null;
  const alcances = await ctx.db.$queryRaw<{ numero: string; subdelegacion: string; fechaDeBaja: Date | null }[]>`
    SELECT r.numero, r.subdelegacion, a.fecha_de_baja AS "fechaDeBaja"
    FROM alcance_de_medio a JOIN registro_patronal r ON r.id = a.registro_patronal_id
    WHERE a.medio_id = ${medio.id}::uuid AND r.numero > ${despuesDe}::bpchar
    ORDER BY r.numero LIMIT ${REGISTROS_DE_MEDIO_POR_PAGINA + 1}`;
  return {
    ...medio,
    estado: estadoVigente(medio, ctx.now()),
    alcances: alcances.slice(0, REGISTROS_DE_MEDIO_POR_PAGINA),
    hasMas: alcances.length > REGISTROS_DE_MEDIO_POR_PAGINA,
  };
}

/** Whether a removal of registros from this medio, by its folio, is the titular's: what the page then tells. */
export async function isBajaDeRegistros(ctx: ContextoDeTitular, folio: string, folioDeBaja: string): Promise<boolean> {
  const medio = { folio, titularId: ctx.actor.titularId };
  return (await ctx.db.alcanceDeMedio.count({ where: { medio, folioDeBaja } })) > 0;
}
