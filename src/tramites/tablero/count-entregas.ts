import type { Mecanismo } from '#domain/medio-de-contacto/mecanismo.ts';
import { RESULTADOS_DE_REBOTE, type ResultadoDeRebote } from '#domain/rebote/resultado.ts';
import type { Periodo } from '#domain/soporte/rango-del-tablero.ts';
import type { ContextoDeSoporte } from '#tramites/contexto.ts';

/** Those that failed were refused, had no answer until it was given up, or came back. */
type Entregas = Record<'mensajes' | 'aceptados' | 'fallidos', number>;

/** With fewer messages a domain may be one person's or one company's, so that it is summed with others. */
const MENSAJES_MINIMOS = 5;
const DOMINIOS = 20;

/** What became of the messages written in the range, by provider and by domain of the mail. What was discarded is none. */
export async function countEntregas(cuenta: Cuenta) {
  return { porProveedor: await countByProveedor(cuenta), porDominio: await countByDominio(cuenta) };
}

function countByProveedor({ db, desde, hasta }: Cuenta) {
  return db.$queryRaw<(Entregas & { mecanismo: Mecanismo })[]>`
    SELECT mecanismo, count(*)::int AS mensajes,
           count(*) FILTER (WHERE estado IN ('ACEPTADO', 'ENTREGADO'))::int AS aceptados,
           count(*) FILTER (WHERE estado IN ('RECHAZADO', 'SIN_RESPUESTA', 'REBOTADO'))::int AS fallidos
    FROM aviso WHERE creado_en >= ${desde} AND creado_en < ${hasta} AND estado <> 'DESCARTADO'
    GROUP BY mecanismo ORDER BY mecanismo`;
}

/** Those with the most messages first; `dominio` is null for all the others together, which come last. */
function countByDominio({ db, desde, hasta }: Cuenta) {
  return db.$queryRaw<(Entregas & { dominio: string | null })[]>`
    WITH por_dominio AS (
      SELECT split_part(destino_comparable, '@', 2) AS dominio, count(*) AS mensajes,
             count(*) FILTER (WHERE estado IN ('ACEPTADO', 'ENTREGADO')) AS aceptados,
             count(*) FILTER (WHERE estado IN ('RECHAZADO', 'SIN_RESPUESTA', 'REBOTADO')) AS fallidos
      FROM aviso
      WHERE creado_en >= ${desde} AND creado_en < ${hasta} AND estado <> 'DESCARTADO'
        AND mecanismo = 'CORREO_ELECTRONICO'
      GROUP BY 1
    ), nombrado AS (
      SELECT *, mensajes >= ${MENSAJES_MINIMOS}
        AND row_number() OVER (ORDER BY mensajes DESC, dominio) <= ${DOMINIOS} AS con_nombre
      FROM por_dominio
    )
    SELECT CASE WHEN con_nombre THEN dominio END AS dominio, sum(mensajes)::int AS mensajes,
           sum(aceptados)::int AS aceptados, sum(fallidos)::int AS fallidos
    FROM nombrado GROUP BY con_nombre, 1 ORDER BY con_nombre DESC, 2 DESC, 1`;
}

export type Cuenta = Pick<ContextoDeSoporte, 'db'> & Periodo;

type CuentaDeRebotes = Record<ResultadoDeRebote, number>;

/** What the messages were that came to the mailbox of bounces, those read in the range or, without one, since ever. */
export async function countRebotes({ db, ...rango }: Pick<Cuenta, 'db'> & Partial<Cuenta>): Promise<CuentaDeRebotes> {
  const leidaEn = { gte: rango.desde, lt: rango.hasta };
  const cuentas = await db.lecturaDeRebote.groupBy({ by: ['resultado'], where: { leidaEn }, _count: true });
  const countOf = (each: ResultadoDeRebote) => cuentas.find(({ resultado }) => resultado === each)?._count ?? 0;
  return Object.fromEntries(RESULTADOS_DE_REBOTE.map((each) => [each, countOf(each)])) as CuentaDeRebotes;
}
