import { parseBusquedaDeRegistro } from '#domain/registro-patronal.ts';
import type { ContextoDeTitular } from '#tramites/contexto.ts';
import { CUENTA_MAXIMA } from '#tramites/tarea/count-tareas.ts';
import { elegidosDe } from '#tramites/vigencia/alcance.ts';

interface BusquedaDeRegistros {
  buscar: string;
  sinValidar: boolean;
  despuesDe: string;
  /** Whose marks to tell; null while nothing was ticked. */
  seleccionId: string | null;
}

interface RegistroListado extends Record<'numero' | 'subdelegacion', string> {
  correos: number;
  telefonos: number;
  isMarcado: boolean;
}

/** Guide VI, step 3. Every kind of search walks an index: fifty thousand cost what fifty do. */
export async function listRegistros(ctx: ContextoDeTitular, busqueda: BusquedaDeRegistros) {
  const { por, prefijo } = parseBusquedaDeRegistro(busqueda.buscar);
  const elegidos = elegidosDe(ctx);
  const list = por === 'NUMERO' || elegidos.length > 0 ? listByNumero : listBySubdelegacion;
  const porNumero = por === 'NUMERO' ? prefijo : '';
  const filas = await list(ctx, { ...busqueda, prefijo: list === listByNumero ? porNumero : prefijo, elegidos });
  return { filas: filas.slice(0, REGISTROS_POR_PAGINA), hasMas: filas.length > REGISTROS_POR_PAGINA };
}

/** Of whoever represents the titular for chosen registros, those alone, by their number however they are searched. */
type ConPrefijo = BusquedaDeRegistros & { prefijo: string; elegidos: string[] };

function listByNumero(ctx: ContextoDeTitular, { prefijo, despuesDe, sinValidar, seleccionId, elegidos }: ConPrefijo) {
  return ctx.db.$queryRaw<RegistroListado[]>`
    SELECT pagina.numero, pagina.subdelegacion, correos, telefonos, marca.registro_patronal_id IS NOT NULL AS "isMarcado"
    FROM (
      SELECT * FROM registro_vigente
      WHERE titular_id = ${ctx.actor.titularId}::uuid AND numero > ${despuesDe}::bpchar
        AND numero >= ${prefijo}::bpchar AND numero < ${`${prefijo}~`}::bpchar
        AND (${elegidos.length === 0} OR numero = ANY (${elegidos}::bpchar[]))
        AND (NOT ${sinValidar} OR id NOT IN (SELECT c.id FROM registros_con_medio(${ctx.actor.titularId}::uuid) c))
      ORDER BY numero LIMIT ${REGISTROS_POR_PAGINA + 1}
    ) AS pagina
    CROSS JOIN LATERAL medios_validados(pagina.id)
    LEFT JOIN marca_de_registro marca ON marca.seleccion_id = ${seleccionId}::uuid AND marca.registro_patronal_id = pagina.id
    ORDER BY pagina.numero`;
}

function listBySubdelegacion(ctx: ContextoDeTitular, { prefijo, despuesDe, sinValidar, seleccionId }: ConPrefijo) {
  return ctx.db.$queryRaw<RegistroListado[]>`
    SELECT pagina.numero, pagina.subdelegacion, correos, telefonos, marca.registro_patronal_id IS NOT NULL AS "isMarcado"
    FROM registros_por_subdelegacion(
      ${ctx.actor.titularId}::uuid, ${prefijo}, ${despuesDe}::bpchar, ${sinValidar}, ${REGISTROS_POR_PAGINA + 1}::int
    ) AS pagina
    CROSS JOIN LATERAL medios_validados(pagina.id)
    LEFT JOIN marca_de_registro marca ON marca.seleccion_id = ${seleccionId}::uuid AND marca.registro_patronal_id = pagina.id
    ORDER BY pagina.subdelegacion_buscable, pagina.numero`;
}

const REGISTROS_POR_PAGINA = 25;

export interface BusquedaDeHallados {
  buscar: string;
  sinValidar: boolean;
}

/** How many of the vigentes a search finds, CUENTA_MAXIMA where there are more, and on how many pages, null then. */
export async function countHallados(
  ctx: ContextoDeTitular,
  { buscar, sinValidar }: BusquedaDeHallados,
  vigentes: number,
) {
  const { por, prefijo } = parseBusquedaDeRegistro(buscar);
  if (prefijo === '' && !sinValidar) return pagesOf(vigentes);
  const numeros = elegidosDe(ctx);
  const [{ hallados }] = await ctx.db.$queryRaw<[{ hallados: number }]>`
    SELECT count(*)::int AS hallados FROM (
      SELECT FROM registros_hallados(${ctx.actor.titularId}::uuid, ${por === 'NUMERO'}, ${prefijo}, ${sinValidar}) todos
      WHERE ${numeros.length === 0} OR todos.id IN (
        SELECT id FROM registro_patronal WHERE numero = ANY (${numeros}::bpchar[]))
      LIMIT ${CUENTA_MAXIMA}
    ) AS hallado`;
  return hallados < CUENTA_MAXIMA ? pagesOf(hallados) : { hallados, paginas: null };
}

function pagesOf(hallados: number) {
  return { hallados, paginas: Math.max(1, Math.ceil(hallados / REGISTROS_POR_PAGINA)) };
}

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
