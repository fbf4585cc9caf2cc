import { parse } from 'iso8601-duration';

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
