import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createClock, isDesfase } from './clock.ts';

const HOUR_MS = 3_600_000;

describe('createClock', () => {
  it('tells the time of the machine without an offset', () => {
    const before = Date.now();
    const clock = createClock();
    expect(clock.desfaseMs()).toBe(0);
    expect(clock.now().getTime()).toBeGreaterThanOrEqual(before);
  });

  it.each([
    ['PT72H1M', 72 * HOUR_MS + 60_000],
    ['+PT1H', HOUR_MS],
    ['-PT1H', -HOUR_MS],
    ['P2D', 48 * HOUR_MS],
    ['P1W', 168 * HOUR_MS],
    ['PT0.5S', 500],
  ])('reads %s', (desfase, ms) => {
    expect(createClock(desfase).desfaseMs()).toBe(ms);
  });

  it('counts years on the calendar', () => {
    expect(createClock('-P5Y').now().getUTCFullYear()).toBe(new Date().getUTCFullYear() - 5);
  });

  it.each(['', 'P', 'PT', '72H', 'PT72', '--PT1H', 'PT1H ', 'xPT1H', 'PT1HPT2H', 'P999999999Y', 'PT1,2,3H'])(
    'refuses «%s»',
    (desfase) => {
      expect(isDesfase(desfase)).toBe(false);
    },
  );

  it('goes as far back as it goes ahead, for any number of hours and minutes', () => {
    fc.assert(
      fc.property(fc.nat(100_000), fc.nat(59), (hours, minutes) => {
        const ahead = createClock(`PT${hours}H${minutes}M`).desfaseMs();
        expect(createClock(`-PT${hours}H${minutes}M`).desfaseMs()).toBe(ahead === 0 ? 0 : -ahead);
      }),
    );
  });
});
