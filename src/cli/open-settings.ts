import { fail, ok, type Result } from '#domain/result.ts';
import { createClock } from '#infra/clock/clock.ts';
import { loadTrustStore } from '#infra/efirma/load-trust-store.ts';
import { loadDotEnv, processEnv } from '#infra/env/process-env.ts';
import { parseSettings, parseStartSettings, type Settings, type StartSettings } from '#infra/env/settings.ts';
import { trySello } from '#infra/sello/create-sello.ts';
import { Fault } from '#server/fault.ts';

/** Opens once what they name: Next goes on without its parts. Throws Fault with a line for each at fault. */
export async function openSettings(): Promise<Settings> {
  const settings = unwrapSettings(parseSettings(processEnv()));
  const now = createClock(settings.desfase).now();
  const faults = [
    findFaultOfAutoridades('EFIRMA_AC_DIR', settings.efirma.acDir),
    findFaultOfAutoridades('TSA_AC_DIR', settings.tsaAcDir),
    await trySello(settings.sello, now),
  ];
  const lines = [...new Set(faults)].filter((fault) => fault !== null);
  return unwrapSettings(lines.length > 0 ? fail(lines) : ok(settings));
}

/** What `.env` and the environment say, before anything is started. Throws Fault with a line for each at fault. */
export function openStartSettings(): StartSettings {
  loadDotEnv();
  return unwrapSettings(parseStartSettings(processEnv()));
}

function unwrapSettings<Value>(ajustes: Result<Value, string[]>): Value {
  if (ajustes.ok) return ajustes.value;
  throw new Fault(['No puedo arrancar con estos ajustes (los explica .env.example):', ...ajustes.error].join('\n  '));
}

function findFaultOfAutoridades(name: string, dir: string | null): string | null {
  try {
    if (dir !== null) loadTrustStore(dir);
    return null;
  } catch (error) {
    return `${name}: debe ser la carpeta con los certificados de las autoridades (.cer, .crt, .der, .pem, .p7b): ${(error as Error).message}.`;
  }
}
