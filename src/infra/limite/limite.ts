import type { Pool, QueryConfig } from 'pg';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';

interface Limite {
  allow(key: string): Promise<boolean>;
}

interface LimiteOptions {
  nombre: string;
  veces: number;
  ventanaSegundos: number;
}

/** The table is made by the migrations (`limite`), so that the portal's role need not own it. */
export function createLimite(pool: Pool, { nombre, veces, ventanaSegundos }: LimiteOptions): Limite {
  const limiter = new RateLimiterPostgres({
    // It would name its statements, which a pooler of transactions does not keep.
    storeClient: { query: ({ text, values }: QueryConfig) => pool.query(text, values) },
    storeType: 'pool',
    tableName: 'limite',
    tableCreated: true,
    keyPrefix: nombre,
    points: veces,
    duration: ventanaSegundos,
  });
  return {
    async allow(key) {
      try {
        await limiter.consume(key);
        return true;
      } catch (refusal) {
        if (refusal instanceof RateLimiterRes) return false;
        throw refusal;
      }
    },
  };
}
