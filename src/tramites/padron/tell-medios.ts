import type { RegistroDelPadron } from '#domain/padron/registro-del-padron.ts';
import { appendBitacora } from '#tramites/bitacora/append-bitacora.ts';
import type { Contexto, Tx } from '#tramites/contexto.ts';

type CambioDeMedio = Record<'folio' | 'titularId', string> & Record<'deBaja' | 'vigentes' | 'deVuelta', number>;

/** Those de baja or vigentes again stay in it; those that come back to its titular do not return to it. */
export async function tellMedios(
  tx: Tx,
  ctx: Pick<Contexto, 'now' | 'actor'>,
  registros: readonly RegistroDelPadron[],
): Promise<void> {
  if (registros.length === 0) return;
  const cambios = await tx.$queryRaw<CambioDeMedio[]>`
    WITH cambio AS (
      SELECT r.id, r.numero, r.titular_id AS antes, t.id AS ahora, n.estado FROM jsonb_to_recordset(${JSON.stringify(registros)}::jsonb)
        AS n (rfc text, "registroPatronal" char(11), estado text)
      JOIN titular t USING (rfc) JOIN registro_patronal r ON r.numero = n."registroPatronal"
      WHERE r.titular_id <> t.id OR r.estado::text <> n.estado
    ), suyo AS (
      SELECT a.medio_id, c.estado FROM cambio c
      JOIN alcance_de_medio a ON a.registro_patronal_id = c.id AND a.lugar IS NOT NULL WHERE c.antes = c.ahora
      UNION ALL
      SELECT a.medio_id, 'DE_VUELTA' FROM cambio c JOIN medio_de_contacto m ON m.titular_id = c.ahora
      JOIN alcance_de_medio a ON a.medio_id = m.id AND a.numero = c.numero AND a.fecha_de_baja IS NOT NULL
      WHERE c.antes <> c.ahora AND m.registros IS NOT NULL
    )
    SELECT m.folio, m.titular_id AS "titularId", (count(*) FILTER (WHERE suyo.estado = 'BAJA'))::int AS "deBaja",
      (count(*) FILTER (WHERE suyo.estado = 'VIGENTE'))::int AS vigentes,
      (count(*) FILTER (WHERE suyo.estado = 'DE_VUELTA'))::int AS "deVuelta"
    FROM suyo JOIN medio_de_contacto m ON m.id = suyo.medio_id AND m.estado IN ('EN_PROCESO', 'VALIDADO')
    GROUP BY m.id ORDER BY m.folio`;
  const evento = 'REGISTROS_CAMBIADOS_EN_PADRON' as const;
  const apuntes = cambios.map(({ folio, titularId, ...datos }) => ({ evento, titularId, folio, datos }));
  await appendBitacora(tx, ctx, apuntes);
}
