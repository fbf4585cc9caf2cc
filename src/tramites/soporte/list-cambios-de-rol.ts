import type { CambioDeRol } from '#domain/soporte/hecho-del-personal.ts';
import type { ContextoDeSoporte } from '#tramites/contexto.ts';

const CAMBIOS_POR_PAGINA = 25;

/** The newest first, from the bitácora. @param antesDe the id where the page before ended. */
export async function listCambiosDeRol(
  { db }: ContextoDeSoporte,
  antesDe: bigint | null,
): Promise<{ cambios: CambioDeRol[]; siguiente: bigint | null }> {
  // The words of the condition are those of the partial index.
  const cambios = await db.$queryRaw<CambioDeRol[]>`
    SELECT fila.id, fecha, evento, datos->>'rol' AS rol, datos->>'antes' AS antes,
           miembro.nombre AS miembro, autor.nombre AS autor
    FROM bitacora AS fila
    JOIN miembro_de_soporte AS miembro ON miembro.id = (datos->>'miembroId')::uuid
    LEFT JOIN sesion_de_soporte AS sesion
      ON sesion.id = CASE WHEN actor LIKE 'SOPORTE:%' THEN substr(actor, 9)::uuid END
    LEFT JOIN miembro_de_soporte AS autor ON autor.id = sesion.miembro_id
    WHERE evento IN ('ROL_DADO', 'ROL_QUITADO') AND (${antesDe}::bigint IS NULL OR fila.id < ${antesDe}::bigint)
    ORDER BY fila.id DESC LIMIT ${CAMBIOS_POR_PAGINA + 1}`;
  const page = cambios.slice(0, CAMBIOS_POR_PAGINA);
  return { cambios: page, siguiente: cambios.length > page.length ? (page.at(-1)?.id ?? null) : null };
}
