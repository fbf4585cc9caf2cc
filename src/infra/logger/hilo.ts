import { AsyncLocalStorage } from 'node:async_hooks';

/** What is being worked on: a request, or a job that one left. Never who it is for. */
export interface Hilo {
  /** Of the request, also of the one that left the job: the «Referencia» that a person reads to support. */
  requestId?: string | undefined;
  /** Pattern of the address: an address itself may carry a folio or a token. */
  ruta?: string;
  tarea?: string;
  actor?: string;
  /** Of the innermost span, as W3C writes it; only where traces are kept. */
  traceparent?: string | undefined;
}

// Pages are bundled apart from the server that runs them: only what is global is the same in both.
const LUGAR = Symbol.for('buzon.hilo');
const lugar = globalThis as typeof globalThis & { [LUGAR]?: AsyncLocalStorage<Hilo> };
lugar[LUGAR] ??= new AsyncLocalStorage();
const hilos = lugar[LUGAR];

export function inHilo<T>(hilo: Hilo, run: () => T): T {
  return hilos.run(hilo, run);
}

export function currentHilo(): Hilo | undefined {
  return hilos.getStore();
}

/** What a job carries of whatever leaves it, so that it can be followed; undefined where there is nothing to follow. */
export function findRastro(): Pick<Hilo, 'requestId' | 'traceparent'> | undefined {
  const { requestId, traceparent } = currentHilo() ?? {};
  return requestId || traceparent ? { requestId, traceparent } : undefined;
}

/** What kind of person the request turned out to be of, for the line that tells of it. */
export function noteActor(actor: string): void {
  const hilo = currentHilo();
  if (hilo) hilo.actor = actor;
}
