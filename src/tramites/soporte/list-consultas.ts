import type { HechoDelPersonal } from '#domain/soporte/hecho-del-personal.ts';
import type { ContextoDeSoporte } from '#tramites/contexto.ts';

const CONSULTAS_POR_PAGINA = 50;

export interface BusquedaDeConsultas {
  miembroId: string | null;
  antesDe: bigint | null;
}

/** The newest first. Who signs in has no session yet: that row names in its facts the one that it opened. */
export async function listConsultas(
  { db }: ContextoDeSoporte,
  { miembroId, antesDe }: BusquedaDeConsultas,
): Promise<{ consultas: HechoDelPersonal[]; siguiente: bigint | null }> {
  // The words of the first condition are those of the partial index.
  const consultas = await db.$queryRaw<HechoDelPersonal[]>`
    SELECT fila.id, fila.fecha, evento, fila.folio, datos, miembro.id::text AS "miembroId", miembro.nombre AS miembro,
           mostrado.motivo::text AS motivo, mostrado.detalle
    FROM bitacora AS fila
    JOIN sesion_de_soporte AS sesion ON sesion.id =
      CASE evento WHEN 'INGRESO_DE_SOPORTE' THEN datos->>'sesionId' ELSE substr(actor, 9) END::uuid
    JOIN miembro_de_soporte AS miembro ON miembro.id = sesion.miembro_id
    LEFT JOIN datos_mostrados AS mostrado ON mostrado.id = (datos->>'mostradoId')::uuid
    WHERE (actor LIKE 'SOPORTE:%' OR evento = 'INGRESO_DE_SOPORTE') AND (${antesDe}::bigint IS NULL OR fila.id < ${antesDe}::bigint)
      AND (${miembroId}::uuid IS NULL OR miembro.id = ${miembroId}::uuid)
    ORDER BY fila.id DESC LIMIT ${CONSULTAS_POR_PAGINA + 1}`;
  const page = consultas.slice(0, CONSULTAS_POR_PAGINA);
  return { consultas: page, siguiente: consultas.length > page.length ? (page.at(-1)?.id ?? null) : null };
}
