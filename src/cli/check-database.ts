import { isPooler, withConnection } from '#infra/db/connection.ts';
import type { Settings } from '#infra/env/settings.ts';
import { Fault } from '#server/fault.ts';
import { explainDatabase } from './explain-database.ts';

const VERSION_MINIMA = 15;

interface Base {
  version: number;
  codificacion: string;
  soloLectura: boolean;
  sinDisparadores: boolean;
}

/** What no connection can state for itself: version, encoding, that the database may be written and that its triggers run. Throws Fault. */
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
         current_setting('transaction_read_only') = 'on' AS "soloLectura",
         current_setting('session_replication_role') = 'replica' AS "sinDisparadores"`;

function fallaDe({ version, codificacion, soloLectura, sinDisparadores }: Base): string | null {
  if (version < VERSION_MINIMA) return `es PostgreSQL ${version} y hace falta el ${VERSION_MINIMA} o posterior.`;
  if (codificacion !== 'UTF8')
    return `guarda el texto en ${codificacion}, donde no caben todos los nombres; crea otra con «CREATE DATABASE … ENCODING 'UTF8' TEMPLATE template0».`;
  if (sinDisparadores)
    return 'tiene session_replication_role = replica, con lo que nada de lo que cambia se revisa ni se anota; quítale ese ajuste.';
  return soloLectura
    ? 'es de sólo lectura, porque es una réplica o porque tiene default_transaction_read_only = on; usa la principal o quítale ese ajuste.'
    : null;
}

const AVISO_MS = 60_000;
/** What challenges (5 minutes) and answers of the revocation service (5 minutes of skew) bear. */
const LIMITE_MS = 5 * 60_000;

type Reloj = Pick<Settings, 'modo' | 'databaseUrl'>;

/**
 * Deadlines are judged by this clock, jobs run by the database's. In produccion five minutes apart stop the start:
 * nobody could sign in. Throws Fault.
 */
export async function checkClock({ modo, databaseUrl }: Reloj, now: () => number = Date.now): Promise<void> {
  const adelantoMs = await measureAdelanto(databaseUrl, now).catch(explainDatabase('DATABASE_URL'));
  const distanciaMs = Math.abs(adelantoMs);
  if (distanciaMs <= AVISO_MS) return;
  const sentido = adelantoMs > 0 ? 'adelantado' : 'atrasado';
  const fault = `El reloj de esta máquina va ${formatLapso(distanciaMs)} ${sentido} respecto al de la base de datos: sincroniza los dos con la hora oficial (NTP; en Linux, «timedatectl set-ntp true»).`;
  if (modo === 'produccion' && distanciaMs > LIMITE_MS)
    throw new Fault(`${fault} Con más de 5 minutos nadie podría ingresar ni firmar, así que no arranco.`);
  console.warn(`${fault} Mientras tanto, los plazos y la cola pueden correrse esa diferencia.`);
}

function measureAdelanto(databaseUrl: string, now: () => number): Promise<number> {
  return withConnection(databaseUrl, async (client) => {
    const before = now();
    const { rows } = await client.query<{ now: Date }>('SELECT now() AS now');
    const after = now();
    return (before + after) / 2 - Number(rows[0]?.now);
  });
}

const UNIDADES = [
  ['día', 86_400],
  ['hora', 3_600],
  ['minuto', 60],
  ['segundo', 1],
] as const;

/** `1 hora y 5 minutos`: the two greatest units. */
function formatLapso(ms: number): string {
  let rest = Math.round(ms / 1000);
  const parts = UNIDADES.flatMap(([unidad, seconds]) => {
    const count = Math.floor(rest / seconds);
    rest %= seconds;
    return count > 0 ? `${count} ${unidad}${count === 1 ? '' : 's'}` : [];
  });
  return parts.slice(0, 2).join(' y ');
}
