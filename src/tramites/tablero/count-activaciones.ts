import type { Dia } from '#domain/dia.ts';
import type { Cuenta } from './cuenta.ts';

interface ActivacionesDelDia {
  dia: Dia;
  total: number;
}

/** By the first solicitud of a titular that was not found to be void later. `OFFSET 0`: as in the funnel. */
export async function countActivaciones({ db, dias, desde, hasta }: Cuenta): Promise<ActivacionesDelDia[]> {
  const rows = await db.$queryRaw<ActivacionesDelDia[]>`
    SELECT to_char(fecha AT TIME ZONE 'America/Mexico_City', 'YYYY-MM-DD') AS dia, count(*)::int AS total
    FROM solicitud AS firmada
    WHERE fecha >= ${desde} AND fecha < ${hasta} AND estado <> 'INVALIDA' AND NOT EXISTS (
      SELECT FROM solicitud AS anterior
      WHERE anterior.titular_id = firmada.titular_id AND anterior.estado <> 'INVALIDA'
        AND (anterior.fecha, anterior.id) < (firmada.fecha, firmada.id) OFFSET 0)
    GROUP BY 1`;
  const totals = new Map(rows.map(({ dia, total }) => [dia, total]));
  return dias.map((dia) => ({ dia, total: totals.get(dia) ?? 0 }));
}
