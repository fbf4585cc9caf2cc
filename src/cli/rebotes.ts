import { RESULTADOS_DE_REBOTE } from '#domain/rebote/resultado.ts';
import { onClose } from '#infra/env/closers.ts';
import { createParts } from '#infra/parts/create-parts.ts';
import { openMaildir } from '#infra/rebotes/maildir.ts';
import { readRebote } from '#infra/rebotes/read-rebote.ts';
import { Fault } from '#server/fault.ts';
import { type ContextoDeRebotes, importRebotes, type ResumenDeRebotes } from '#tramites/aviso/import-rebotes.ts';
import { ETIQUETA_DE_REBOTE } from '#wording/etiquetas.ts';
import { openPortalSettings } from './open-portal-database.ts';
import { commandOf } from './shutdown.ts';

export const importRebotesCommand = commandOf(async () => {
  const settings = await openPortalSettings();
  const { rebotesMaildir } = settings;
  if (rebotesMaildir === null) throw new Fault('REBOTES_MAILDIR: falta; di en qué Maildir llegan los rebotes.');
  const parts = createParts(settings, { trabajo: 'CARGA', conexiones: 1 });
  onClose(() => parts.db.$disconnect());
  const buzon = openMaildir(rebotesMaildir);
  const resumen = await readWhole({ ...parts, actor: { tipo: 'SISTEMA' }, buzon, readRebote }, rebotesMaildir);
  console.log(describeResumen(resumen));
});

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
  return importRebotes(ctx).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT' && error.code !== 'EACCES' && error.code !== 'ENOTDIR') throw error;
    throw new Fault(
      `REBOTES_MAILDIR: ${dir} no es un Maildir que se pueda leer (new, cur y tmp); revisa la ruta y sus permisos.`,
    );
  });
}

function describeResumen(resumen: ResumenDeRebotes): string {
  const told = RESULTADOS_DE_REBOTE.filter((resultado) => resultado === 'ANOTADO' || resumen[resultado]);
  return told.map((resultado) => `${ETIQUETA_DE_REBOTE[resultado]}: ${resumen[resultado] ?? 0}.`).join('\n');
}
