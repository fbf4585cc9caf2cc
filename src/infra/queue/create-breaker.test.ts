import { beforeEach, expect, it } from 'vitest';
import type { VeredictoDeEnvio } from '#domain/aviso/verdict.ts';
import { type Breaker, createBreaker } from './create-breaker.ts';

const OK: VeredictoDeEnvio = { aceptado: true, respuesta: '250 Ok', idDelProveedor: 'x' };
const OF_ADDRESS: VeredictoDeEnvio = { aceptado: false, definitivo: false, respuesta: '451 later' };
const DOWN: VeredictoDeEnvio = { ...OF_ADDRESS, fallaElProveedor: true };

let nowMs: number;
let breaker: Breaker;
beforeEach(() => {
  nowMs = 1_000_000;
  breaker = createBreaker(() => new Date(nowMs));
});
const tell = async (...veredictos: VeredictoDeEnvio[]) => {
  for (const veredicto of veredictos) await breaker.watch(async () => veredicto)(null);
};

it('opens after five failures in a row', async () => {
  await tell(DOWN, DOWN, DOWN, DOWN);
  expect(breaker.isOpen()).toBe(false);
  await tell(DOWN);
  expect(breaker.isOpen()).toBe(true);
});

it('stays shut while others are taken in between, and whatever is said of addresses', async () => {
  await tell(DOWN, DOWN, DOWN, DOWN, OK, DOWN, DOWN, DOWN, DOWN, OF_ADDRESS);
  await tell(...Array.from({ length: 20 }, () => OF_ADDRESS));
  expect(breaker.isOpen()).toBe(false);
});

it('lets one message try after half a minute, and closes or waits again by what came of it', async () => {
  await tell(DOWN, DOWN, DOWN, DOWN, DOWN);
  nowMs += 29_999;
  expect(breaker.isOpen()).toBe(true);
  nowMs += 1;
  expect(breaker.isOpen()).toBe(false);
  let answer: (veredicto: VeredictoDeEnvio) => void = () => undefined;
  const slow = new Promise<VeredictoDeEnvio>((resolve) => {
    answer = resolve;
  });
  const trying = breaker.watch(() => slow)(null);
  expect(breaker.isOpen(), 'while one tries').toBe(true);
  answer(DOWN);
  await trying;
  expect(breaker.isOpen()).toBe(true);
  nowMs += 30_000;
  await tell(OK);
  expect(breaker.isOpen()).toBe(false);
  await tell(DOWN);
  expect(breaker.isOpen()).toBe(false);
});

it('waits as long as the provider asks, ten minutes at most', async () => {
  await tell({ ...DOWN, esperaMs: 120_000 });
  nowMs += 119_999;
  expect(breaker.isOpen()).toBe(true);
  nowMs += 1;
  expect(breaker.isOpen()).toBe(false);
  await tell({ ...DOWN, esperaMs: 86_400_000 });
  nowMs += 600_000;
  expect(breaker.isOpen()).toBe(false);
});
