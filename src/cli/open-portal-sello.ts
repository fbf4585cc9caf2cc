import { foldersOf } from '#demo/folders.ts';
import { settingsOfSelloDeDemo } from '#demo/sello/ensure-sello-de-demo.ts';
import { processEnv } from '#infra/env/process-env.ts';
import { parseSelloSettings, type StartSettings } from '#infra/env/settings.ts';
import { createSello } from '#infra/sello/create-sello.ts';
import type { Sello } from '#infra/sello/sello.ts';
import { Fault } from '#server/fault.ts';

/** The portal's sello, for a command that finds out on its way whether it has to certify something. Throws Fault. */
export function openPortalSello(arranque: StartSettings, now: () => Date): Sello {
  const env = processEnv();
  // In demo, where nobody set another, that of BUZON_DATOS, which the portal made the first time.
  const deDemo = arranque.modo === 'demo' && !env.SELLO_CERT && settingsOfSelloDeDemo(foldersOf(arranque.datos).sello);
  const settings = parseSelloSettings({ ...env, ...deDemo });
  if (!settings.ok) throw new Fault(explain(settings.error.join(' ')));
  try {
    return createSello(settings.value, now);
  } catch (error) {
    throw new Fault(explain(error instanceof Error ? error.message : String(error)));
  }
}

function explain(fault: string): string {
  return `Esta carga quita registros patronales a medios de contacto, y cada baja lleva un acuse sellado: ${fault}`;
}
