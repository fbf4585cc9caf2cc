import type { Client } from 'pg';
import { formatFechaConSegundos } from '#domain/fecha.ts';
import { liftPlazos, openConnection } from '#infra/db/connection.ts';
import { onClose } from '#infra/env/closers.ts';
import { processEnv } from '#infra/env/process-env.ts';
import { SIN_ENVIOS } from '#infra/queue/sin-envios.ts';
import { Fault } from '#server/fault.ts';
import { createRoles } from '../../prisma/create-roles.ts';
import { readManifiesto } from '../../prisma/manifiesto.ts';
import { restoreRespaldo, whyNotHere } from '../../prisma/restore-respaldo.ts';
import { reportBitacora } from './bitacora-verificar.ts';
import { compareCabezas, describeFaltan } from './cabezas-guardadas.ts';
import { checkDatabase } from './check-database.ts';
import { explainDatabase } from './explain-database.ts';
import { openContexto, openPortalDatabase, type PortalDatabase } from './open-portal-database.ts';
import { commandOf } from './shutdown.ts';

const INTERRUMPIDA = { aviso: 'Detengo la restauración: lo que no terminó se deshace.', codigo: 1 };

/** `npm run restaurar`: a backup into an empty database, whole and verified, or nothing of it. */
export const restoreRespaldoCommand = commandOf(
  async (args: readonly string[], conEnvios: boolean, contra?: string) => {
    const [archivo, ...others] = args;
    if (others.length > 0 || (!archivo && !conEnvios))
      throw new Fault('Di qué archivo: npm run restaurar -- archivo [--con-envios]');
    await restore(archivo, conEnvios, contra).catch(explainDatabase('DATABASE_URL'));
  },
  INTERRUMPIDA,
);

async function restore(archivo: string | undefined, conEnvios: boolean, contra?: string): Promise<void> {
  const manifiesto = archivo === undefined ? null : await readManifiesto(archivo);
  const base = await openPortalDatabase('DUENO');
  const client = await openConnection(base.databaseUrl);
  onClose(() => client.end());
  await liftPlazos(client);
  if (archivo && manifiesto) {
    await checkDatabase(base.databaseUrl);
    const why = await whyNotHere(client, manifiesto);
    if (why) throw new Fault(why);
    const portalUrl = processEnv().DATABASE_URL || base.databaseUrl;
    const mute = await createRoles(client, manifiesto.roles, portalUrl);
    if (mute.length > 0)
      console.warn(`Usuarios creados sin contraseña: ${mute.join(', ')}. Ponles una si entran con ella.`);
    await restoreRespaldo(client, base.databaseUrl, archivo, manifiesto);
    if (!(await reportBitacora(base)).isIntegra)
      throw new Fault('La copia no debe usarse: su bitácora no es la que se escribió.');
    await tellLacks(client, base, contra);
    console.log(
      `Restaurado y comprobado: ${Object.keys(manifiesto.hechos).length} tablas y acuses como en ${archivo}.`,
    );
  }
  if (conEnvios) await client.query(`DROP SCHEMA IF EXISTS ${SIN_ENVIOS}`);
  console.log(conEnvios ? 'Los workers de esta base envían.' : SIN_ENVIAR);
}

/** What was written after the backup is not there. Each folio left at least one fact: none of the lost ones is drawn again. */
async function tellLacks(client: Client, base: PortalDatabase, contra?: string): Promise<void> {
  const { rows } = await client.query<{ fecha: Date | null }>('SELECT max(fecha) AS fecha FROM bitacora');
  const [{ fecha } = { fecha: null }] = rows;
  if (fecha)
    console.warn(`La copia llega al ${formatFechaConSegundos(fecha)}: lo que se escribió después no está en ella.`);
  const { faltan, distintas } = contra ? await compareCabezas(openContexto(base).db, contra) : SIN_CABEZAS;
  if (distintas.length > 0)
    throw new Fault(`La copia no debe usarse: no es la que se guardó fuera en ${distintas.join(', ')}.`);
  if (faltan === 0) return;
  const lifted = await client.query<{ folio: string }>(
    "SELECT setval('folio_seq', last_value + $1) AS folio FROM folio_seq",
    [faltan],
  );
  console.warn(`${describeFaltan(faltan)} Los folios siguen después del ${lifted.rows[0]?.folio}: ninguno se repite.`);
}

const SIN_CABEZAS = { faltan: 0, distintas: [] as number[] };

const SIN_ENVIAR = 'No se envía ni se cancela nada desde esta base hasta «npm run restaurar -- --con-envios».';
