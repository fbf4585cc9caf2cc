import { isIPv6 } from 'node:net';
import type { Pool, QueryConfig } from 'pg';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { noteRechazo } from '#infra/logger/hilo.ts';

interface LimiteOptions {
  nombre: string;
  veces: number;
  ventanaSegundos: number;
}

/** The table is made by the migrations (`limite`), so that the portal's role need not own it. */
export function createLimite(pool: Pool, { nombre, veces, ventanaSegundos }: LimiteOptions) {
  const limiter = new RateLimiterPostgres({
    // It would name its statements, which a pooler of transactions does not keep.
    storeClient: { query: ({ text, values }: QueryConfig) => pool.query(text, values) },
    storeType: 'pool',
    tableName: 'limite',
    tableCreated: true,
    // Those that are over go with whatever else is (domain/retencion).
    clearExpiredByTimeout: false,
    keyPrefix: nombre,
    points: veces,
    duration: ventanaSegundos,
  });
  return {
    async allow(key: string): Promise<boolean> {
      try {
        await limiter.consume(key);
        return true;
      } catch (refusal) {
        if (!(refusal instanceof RateLimiterRes)) throw refusal;
        noteRechazo('LIMITE', nombre.toUpperCase());
        return false;
      }
    },
  };
}

/** The same by network: one /64 has the share of an IPv4 address, and all those of one /48, which a line may have, eight of them. */
export function createLimitePorRed(pool: Pool, options: LimiteOptions) {
  const estrecho = createLimite(pool, options);
  const amplio = createLimite(pool, { ...options, nombre: `${options.nombre}-48`, veces: 8 * options.veces });
  return {
    async allow(direccion: string): Promise<boolean> {
      const [red = '', alrededor] = redesDe(direccion);
      return (await estrecho.allow(red)) && (!alrededor || (await amplio.allow(alrededor)));
    },
  };
}

/** The /64 and the /48 of an IPv6 address; an IPv4 one, also where it comes as `::ffff:192.0.2.1`, is a network of its own. */
export function redesDe(direccion: string): string[] {
  const plain = direccion.replace(/^::ffff:(?=[\d.]+$)/i, '');
  if (!isIPv6(plain)) return [plain];
  const [head = '', tail = ''] = new URL(`http://[${plain.replace(/%.*/, '')}]`).hostname.slice(1, -1).split('::');
  const groups = (text: string) => text.split(':').filter((group) => group !== '');
  const zeros = Array<string>(8 - groups(head).length - groups(tail).length).fill('0');
  const all = [...groups(head), ...zeros, ...groups(tail)];
  return [`${all.slice(0, 4).join(':')}::/64`, `${all.slice(0, 3).join(':')}::/48`];
}
