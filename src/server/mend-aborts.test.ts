import { setTimeout as sleep } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterEach, expect, it } from 'vitest';
import { mendAborts } from './mend-aborts.ts';

setFlagsFromString('--expose-gc');
const gc = runInNewContext('gc') as () => void;

const { abort } = AbortController.prototype;
afterEach(() => {
  AbortController.prototype.abort = abort;
});

/** What a render is to the signal that it aborts at its end: only its caller. */
class Peticion {
  readonly #signal: AbortController;
  constructor(signal: AbortController) {
    this.#signal = signal;
  }
  end(reason?: Error): void {
    this.#signal.abort(reason);
  }
  endWithReason(): void {
    this.end(new Error('This render completed successfully.'));
  }
}

async function isKept(end: (peticion: Peticion) => void): Promise<boolean> {
  const signal = new AbortController();
  const peticion = new WeakRef(new Peticion(signal));
  (() => end(peticion.deref() as Peticion))();
  await sleep(0);
  gc();
  expect(signal.signal.aborted).toBe(true);
  return peticion.deref() !== undefined;
}

it.each([
  ['an error of its own', (peticion: Peticion) => peticion.endWithReason()],
  ['no reason given', (peticion: Peticion) => peticion.end()],
])('a request that was ended with %s is let go, though its signal lives on', async (_, end) => {
  expect(await isKept(end)).toBe(true);
  mendAborts();
  expect(await isKept(end)).toBe(false);
});
