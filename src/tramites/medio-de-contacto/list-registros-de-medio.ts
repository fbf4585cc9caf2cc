import { estadoVigente } from '#domain/medio-de-contacto/plazo.ts';
import type { ContextoDeTitular } from '#tramites/contexto.ts';
import { mediosDe } from '#tramites/vigencia/alcance.ts';

const REGISTROS_DE_MEDIO_POR_PAGINA = 50;

interface Alcance {
  numero: string;
  subdelegacion: string;
  fechaDeBaja: Date | null;
  /** It is the titular's, and de baja in the padrón: that alone takes it off no medio. */
  isDeBaja: boolean;
}

/** Null when it is for the RFC or not theirs. Of a registro that passed to another titular only its number is told. */
export async function listRegistrosDeMedio(
  ctx: ContextoDeTitular,
  folio: string,
  { prefijo, despuesDe }: Record<'prefijo' | 'despuesDe', string>,
) {
  const medio = await ctx.db.medioDeContacto.findUnique({
    where: { folio, ...mediosDe(ctx), registros: { not: null } },
    select: { id: true, folio: true, mecanismo: true, valor: true, estado: true, venceEn: true, registros: true },
  });
  if (!medio) return null;
  const alcances = await ctx.db.$queryRaw<Alcance[]>`
    SELECT pagina.numero, pagina.fecha_de_baja AS "fechaDeBaja",
      CASE WHEN r.titular_id = ${ctx.actor.titularId}::uuid THEN r.subdelegacion ELSE '—' END AS subdelegacion,
      r.titular_id = ${ctx.actor.titularId}::uuid AND r.estado = 'BAJA' AS "isDeBaja"
    FROM (
      SELECT numero, registro_patronal_id, fecha_de_baja FROM alcance_de_medio
      WHERE medio_id = ${medio.id}::uuid AND numero > ${despuesDe}::bpchar
        AND numero >= ${prefijo}::bpchar AND numero < ${`${prefijo}~`}::bpchar
      ORDER BY numero LIMIT ${REGISTROS_DE_MEDIO_POR_PAGINA + 1}
    ) AS pagina
    JOIN registro_patronal r ON r.id = pagina.registro_patronal_id ORDER BY pagina.numero`;
  return {
    ...medio,
    estado: estadoVigente(medio, ctx.now()),
    alcances: alcances.slice(0, REGISTROS_DE_MEDIO_POR_PAGINA),
    hasMas: alcances.length > REGISTROS_DE_MEDIO_POR_PAGINA,
  };
}

/** Whether a removal of registros from this medio, by its folio, is the titular's: what the page then tells. */
export async function isBajaDeRegistros(ctx: ContextoDeTitular, folio: string, folioDeBaja: string): Promise<boolean> {
  const medio = { folio, ...mediosDe(ctx) };
  return (await ctx.db.alcanceDeMedio.count({ where: { medio, folioDeBaja } })) > 0;
}
