import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createCorte } from './corte.ts';
import { Unreachable } from './post-bytes.ts';

const PAUSA_MS = 10_000;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function createService() {
  const corte = createCorte({ fallas: 3, pausaMs: PAUSA_MS });
  let asked = 0;
  const ask = (answer: () => Promise<string>) =>
    corte(() => {
      asked += 1;
      return answer();
    }).catch((error: Error) => error.message);
  return {
    works: () => ask(async () => 'sí'),
    fails: () => ask(() => Promise.reject(new Unreachable('no'))),
    ask,
    asked: () => asked,
  };
}

it('leaves a service alone after three failures in a row, and no sooner', async () => {
  const service = createService();
  for (const each of ['fails', 'fails', 'works', 'fails', 'fails', 'works'] as const) await service[each]();
  expect(service.asked()).toBe(6);
  for (let nth = 0; nth < 3; nth++) await service.fails();
  expect(await service.works()).toBe('not asked: it failed 3 times in a row');
  expect(service.asked()).toBe(9);
});

it('then lets one question through, and the rest after it was answered', async () => {
  const service = createService();
  for (let nth = 0; nth < 3; nth++) await service.fails();
  vi.advanceTimersByTime(PAUSA_MS - 1);
  expect(await service.works()).toContain('not asked');
  vi.advanceTimersByTime(1);
  let answer: (text: string) => void = () => undefined;
  const probe = service.ask(() => new Promise((resolve) => (answer = resolve)));
  expect(await service.works()).toContain('not asked');
  answer('sí');
  expect([await probe, await service.works()]).toEqual(['sí', 'sí']);
});

it('leaves it alone for as long again when that fails, or is cut off by a fault of ours', async () => {
  const service = createService();
  for (let nth = 0; nth < 3; nth++) await service.fails();
  for (const probe of [service.fails, () => service.ask(() => Promise.reject(new TypeError('ours')))]) {
    vi.advanceTimersByTime(PAUSA_MS);
    expect(await probe()).toMatch(/^(no|ours)$/);
    expect(await service.works()).toContain('not asked');
  }
  vi.advanceTimersByTime(PAUSA_MS);
  expect(await service.works()).toBe('sí');
});

it('late failures of those that were asked at once do not bring the next question forward', async () => {
  const service = createService();
  const late = [1_000, 2_000, 3_000, 8_000].map((ms) =>
    service.ask(() => new Promise((_, reject) => setTimeout(() => reject(new Unreachable('no')), ms))),
  );
  await vi.advanceTimersByTimeAsync(8_000);
  await Promise.all(late);
  await vi.advanceTimersByTimeAsync(PAUSA_MS - 1);
  expect(await service.works()).toContain('not asked');
});
