import type { Contexto, Tx } from '#tramites/contexto.ts';

export interface Importacion {
  id: string;
  iniciadaEn: Date;
}

interface NumeroLeido {
  linea: number;
  numero: string;
}

export interface NumeroRepetido extends NumeroLeido {
  otraLinea: number;
}

/** Their first line stands: the same file twice changes nothing. In the database, as they may not fit in memory. */
export function rememberNumeros(
  tx: Tx,
  { id, iniciadaEn }: Importacion,
  leidos: readonly NumeroLeido[],
): Promise<NumeroRepetido[]> {
  return tx.$queryRaw<NumeroRepetido[]>`
    WITH leido AS (
      SELECT * FROM unnest(${leidos.map(({ numero }) => numero)}::bpchar[], ${leidos.map(({ linea }) => linea)}::int[])
        AS l (numero, linea)
    ), nuevo AS (
      INSERT INTO numero_importado (importacion, numero, linea, iniciada_en)
      SELECT DISTINCT ON (numero) ${id}::uuid, numero, linea, ${iniciadaEn} FROM leido ORDER BY numero, linea
      ON CONFLICT DO NOTHING RETURNING numero, linea
    )
    SELECT leido.numero, leido.linea, coalesce(nuevo.linea, antes.linea) AS "otraLinea"
    FROM leido LEFT JOIN nuevo USING (numero)
    LEFT JOIN numero_importado antes ON antes.importacion = ${id}::uuid AND antes.numero = leido.numero
    WHERE nuevo.linea IS DISTINCT FROM leido.linea ORDER BY leido.linea`;
}

export async function forgetNumeros(ctx: Pick<Contexto, 'db'>, { id }: Importacion): Promise<void> {
  await ctx.db.numeroImportado.deleteMany({ where: { importacion: id } });
}

/** What a load that was killed has left; none takes a day. */
export async function forgetOldNumeros(ctx: Contexto): Promise<void> {
  const dayAgo = new Date(ctx.now().getTime() - 24 * 60 * 60 * 1000);
  await ctx.db.numeroImportado.deleteMany({ where: { iniciadaEn: { lt: dayAgo } } });
}
