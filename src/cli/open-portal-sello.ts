import { existsSync, readFileSync } from 'node:fs';
import { foldersOf } from '#demo/folders.ts';
import { processEnv } from '#infra/env/process-env.ts';
import { type Environment, parseSelloSettings, type StartSettings } from '#infra/env/settings.ts';
import { createSello } from '#infra/sello/create-sello.ts';
import { archivosDeSelloDeDemo } from '#infra/sello/ensure-sello-de-demo.ts';
import type { Sello } from '#infra/sello/sello.ts';
import { Fault } from '#server/fault.ts';

/** The portal's sello, for a command that finds out on its way whether it has to certify something. Throws Fault. */
export function openPortalSello(arranque: StartSettings, now: () => Date): Sello {
  const settings = parseSelloSettings({ ...processEnv(), ...deDemo(arranque) });
  if (!settings.ok) throw new Fault(explain(settings.error.join(' ')));
  try {
    return createSello(settings.value, now);
  } catch (error) {
    throw new Fault(explain(error instanceof Error ? error.message : String(error)));
  }
}

/** In demo, where nobody set another, that of BUZON_DATOS, which the portal made the first time. */
function deDemo({ modo, datos }: StartSettings): Environment {
  const { cert, key, contrasena } = archivosDeSelloDeDemo(foldersOf(datos).sello);
  if (modo !== 'demo' || processEnv().SELLO_CERT || !existsSync(contrasena)) return {};
  return { SELLO_CERT: cert, SELLO_KEY: key, SELLO_KEY_PASSWORD: readFileSync(contrasena, 'utf8') };
}

function explain(fault: string): string {
  return `Esta carga quita registros patronales a medios de contacto, y cada baja lleva un acuse sellado: ${fault}`;
}
