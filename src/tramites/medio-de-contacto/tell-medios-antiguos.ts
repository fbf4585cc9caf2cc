import type { Mecanismo } from '#domain/medio-de-contacto/mecanismo.ts';
import { PRUEBA_MAXIMA_MS } from '#domain/medio-de-contacto/salud.ts';
import { createAviso, type Destino } from '#tramites/aviso/create-aviso.ts';
import { type Contexto, holdInstante, type Tx } from '#tramites/contexto.ts';

/** Each minute: a year of many titulares that ends on one day takes longer, and leaves the SMS of the day to who registers. */
const POR_VEZ = { CORREO_ELECTRONICO: 100, TELEFONO: 5 } as const satisfies Record<Mecanismo, number>;

/** For the worker: asks of what was proved a year ago whether it is in use still, there itself and once a year. */
export async function tellMediosAntiguos(asked: Contexto): Promise<void> {
  for (const mecanismo of ['CORREO_ELECTRONICO', 'TELEFONO'] as const)
    await asked.db.$transaction(async (tx) => {
      // One instant for what is asked and for its message: the link is of the last that was asked.
      const ctx = holdInstante(asked);
      const antiguos = await markPedidos(tx, ctx, mecanismo);
      const avisos = antiguos.map(({ medioId, titularId, ...destino }) => ({ titularId, medioId, destino }));
      await createAviso(
        tx,
        ctx,
        avisos.map((aviso) => ({ ...aviso, tipo: 'CONFIRMA_MEDIO' as const })),
      );
    });
}

type Antiguo = Destino & { medioId: string; titularId: string };

/**
 * In the order of their index, of which no more is read than the batch takes; one of each value, whatever it is for. Who is
 * busy waits for the next time, and who said that an address is not the titular's is not asked.
 */
function markPedidos(tx: Tx, { now }: Pick<Contexto, 'now'>, mecanismo: Mecanismo): Promise<Antiguo[]> {
  const hasta = new Date(now().getTime() - PRUEBA_MAXIMA_MS);
  return tx.$queryRaw<Antiguo[]>`
    WITH toca AS (
      SELECT titular_id, valor_comparable FROM medio_de_contacto AS medio JOIN titular ON titular.id = titular_id
      WHERE estado = 'VALIDADO' AND mecanismo = ${mecanismo}::"Mecanismo"
        AND greatest(fecha_de_validacion, confirmado_en, confirmacion_pedida_en) < ${hasta}
        AND NOT EXISTS (SELECT FROM salud_de_medio AS s WHERE s.folio = medio.folio AND s.ajeno_en >= s.fecha_de_validacion)
      ORDER BY greatest(fecha_de_validacion, confirmado_en, confirmacion_pedida_en)
      LIMIT ${POR_VEZ[mecanismo]} FOR NO KEY UPDATE OF medio, titular SKIP LOCKED
    ), pedido AS (
      UPDATE medio_de_contacto AS medio SET confirmacion_pedida_en = ${now()}
      FROM (SELECT DISTINCT titular_id, valor_comparable FROM toca) AS suyo
      WHERE (medio.titular_id, medio.valor_comparable) = (suyo.titular_id, suyo.valor_comparable) AND estado = 'VALIDADO'
        AND greatest(fecha_de_validacion, confirmado_en, confirmacion_pedida_en) < ${hasta}
      RETURNING medio.*
    )
    SELECT DISTINCT ON (titular_id, valor_comparable) id AS "medioId", titular_id AS "titularId", mecanismo, valor,
      valor_comparable AS "valorComparable"
    FROM pedido ORDER BY titular_id, valor_comparable, folio`;
}
