import type { Evento } from '#domain/bitacora/evento.ts';
import type { CambioDeRol, HechoDelPersonal } from '#domain/soporte/hecho-del-personal.ts';
import type { ContextoDeSoporte } from '#tramites/contexto.ts';

const CONSULTAS_POR_PAGINA = 50;

interface BusquedaDeConsultas {
  miembroId?: string | null;
  antesDe?: bigint | null;
  evento?: Evento | null;
}

/** The newest first. Who signs in has no session yet: that row names in its facts the one that it opened. */
export async function listConsultas(
  { db }: ContextoDeSoporte,
  { miembroId = null, antesDe = null, evento = null }: BusquedaDeConsultas,
) {
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
      AND (${miembroId}::uuid IS NULL OR miembro.id = ${miembroId}::uuid) AND (${evento}::text IS NULL OR evento = ${evento})
    ORDER BY fila.id DESC LIMIT ${CONSULTAS_POR_PAGINA + 1}`;
  const page = consultas.slice(0, CONSULTAS_POR_PAGINA);
  return { consultas: page, siguiente: consultas.length > page.length ? (page.at(-1)?.id ?? null) : null };
}

const CAMBIOS_POR_PAGINA = 25;

/** The newest first, from the bitácora. @param antesDe the id where the page before ended. */
export async function listCambiosDeRol({ db }: ContextoDeSoporte, antesDe: bigint | null) {
  // The words of the condition are those of the partial index.
  const cambios = await db.$queryRaw<CambioDeRol[]>`
    SELECT fila.id, fila.fecha, evento, datos->>'rol' AS rol, datos->>'antes' AS antes,
           miembro.nombre AS miembro, autor.nombre AS autor,
           acto.id IS NOT NULL AS "isFirmado", propone.nombre AS propuso
    FROM bitacora AS fila
    JOIN miembro_de_soporte AS miembro ON miembro.id = (datos->>'miembroId')::uuid
    LEFT JOIN sesion_de_soporte AS sesion
      ON sesion.id = CASE WHEN actor LIKE 'SOPORTE:%' THEN substr(actor, 9)::uuid END
    LEFT JOIN miembro_de_soporte AS autor ON autor.id = sesion.miembro_id
    LEFT JOIN acto_firmado AS acto ON acto.id = (datos->>'actoId')::uuid
    LEFT JOIN acto_firmado AS propuesta ON propuesta.id = acto.propuesta_id
    LEFT JOIN miembro_de_soporte AS propone ON propone.id = propuesta.miembro_id
    WHERE evento IN ('ROL_DADO', 'ROL_QUITADO') AND (${antesDe}::bigint IS NULL OR fila.id < ${antesDe}::bigint)
    ORDER BY fila.id DESC LIMIT ${CAMBIOS_POR_PAGINA + 1}`;
  const page = cambios.slice(0, CAMBIOS_POR_PAGINA);
  return { cambios: page, siguiente: cambios.length > page.length ? (page.at(-1)?.id ?? null) : null };
}
