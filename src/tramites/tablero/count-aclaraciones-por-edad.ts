import type { Contexto } from '#tramites/contexto.ts';

interface AclaracionesPorEdad {
  hastaUnDia: number;
  hastaTresDias: number;
  hastaSieteDias: number;
  masDeSieteDias: number;
}

export async function countAclaracionesPorEdad(db: Contexto['db'], ahora: Date): Promise<AclaracionesPorEdad> {
  const [edades] = await db.$queryRaw<[AclaracionesPorEdad]>`
    SELECT count(*) FILTER (WHERE edad < interval '1 day')::int AS "hastaUnDia",
           count(*) FILTER (WHERE edad >= interval '1 day' AND edad < interval '3 days')::int AS "hastaTresDias",
           count(*) FILTER (WHERE edad >= interval '3 days' AND edad < interval '7 days')::int AS "hastaSieteDias",
           count(*) FILTER (WHERE edad >= interval '7 days')::int AS "masDeSieteDias"
    FROM (SELECT ${ahora}::timestamptz - espera_desde AS edad FROM aclaracion WHERE espera_desde IS NOT NULL) AS espera`;
  return edades;
}
