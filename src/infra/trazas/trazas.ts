import { enElProceso } from '../env/en-el-proceso.ts';
import { currentHilo, inHilo } from '../logger/hilo.ts';

type Clase = 'SERVER' | 'CLIENT' | 'CONSUMER';
type Atributos = Record<string, string | number>;

/** Begins a span below the one of this `traceparent`, or of none. */
type OpenTramo = (nombre: string, clase: Clase, atributos: Atributos, padre: string | undefined) => Tramo;

export interface Tramo {
  traceparent: string;
  end(falla?: string, atributos?: Atributos): void;
}

const lugar = enElProceso<{ open?: OpenTramo }>('trazas', () => ({}));

/** From now on spans are kept (start-trazas.ts); until then nothing of OpenTelemetry is loaded. */
export function keepTramos(open: OpenTramo): void {
  lugar.open = open;
}

export function openTramo(...asked: Parameters<OpenTramo>): Tramo | undefined {
  return lugar.open?.(...asked);
}

/** Runs this as a span of what is being worked on; where there is no trace, just so. */
export async function inTramo<T>(nombre: string, clase: Clase, atributos: Atributos, work: () => Promise<T>) {
  const hilo = currentHilo();
  const tramo = openTramo(nombre, clase, atributos, hilo?.traceparent);
  if (!tramo) return work();
  try {
    const answer = await inHilo({ ...hilo, traceparent: tramo.traceparent }, work);
    tramo.end();
    return answer;
  } catch (error) {
    tramo.end(error instanceof Error ? error.name : 'Error');
    throw error;
  }
}
