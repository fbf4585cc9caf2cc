import type { ClientBase, Pool } from 'pg';

/**
 * A schema with nothing in it: this database is a restored copy, whose people may have the messages that wait in it. It is
 * made before any table is there to read it from.
 */
export const SIN_ENVIOS = 'buzon_sin_envios';

/** Whether nobody said yet that this copy is the portal (`npm run restaurar -- --con-envios`). */
export async function isSinEnvios(db: Pool | ClientBase): Promise<boolean> {
  const { rows } = await db.query<{ held: boolean }>('SELECT to_regnamespace($1) IS NOT NULL AS held', [SIN_ENVIOS]);
  return rows[0]?.held ?? false;
}
