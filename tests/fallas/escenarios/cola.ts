import { seedVencidos } from '../../bench/base/seed-vencidos.ts';
import type { Escena } from '../escena.ts';
import { type Falla, NADA } from '../falla.ts';

const CODIGO_MS = 2_000;

export interface Vencimientos {
  vencidos: number;
  segundos: number;
  hastaElFin?: boolean;
}

/**
 * @param vencidos how many medios have expired at once, each with its job.
 * @param segundos how long people go on beside them; then at least one was attended to, or all where `hastaElFin`.
 */
export function colaLlena({ vencidos, segundos, hastaElFin }: Vencimientos): Falla {
  return {
    nombre: `${vencidos.toLocaleString('es-MX')} vencimientos en la cola`,
    afecta: NADA,
    segundos,
    codigoMs: CODIGO_MS,
    async prepare(escena) {
      const client = await escena.connect();
      await seedVencidos(client, vencidos, new Date());
      client.release();
    },
    async begin(escena) {
      const before = await countCancelados(escena);
      return async () => {
        const done = (await countCancelados(escena)) - before;
        return done >= (hastaElFin ? vencidos : 1) ? [] : [`se atendieron ${done} en ${segundos} s`];
      };
    },
  };
}

async function countCancelados(escena: Escena): Promise<number> {
  const [row] = await escena.query<{ n: number }>(
    `SELECT count(*)::int AS n FROM medio_de_contacto WHERE folio LIKE 'X%' AND estado = 'CANCELADO'`,
  );
  return row?.n ?? 0;
}
