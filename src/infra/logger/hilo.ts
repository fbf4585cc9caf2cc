import { AsyncLocalStorage } from 'node:async_hooks';
import { enElProceso } from '../env/en-el-proceso.ts';

/** What the portal refuses and someone may have meant ill by; `detalle` is one of our own words, never what came. */
interface Rechazo {
  causa:
    | 'VERBO_HTTP'
    | 'ORIGEN'
    | 'FORMA'
    | 'LIMITE'
    | 'PERMISO'
    | 'AJENO'
    | 'SESION'
    | 'OTRA_SESION'
    | 'INGRESO'
    | 'FIRMA';
  detalle?: string;
}

/** What is being worked on: a request, or a job that one left. Never who it is for. */
export interface Hilo {
  /** Of the request, also of the one that left the job: the «Referencia» that a person reads to support. */
  requestId?: string | undefined;
  /** Pattern of the address: an address itself may carry a folio or a token. */
  ruta?: string;
  tarea?: string;
  actor?: string;
  /** The row of whoever has the session: told of what is refused, and of nothing else. */
  sujeto?: string;
  rechazos?: Rechazo[];
  /** Of the innermost span, as W3C writes it; only where traces are kept. */
  traceparent?: string | undefined;
}

const hilos = enElProceso('hilo', () => new AsyncLocalStorage<Hilo>());

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

/** What kind of person the request turned out to be of, for the line that tells of it, and the id of their row. */
export function noteActor(actor: string, sujeto: string): void {
  const hilo = currentHilo();
  if (hilo) Object.assign(hilo, { actor, sujeto });
}

/** To be told with the request that it was refused of (server/watch-request.ts). */
export function noteRechazo(causa: Rechazo['causa'], detalle?: string, hilo = currentHilo()): void {
  if (hilo) hilo.rechazos = [...(hilo.rechazos ?? []), { causa, ...(detalle && { detalle }) }];
}
