import { describe, expect, it } from 'vitest';
import { parseBusqueda } from './parse-busqueda.ts';

const read = (asked: Record<string, string | string[]>) =>
  parseBusqueda(Promise.resolve(asked), ['folio', 'hecho', 'constructor']);

describe('what an address asks of a page', () => {
  it('is the texts of the names that it knows', async () => {
    expect(await read({ folio: 'BI-1', hecho: '', otro: 'x' })).toEqual({ folio: 'BI-1', hecho: '' });
  });

  it.each([
    ['a name that comes twice', { folio: ['BI-1', 'BI-2'] }],
    ['a text that PostgreSQL does not take', { folio: 'BI-\0' }],
    ['what every object has', {}],
  ])('%s counts as absent', async (_, asked) => {
    expect(Object.entries(await read(asked))).toEqual([]);
  });
});
