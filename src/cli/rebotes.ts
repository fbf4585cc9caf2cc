import { RESULTADOS_DE_REBOTE } from '#domain/rebote/resultado.ts';
import { onCierre, runCierre } from '#infra/env/cierre.ts';
import { createPartes } from '#infra/partes/create-partes.ts';
import { openMaildir } from '#infra/rebotes/maildir.ts';
import { readRebote } from '#infra/rebotes/read-rebote.ts';
import { Averia } from '#server/averia.ts';
import { type ContextoDeRebotes, type ResumenDeRebotes, readRebotes } from '#tramites/aviso/read-rebotes.ts';
import { ETIQUETA_DE_REBOTE } from '#wording/etiquetas.ts';
import { openAjustesDelPortal } from './ajustes-del-portal.ts';
import { exitOnAveria, stopOnSignals } from './parada.ts';

/** `npm run rebotes`: reads the mailbox of bounces once. Ends the process. */
export async function leerRebotes(): Promise<void> {
  stopOnSignals();
  await exitOnAveria(async () => {
    const settings = await openAjustesDelPortal();
    const { rebotesMaildir } = settings;
    if (rebotesMaildir === null) throw new Averia('REBOTES_MAILDIR: falta; di en qué Maildir llegan los rebotes.');
    const partes = createPartes(settings, { trabajo: 'CARGA', conexiones: 1 });
    onCierre(() => partes.db.$disconnect());
    const buzon = openMaildir(rebotesMaildir);
    const resumen = await readWhole({ ...partes, actor: { tipo: 'SISTEMA' }, buzon, readRebote }, rebotesMaildir);
    console.log(describeResumen(resumen));
    await runCierre();
    process.exit(0);
  });
}

/** Run after run, until one finds nothing new. */
async function readWhole(ctx: ContextoDeRebotes, dir: string): Promise<ResumenDeRebotes> {
  const total: Record<string, number> = {};
  for (;;) {
    const resumen = await readOnce(ctx, dir);
    const leidos = Object.entries(resumen);
    if (leidos.length === 0) return total;
    for (const [resultado, cuenta] of leidos) total[resultado] = (total[resultado] ?? 0) + cuenta;
  }
}

function readOnce(ctx: ContextoDeRebotes, dir: string): Promise<ResumenDeRebotes> {
  return readRebotes(ctx).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT' && error.code !== 'EACCES' && error.code !== 'ENOTDIR') throw error;
    throw new Averia(
      `REBOTES_MAILDIR: ${dir} no es un Maildir que se pueda leer (new, cur y tmp); revisa la ruta y sus permisos.`,
    );
  });
}

function describeResumen(resumen: ResumenDeRebotes): string {
  const told = RESULTADOS_DE_REBOTE.filter((resultado) => resultado === 'ANOTADO' || resumen[resultado]);
  return told.map((resultado) => `${ETIQUETA_DE_REBOTE[resultado]}: ${resumen[resultado] ?? 0}.`).join('\n');
}
