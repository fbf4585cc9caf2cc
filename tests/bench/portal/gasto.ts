import { readFileSync } from 'node:fs';
import type { Produccion } from './open-produccion.ts';

/** What some work cost the portal, the worker and the database: milliseconds of processor, statements, flushes, bytes. */
export type Gasto = Record<'portal' | 'worker' | 'base' | 'sentencias' | 'descargas' | 'bytes', number>;

const TICK_MS = 10;

/** What everything has cost until now, but for what the owner asked. */
export async function readGasto({ pids, client }: Produccion): Promise<Gasto> {
  const { rows } = await client.query(`
    SELECT (SELECT coalesce(sum(calls), 0)::int FROM medida.pg_stat_statements
            WHERE userid <> (SELECT usesysid FROM pg_user WHERE usename = current_user)
              AND query !~* '^\\s*(begin|commit|rollback|set|listen)') AS sentencias,
           (SELECT sum(fsyncs)::int FROM pg_stat_io WHERE object = 'wal') AS descargas,
           (SELECT sum(pg_total_relation_size(oid))::float8 FROM pg_class WHERE relkind = 'r') AS bytes`);
  const [portal, worker, base] = [pids.portal(), pids.worker(), pids.base()].map(cpuOf) as [number, number, number];
  return { portal, worker, base, ...rows[0] };
}

export function minus(after: Gasto, before: Gasto): Gasto {
  return mapGasto(after, (value, part) => value - before[part]);
}

export function mapGasto(gasto: Gasto, change: (value: number, part: keyof Gasto) => number): Gasto {
  const parts = Object.entries(gasto) as [keyof Gasto, number][];
  return Object.fromEntries(parts.map(([part, value]) => [part, change(value, part)])) as Gasto;
}

/** Milliseconds of processor that these processes have used, with those that they waited for at their end. */
export function cpuOf(pids: readonly number[]): number {
  return pids.reduce((total, pid) => total + ticksOf(pid) * TICK_MS, 0);
}

function ticksOf(pid: number): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
    return fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0);
  } catch {
    return 0;
  }
}
