import { parse } from 'iso8601-duration';

export interface Clock {
  now: () => Date;
  desfaseMs: () => number;
}

const ONE_DURATION = /^([+-]?)(P(?!$)(?:\d+Y)?(?:\d+M)?(?:\d+W)?(?:\d+D)?(?:T(?=\d)[\d.,HMS]+)?)$/;

/**
 * @param desfase ISO 8601 with sign (BUZON_DESFASE: `PT72H1M` ahead, `-P5Y` behind), counted from this moment; from
 * then on the offset stays the same, but for what the demo moves all clocks of the process by. Throws RangeError when malformed.
 */
export function createClock(desfase?: string | null): Clock {
  const fixedMs = desfase ? toMs(desfase, new Date()) : 0;
  const desfaseMs = () => fixedMs + adelanto().ms;
  return { now: () => new Date(Date.now() + desfaseMs()), desfaseMs };
}

/** Once a process (infra/env/en-el-proceso.ts, which stands above this). */
const adelanto = () => {
  const holder = globalThis as unknown as Record<symbol, { ms: number } | undefined>;
  holder[ADELANTO] ??= { ms: 0 };
  return holder[ADELANTO];
};
const ADELANTO = Symbol.for('buzon.adelanto');

/** For the demo alone (demo/move-reloj.ts): every clock of this process goes on from here. */
export function setAdelanto(ms: number): void {
  adelanto().ms = ms;
}

export function isDesfase(text: string): boolean {
  try {
    toMs(text, new Date());
    return true;
  } catch {
    return false;
  }
}

/** Years, months and days are counted on the calendar of UTC, where no day lacks an hour; what is less than a day elapses. */
function toMs(text: string, from: Date): number {
  const [, sign, duration] = ONE_DURATION.exec(text) ?? [];
  if (duration === undefined) throw new RangeError(`Not an ISO 8601 duration: ${text}`);
  const { years = 0, months = 0, weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0 } = parse(duration);
  const way = sign === '-' ? -1 : 1;
  const end = new Date(from);
  end.setUTCFullYear(end.getUTCFullYear() + way * years, end.getUTCMonth() + way * months);
  end.setUTCDate(end.getUTCDate() + way * (weeks * 7 + days));
  const ms = end.getTime() - from.getTime() + Math.round(way * ((hours * 60 + minutes) * 60 + seconds) * 1000);
  if (Number.isNaN(new Date(from.getTime() + ms).getTime())) throw new RangeError(`Beyond the calendar: ${text}`);
  return ms;
}
