import { Counter, Histogram, Registry } from 'prom-client';
import { enElProceso } from '../env/en-el-proceso.ts';
import { inTramo } from '../trazas/trazas.ts';

const SEGUNDOS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60];

/** What this process measures as it works (deploy/metricas.md). */
export function metricas(): ReturnType<typeof createMetricas> {
  return enElProceso('metricas', createMetricas);
}

function createMetricas() {
  const registry = new Registry();
  const registers = [registry];
  const time = <Label extends string>(name: string, help: string, ...labelNames: Label[]) =>
    new Histogram({ name, help, labelNames, buckets: SEGUNDOS, registers });
  const count = <Label extends string>(name: string, help: string, ...labelNames: Label[]) =>
    new Counter({ name, help, labelNames, registers });
  return {
    registry,
    peticiones: time('buzon_http_request_duration_seconds', 'Requests answered.', 'metodo', 'ruta', 'estado'),
    conexiones: time('buzon_db_conexion_espera_seconds', 'Wait for a connection to the database.', 'trabajo'),
    tareas: time('buzon_tarea_duration_seconds', 'Jobs done, or tried.', 'tarea', 'resultado'),
    ocsp: time('buzon_ocsp_duration_seconds', 'Questions to the revocation service.', 'resultado'),
    revocaciones: count('buzon_ocsp_total', 'What the revocation service answered.', 'resultado'),
    tsa: time('buzon_tsa_duration_seconds', 'Questions to the time stamping service.', 'resultado'),
    sello: time('buzon_sello_duration_seconds', 'Seals of the institute.', 'resultado'),
    entregas: count('buzon_entregas_total', 'Messages handed to a provider.', 'proveedor', 'resultado'),
    seguridad: count('buzon_eventos_de_seguridad_total', 'Requests refused that may mean ill.', 'causa'),
    ingresos: count('buzon_ingresos_total', 'Sign-ins, by their cause where they failed.', 'quien', 'resultado'),
  };
}

type Servicio = 'ocsp' | 'tsa' | 'sello';

/** Measures the questions to a service by what `resultadoDe` makes of its answers; what it throws is an `error`. */
export function watchServicio<Asked, Answer>(
  servicio: Servicio,
  ask: (asked: Asked) => Promise<Answer>,
  resultadoDe: (answer: Answer) => string,
): (asked: Asked) => Promise<Answer> {
  return async (asked) => {
    const end = metricas()[servicio].startTimer();
    let resultado = 'error';
    try {
      const answer = await inTramo(servicio, 'CLIENT', {}, () => ask(asked));
      resultado = resultadoDe(answer).toLowerCase();
      return answer;
    } finally {
      end({ resultado });
    }
  };
}
