import { existsSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { ROOT } from '../architecture/source.ts';
import { DIRECTOS } from './escena.ts';
import { PROBADOS } from './probados.ts';

it('every attack that a test makes names one that is there', () => {
  expect(PROBADOS.filter(({ prueba }) => !existsSync(path.join(ROOT, prueba)))).toEqual([]);
});

it('no two attacks have one name', () => {
  const names = [...DIRECTOS, ...PROBADOS].map(({ nombre }) => nombre);
  expect(new Set(names).size).toBe(names.length);
});
