import type { Result } from '#domain/result.ts';
import { createClock } from '#infra/clock/clock.ts';
import { loadTrustStore } from '#infra/efirma/load-trust-store.ts';
import { type Environment, readSettings, type Settings } from '#infra/env/settings.ts';
import { createPartes } from '#infra/partes/create-partes.ts';
import { createSelloDeArchivo } from '#infra/sello/create-sello-de-archivo.ts';
import { Averia } from './parada.ts';

/**
 * The settings of this process, with the files that they name opened once: Next goes on without its parts when those
 * fail, and would answer every request with an error. Throws Averia with one line for each setting at fault.
 */
export function readAjustes(env: Environment): Settings {
  const settings = unwrapAjustes(readSettings(env));
  const faults = [faultOf(() => openAutoridades(settings)), faultOf(() => openSello(settings))];
  const lines = [...new Set(faults)].filter((fault) => fault !== null);
  return unwrapAjustes(lines.length > 0 ? { ok: false, error: lines } : { ok: true, value: settings });
}

/** What was read well, or Averia with every fault. */
export function unwrapAjustes<Value>(ajustes: Result<Value, string[]>): Value {
  if (ajustes.ok) return ajustes.value;
  throw new Averia(['No puedo arrancar con estos ajustes (los explica .env.example):', ...ajustes.error].join('\n  '));
}

function openAutoridades({ efirma }: Settings): void {
  try {
    loadTrustStore(efirma.acDir);
  } catch (error) {
    throw new Error(
      `EFIRMA_AC_DIR: debe ser la carpeta con los certificados de las autoridades (.cer, .crt, .pem): ${messageOf(error)}.`,
    );
  }
}

function openSello(settings: Settings): void {
  const { cert, key, keyPassword } = settings.sello;
  if (key === null) createPartes(settings, { conexiones: 1 });
  else createSelloDeArchivo({ cert, key, password: keyPassword ?? '', now: createClock(settings.desfase).now() });
}

function faultOf(open: () => void): string | null {
  try {
    open();
    return null;
  } catch (error) {
    return messageOf(error);
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
