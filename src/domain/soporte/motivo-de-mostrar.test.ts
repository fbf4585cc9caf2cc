import { expect, it } from 'vitest';
import { mostradosHasta } from './motivo-de-mostrar.ts';

it('data stay uncovered for ten minutes from when they were asked for', () => {
  expect(mostradosHasta(new Date('2026-11-24T23:55:00.001Z'))).toEqual(new Date('2026-11-25T00:05:00.001Z'));
});
