import { onCierre, runCierre } from '#infra/env/cierre.ts';
import { createPartes } from '#infra/partes/create-partes.ts';
import { openMaildir } from '#infra/rebotes/maildir.ts';
import { readRebote } from '#infra/rebotes/read-rebote.ts';
import { type ContextoDeRebotes, type ResumenDeRebotes, readRebotes } from '#tramites/aviso/read-rebotes.ts';
import { openAjustesDelPortal } from './ajustes-del-portal.ts';
import { Averia, exitOnAveria, stopOnSignals } from './parada.ts';

/** `npm run rebotes`: reads the mailbox of bounces once. Ends the process. */
export async function leerRebotes(): Promise<void> {
  stopOnSignals();
  await exitOnAveria(async () => {
    const settings = await openAjustesDelPortal();
    const { rebotesMaildir } = settings;
    if (rebotesMaildir === null) throw new Averia('REBOTES_MAILDIR: falta; di en qué Maildir llegan los rebotes.');
    const partes = createPartes(settings, { conexiones: 1 });
    onCierre(() => partes.db.$disconnect());
    const buzon = openMaildir(rebotesMaildir);
    const resumen = await readOnce({ ...partes, actor: { tipo: 'SISTEMA' }, buzon, readRebote }, rebotesMaildir);
    console.log(describeResumen(resumen));
    await runCierre();
    process.exit(0);
  });
}

function readOnce(ctx: ContextoDeRebotes, dir: string): Promise<ResumenDeRebotes> {
  return readRebotes(ctx).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT' && error.code !== 'EACCES' && error.code !== 'ENOTDIR') throw error;
    throw new Averia(
      `REBOTES_MAILDIR: ${dir} no es un Maildir que se pueda leer (new, cur y tmp); revisa la ruta y sus permisos.`,
    );
  });
}

function describeResumen({ anotados, repetidos, sinEfecto, otros }: ResumenDeRebotes): string {
  return [
    `Rebotes anotados: ${anotados}.`,
    `Ya anotados antes: ${repetidos}. Avisos de entrega o demora, o de mensajes ajenos: ${sinEfecto}. Otros mensajes: ${otros}.`,
  ].join('\n');
}
