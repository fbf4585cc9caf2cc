import { expect, it } from 'vitest';
import { formatTamano } from './tamano.ts';

it.each([
  [1, '1 KB'],
  [312 * 1024, '312 KB'],
  [1000 * 1024, '1.0 MB'],
  [5 * 1024 * 1024, '5.0 MB'],
])('%i bytes are shown as %s', (bytes, text) => expect(formatTamano(bytes)).toBe(text));
