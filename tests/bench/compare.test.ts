import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compare, orderOf, quantile } from './compare.ts';
import type { Candidato, Comparacion } from './medida.ts';

describe('the order of a round', () => {
  it('has every candidate once, whichever the round', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), fc.nat(100), (count, round) => {
        expect([...orderOf(count, round)].sort()).toEqual(Array.from({ length: count }, (_, index) => index));
      }),
    );
  });

  it('begins with another each time, so that in as many rounds as candidates each has had every turn', () => {
    expect([0, 1, 2, 3].map((round) => orderOf(3, round))).toEqual([
      [0, 1, 2],
      [1, 2, 0],
      [2, 0, 1],
      [0, 1, 2],
    ]);
  });
});

describe('a quantile', () => {
  it('of an odd number is the one in the middle, and of an even number lies between the two', () => {
    expect(quantile([9, 1, 5], 0.5)).toBe(5);
    expect(quantile([4, 1, 3, 2], 0.5)).toBe(2.5);
    expect(quantile([0, 10], 0.25)).toBe(2.5);
    expect(quantile([7], 0.75)).toBe(7);
  });

  it('sorts numbers as numbers, and leaves what it was given as it was', () => {
    const values = [10, 9, 100];
    expect(quantile(values, 0.5)).toBe(10);
    expect(values).toEqual([10, 9, 100]);
  });

  it('of nothing is refused', () => {
    expect(() => quantile([], 0.5)).toThrow(RangeError);
  });
});

describe('comparing', () => {
  it('samples by turns and counts no warm-up', async () => {
    const calls: string[] = [];
    const result = await compare(
      make({
        own: replay('own', [100, 6, 8, 7], calls),
        floors: [replay('floor', [900, 2, 4, 7], calls)],
      }),
      { rounds: 3, warmUps: 1 },
    );
    expect(calls).toEqual(['own', 'floor', 'floor', 'own', 'own', 'floor', 'floor', 'own']);
    expect(result.own).toEqual({ name: 'own', median: 7, samples: [6, 8, 7] });
    expect(result.floors[0]).toMatchObject({ median: 4, samples: [2, 4, 7] });
  });

  it('gives the median of the ratios of each round, so that a round in which the machine was busy counts for both', async () => {
    const own = replay('own', [2, 2, 200]);
    const { floors } = await compare(make({ own, floors: [replay('floor', [1, 1, 100])] }), { rounds: 3, warmUps: 0 });
    expect(floors[0]).toMatchObject({ ratio: 2, middleHalf: [2, 2] });
  });

  it.each([
    ['times', 1.2, 12, true],
    ['times', 1.1, 12, false],
    ['above', 2, 12, true],
    ['above', 1, 12, false],
    ['times', 1, 8, true],
  ])('meets a goal of %s %d at %d beside 10: %s', async (kind, goal, value, isMet) => {
    const meta = kind === 'times' ? { times: goal } : { above: goal };
    const floors = [{ ...replay('floor', [10]), meta }];
    const result = await compare(make({ own: replay('own', [value]), floors }), { rounds: 1, warmUps: 0 });
    expect(result.floors[0]?.isMet).toBe(isMet);
  });

  it('has no verdict where there is no goal', async () => {
    const floors = [replay('floor', [10])];
    const result = await compare(make({ own: replay('own', [1]), floors }), { rounds: 1, warmUps: 0 });
    expect(result.floors[0]).toMatchObject({ meta: null, isMet: null });
  });

  it('refuses what is no measure', async () => {
    const floors = [replay('floor', [Number.NaN])];
    const broken = compare(make({ own: replay('own', [1]), floors }), { rounds: 1, warmUps: 0 });
    await expect(broken).rejects.toThrow('floor');
  });
});

function make(parts: Pick<Comparacion, 'own' | 'floors'>): Comparacion {
  return { what: 'algo', unit: 'ms', ...parts };
}

/** A candidate that gives these samples, one after the other. */
function replay(name: string, values: number[], calls: string[] = []): Candidato {
  const left = [...values];
  return {
    name,
    sample() {
      calls.push(name);
      return left.shift() ?? Number.NaN;
    },
  };
}
