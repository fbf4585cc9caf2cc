import { expect, it } from 'vitest';
import { PRUEBAS, VENCIBLES } from '#domain/retencion/retencion.ts';
import { retencionEnPalabras } from '#wording/retencion/retencion-en-palabras.ts';
import { readText } from './source.ts';

it('every table of the database has its term, or is kept as evidence', () => {
  const tables = [...readText('prisma/schema.prisma').matchAll(/@@map\("(\w+)"\)/g)].map(([, table]) => table);
  // The ticked registros go with their selection, what one alone signed when its designation is settled, and the place of a client
  // in a list when it ends. The figures of the board go with their stretch, and what is to be summed again once it is.
  const decided = [...Object.values(VENCIBLES), ...Object.values(PRUEBAS)].flatMap(({ tablas }) => tablas);
  expect(
    [...decided, 'cliente', 'cuenta_de_tramo', 'marca_de_registro', 'primera_firma', 'tramo_por_contar'].sort(),
  ).toEqual(tables.sort());
});

it('src/AMENAZAS.md shows the terms that the worker and the command obey', () => {
  const [, shown = ''] =
    /^## Qué se guarda y cuánto\n[\s\S]*?(\| Qué[\s\S]*?)\n\n/m.exec(readText('src/AMENAZAS.md')) ?? [];
  const rows = retencionEnPalabras().map(({ que, cuanto, porque }) => `| ${que} | ${cuanto} | ${porque} |`);
  expect(shown.split('\n')).toEqual(['| Qué | Cuánto | Por qué |', '|---|---|---|', ...rows]);
});

it('what goes is found by an index that begins with what its term counts from', () => {
  const schema = readText('prisma/schema.prisma');
  const bare = Object.values(VENCIBLES).filter(({ tablas: [tabla], desde }) => {
    const [model = ''] =
      schema.match(new RegExp(`^model \\w+ \\{(?:(?!^\\})[\\s\\S])*@@map\\("${tabla}"\\)`, 'm')) ?? [];
    const [, field] = new RegExp(`^ +(\\w+) .*@map\\("${desde}"\\)`, 'm').exec(model) ?? [];
    return !new RegExp(`@@(index|id)\\(\\[${field ?? desde}\\b`).test(model);
  });
  expect(bare).toEqual([]);
});
