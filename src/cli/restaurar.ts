import { liftPlazos, openConnection } from '#infra/db/connection.ts';
import { onClose, runClosers } from '#infra/env/closers.ts';
import { processEnv } from '#infra/env/process-env.ts';
import { SIN_ENVIOS } from '#infra/queue/sin-envios.ts';
import { Fault } from '#server/fault.ts';
import { createRoles } from '../../prisma/create-roles.ts';
import { readManifiesto } from '../../prisma/manifiesto.ts';
import { restoreRespaldo, whyNotHere } from '../../prisma/restore-respaldo.ts';
import { reportBitacora } from './bitacora-verificar.ts';
import { checkDatabase } from './check-database.ts';
import { explainDatabase } from './explain-database.ts';
import { openPortalDatabase } from './open-portal-database.ts';
import { exitOnFault, stopOnSignals } from './shutdown.ts';

/** `npm run restaurar`: a backup into an empty database, whole and verified, or nothing of it. Ends the process. */
export async function restoreRespaldoCommand(args: readonly string[], conEnvios: boolean): Promise<void> {
  stopOnSignals({ aviso: 'Detengo la restauración: lo que no terminó se deshace.', codigo: 1 });
  await exitOnFault(async () => {
    const [archivo, ...others] = args;
    if (others.length > 0 || (!archivo && !conEnvios))
      throw new Fault('Di qué archivo: npm run restaurar -- archivo [--con-envios]');
    await restore(archivo, conEnvios).catch(explainDatabase('DATABASE_URL'));
    await runClosers();
    process.exit(0);
  });
}

async function restore(archivo: string | undefined, conEnvios: boolean): Promise<void> {
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
    if (!(await reportBitacora(base)))
      throw new Fault('La copia no debe usarse: su bitácora no es la que se escribió.');
    console.log(
      `Restaurado y comprobado: ${Object.keys(manifiesto.hechos).length} tablas y acuses como en ${archivo}.`,
    );
  }
  if (conEnvios) await client.query(`DROP SCHEMA IF EXISTS ${SIN_ENVIOS}`);
  console.log(conEnvios ? 'Los workers de esta base envían.' : SIN_ENVIAR);
}

const SIN_ENVIAR = 'No se envía ni se cancela nada desde esta base hasta «npm run restaurar -- --con-envios».';
