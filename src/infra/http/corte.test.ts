import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createCorte } from './corte.ts';

const PAUSA_MS = 10_000;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A service that is not asked while it is left alone. */
function createService() {
  const corte = createCorte({ fallas: 3, pausaMs: PAUSA_MS });
  let asked = 0;
  const ask = async (answer: () => Promise<string>, fallaDe?: (answer: string) => { esperaMs?: number } | null) => {
    if (corte.isOpen()) return 'not asked';
    asked += 1;
    return corte.watch(answer, fallaDe).catch((error: Error) => error.message);
  };
  return {
    works: () => ask(async () => 'sí'),
    fails: () => ask(() => Promise.reject(new Error('no'))),
    answersBadly: (falla: { esperaMs?: number }) =>
      ask(
        async () => 'mal',
        () => falla,
      ),
    ask,
    asked: () => asked,
  };
}

it('leaves a service alone after three failures in a row, and no sooner', async () => {
  const service = createService();
  for (const each of ['fails', 'fails', 'works', 'fails', 'fails', 'works'] as const) await service[each]();
  expect(service.asked()).toBe(6);
  for (let nth = 0; nth < 3; nth++) await service.fails();
  expect(await service.works()).toBe('not asked');
  expect(service.asked()).toBe(9);
});

it('takes an answer for a failure where it is said to be one', async () => {
  const service = createService();
  for (let nth = 0; nth < 9; nth++)
    await service.ask(
      async () => 'mal',
      () => null,
    );
  for (let nth = 0; nth < 3; nth++) expect(await service.answersBadly({})).toBe('mal');
  expect(await service.works()).toBe('not asked');
});

it('then lets one question through, and the rest after it was answered', async () => {
  const service = createService();
  for (let nth = 0; nth < 3; nth++) await service.fails();
  vi.advanceTimersByTime(PAUSA_MS - 1);
  expect(await service.works()).toBe('not asked');
  vi.advanceTimersByTime(1);
  let answer: (text: string) => void = () => undefined;
  const probe = service.ask(() => new Promise((resolve) => (answer = resolve)));
  expect(await service.works()).toBe('not asked');
  answer('sí');
  expect([await probe, await service.works()]).toEqual(['sí', 'sí']);
  await service.fails();
  expect(await service.works(), 'as if it had never failed').toBe('sí');
});

it('leaves it alone for as long again when that fails, or is cut off by a fault of ours', async () => {
  const service = createService();
  for (let nth = 0; nth < 3; nth++) await service.fails();
  for (const probe of [service.fails, () => service.ask(() => Promise.reject(new TypeError('ours')))]) {
    vi.advanceTimersByTime(PAUSA_MS);
    expect(await probe()).toMatch(/^(no|ours)$/);
    expect(await service.works()).toBe('not asked');
  }
  vi.advanceTimersByTime(PAUSA_MS);
  expect(await service.works()).toBe('sí');
});

it('late failures of those that were asked at once do not bring the next question forward', async () => {
  const service = createService();
  const late = [1_000, 2_000, 3_000, 8_000].map((ms) =>
    service.ask(() => new Promise((_, reject) => setTimeout(() => reject(new Error('no')), ms))),
  );
  await vi.advanceTimersByTimeAsync(8_000);
  await Promise.all(late);
  await vi.advanceTimersByTimeAsync(PAUSA_MS - 1);
  expect(await service.works()).toBe('not asked');
});

it('waits as long as the service asks, from the first time on, and ten minutes at most', async () => {
  const service = createService();
  const late = service.ask(() => new Promise((_, reject) => setTimeout(() => reject(new Error('no')), 1_000)));
  await service.answersBadly({ esperaMs: 120_000 });
  await vi.advanceTimersByTimeAsync(1_000);
  expect(await late).toBe('no');
  vi.advanceTimersByTime(118_999);
  expect(await service.works()).toBe('not asked');
  vi.advanceTimersByTime(1);
  expect(await service.answersBadly({ esperaMs: 86_400_000 })).toBe('mal');
  vi.advanceTimersByTime(600_000);
  expect(await service.works()).toBe('sí');
});
