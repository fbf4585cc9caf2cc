import { type Duration, parse, toSeconds } from 'iso8601-duration';

export interface Clock {
  now: () => Date;
  /** How far `now` is from the machine's own clock, in milliseconds. */
  desfaseMs: number;
}

const ONE_DURATION = /^([+-]?)(P(?!$)(?:\d+Y)?(?:\d+M)?(?:\d+W)?(?:\d+D)?(?:T(?=\d)[\d.,HMS]+)?)$/;

/**
 * The clock of everything that the portal does.
 * @param desfase signed ISO 8601 duration (BUZON_DESFASE: `PT72H1M` ahead, `-P5Y` behind); years and months are counted
 * on the calendar from this moment, and the offset stays the same from then on. Throws RangeError when malformed.
 */
export function createClock(desfase?: string | null): Clock {
  const desfaseMs = desfase ? toMs(desfase, new Date()) : 0;
  return { now: () => new Date(Date.now() + desfaseMs), desfaseMs };
}

/** Whether `text` is a duration that `createClock` takes. */
export function isDesfase(text: string): boolean {
  try {
    toMs(text, new Date());
    return true;
  } catch {
    return false;
  }
}

function toMs(text: string, from: Date): number {
  const [, sign, duration] = ONE_DURATION.exec(text) ?? [];
  if (duration === undefined) throw new RangeError(`Not an ISO 8601 duration: ${text}`);
  const fields = Object.entries(parse(duration)).map(([unit, count]) => [unit, sign === '-' ? -count : count]);
  const ms = Math.round(toSeconds(Object.fromEntries(fields) as Duration, from) * 1000);
  if (Number.isNaN(new Date(from.getTime() + ms).getTime())) throw new RangeError(`Beyond the calendar: ${text}`);
  return ms;
}
