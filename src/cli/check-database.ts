import { isPooler, withConnection } from '#infra/db/connection.ts';
import type { Settings } from '#infra/env/settings.ts';
import { Fault } from '#server/fault.ts';
import { explainDatabase } from './explain-database.ts';

const VERSION_MINIMA = 15;

interface Base {
  version: number;
  codificacion: string;
  soloLectura: boolean;
}

/** What no connection can state for itself: version, encoding, and that the database may be written. Throws Fault. */
export async function checkDatabase(databaseUrl: string): Promise<void> {
  const asked = withConnection(databaseUrl, (client) => client.query<Base>(BASE));
  const { rows } = await asked.catch(explainDatabase('DATABASE_URL'));
  const falla = rows[0] && fallaDe(rows[0]);
  if (falla) throw new Fault(`No se puede usar la base de datos de DATABASE_URL: ${falla}`);
}

/** The worker holds locks and listens, which no pooler of transactions keeps. Throws Fault. */
export async function checkDirecta({ databaseUrl, databaseUrlDirecta }: Settings): Promise<void> {
  const variable = databaseUrlDirecta ? 'DATABASE_URL_DIRECTA' : 'DATABASE_URL';
  if (await isPooler(databaseUrlDirecta ?? databaseUrl).catch(explainDatabase(variable)))
    throw new Fault(`${variable} pasa por un pooler: di en DATABASE_URL_DIRECTA cómo llegar a PostgreSQL sin él.`);
}

const BASE = `
  SELECT current_setting('server_version_num')::int / 10000 AS version, current_setting('server_encoding') AS codificacion,
         current_setting('transaction_read_only') = 'on' AS "soloLectura"`;

function fallaDe({ version, codificacion, soloLectura }: Base): string | null {
  if (version < VERSION_MINIMA) return `es PostgreSQL ${version} y hace falta el ${VERSION_MINIMA} o posterior.`;
  if (codificacion !== 'UTF8')
    return `guarda el texto en ${codificacion}, donde no caben todos los nombres; crea otra con «CREATE DATABASE … ENCODING 'UTF8' TEMPLATE template0».`;
  return soloLectura
    ? 'es de sólo lectura, porque es una réplica o porque tiene default_transaction_read_only = on; usa la principal o quítale ese ajuste.'
    : null;
}
