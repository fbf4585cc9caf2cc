import { spawnSync } from 'node:child_process';
import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { createRunComando } from './create-sello-de-comando.ts';

const dir = mkdtempSync(join(tmpdir(), 'comando-'));
afterAll(() => rmSync(dir, { recursive: true }));

const HOLA = new TextEncoder().encode('hola');

function create(comando: string, { limiteMs = 5_000, aLaVez = 4 } = {}) {
  return createRunComando({ comando, env: process.env, limiteMs, aLaVez });
}

const text = async (answer: Promise<Uint8Array>) => new TextDecoder().decode(await answer);

/** Whether a process with this id still runs; one that ended and waits for its parent to notice does not. */
const isAlive = (pid: string) =>
  /^[^Z]/.test(spawnSync('ps', ['-o', 'stat=', '-p', pid], { encoding: 'utf8' }).stdout.trim());

describe('running a command', () => {
  it('gives it the bytes, by a standard input that may also be opened by its name', async () => {
    expect(await text(create('cat')(HOLA))).toBe('hola');
    expect(await text(create('cat /dev/stdin')(HOLA))).toBe('hola');
  });

  it('ends what does not answer, and whatever that had started', async () => {
    const run = create(`sleep 60 & echo $! > ${dir}/hijo; wait`, { limiteMs: 500 });
    await expect(run(HOLA)).rejects.toThrow('no respondió en 0.5 segundos');
    const hijo = readFileSync(join(dir, 'hijo'), 'utf8').trim();
    expect(isAlive(String(process.pid))).toBe(true);
    await expect.poll(() => isAlive(hijo)).toBe(false);
  });

  it('runs no more at the same time than it may, and each in its turn', async () => {
    const diario = join(dir, 'diario');
    appendFileSync(diario, '');
    const run = create(`echo entra >> ${diario}; sleep 0.2; echo sale >> ${diario}; cat`, { aLaVez: 2 });
    const answers = await Promise.all(Array.from({ length: 6 }, (_, i) => text(run(Uint8Array.of(48 + i)))));
    expect(answers).toEqual(['0', '1', '2', '3', '4', '5']);
    let dentro = 0;
    const juntos = readFileSync(diario, 'utf8')
      .trim()
      .split('\n')
      .map((line) => (dentro += line === 'entra' ? 1 : -1));
    expect(Math.max(...juntos)).toBe(2);
  });

  it('counts the wait for a turn as part of the time, so that nobody waits for longer than one question may take', async () => {
    const run = create('sleep 60', { limiteMs: 500, aLaVez: 1 });
    const started = performance.now();
    const outcomes = await Promise.allSettled(Array.from({ length: 20 }, () => run(HOLA)));
    expect(new Set(outcomes.map(({ status }) => status))).toEqual(new Set(['rejected']));
    expect(performance.now() - started).toBeLessThan(9_000);
  });

  it('goes on after a failure', async () => {
    const run = create('read linea; test "$linea" = bien && echo bien', { aLaVez: 1 });
    await expect(run(HOLA)).rejects.toThrow('terminó con el código 1');
    expect(await text(run(new TextEncoder().encode('bien\n')))).toBe('bien\n');
  });
});
