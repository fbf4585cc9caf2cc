import type { Result } from '#domain/result.ts';
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
    await faultOf(async () => openAutoridades('EFIRMA_AC_DIR', settings.efirma.acDir)),
    await faultOf(async () => openAutoridades('TSA_AC_DIR', settings.tsaAcDir)),
    await faultOf(() => trySello(settings.sello, now)),
  ];
  const lines = [...new Set(faults)].filter((fault) => fault !== null);
  return unwrapSettings(lines.length > 0 ? { ok: false, error: lines } : { ok: true, value: settings });
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

function openAutoridades(name: string, dir: string | null): void {
  try {
    if (dir !== null) loadTrustStore(dir);
  } catch (error) {
    throw new Error(
      `${name}: debe ser la carpeta con los certificados de las autoridades (.cer, .crt, .der, .pem, .p7b): ${messageOf(error)}.`,
    );
  }
}

async function faultOf(open: () => Promise<void>): Promise<string | null> {
  try {
    await open();
    return null;
  } catch (error) {
    return messageOf(error);
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
