import { describe, expect, it } from 'vitest';
import { readText } from './source.ts';

const schema = readText('prisma/schema.prisma');
const tables = [...schema.matchAll(/^model \w+ \{\n([\s\S]*?)^\}/gm)].map(([, body = '']) => ({
  name: /@@map\("(\w+)"\)/.exec(body)?.[1] ?? '',
  hasTitular: / +@map\("titular_id"\)/.test(body),
  keys: keysOf(body),
}));

/** `| tabla | modo | llaves que no llevan al titular | … |` */
const rows = [...readText('src/ESCALA.md').matchAll(/^\| `(\w+)` \| ([\wáéíóú ]+?) \| ([^|]*?) \|/gm)].map(
  ([, name = '', modo = '', llaves = '']) => ({ name, modo, llaves: llaves.replaceAll('`', '') }),
);
const rowOf = (name: string) => rows.find((row) => row.name === name);

describe('how the tables would be distributed', () => {
  it('each table of the schema has its row, and no other', () => {
    expect(rows.map(({ name }) => name).toSorted()).toEqual(tables.map(({ name }) => name).toSorted());
  });

  it('a table says that it is distributed by titular only where a column of it tells whose it is', () => {
    const said = rows.filter(({ modo }) => modo === 'por titular').map(({ name }) => name);
    expect(said.toSorted()).toEqual(
      tables
        .filter(({ hasTitular }) => hasTitular)
        .map(({ name }) => name)
        .toSorted(),
    );
  });

  it('each of these names its keys that do not hold the titular, which the cluster could not hold', () => {
    const wanted = tables
      .filter(({ hasTitular }) => hasTitular)
      .map(({ name, keys }) => [name, keys.filter((key) => !key.includes('titularId')).join(', ') || 'ninguna']);
    expect(wanted.map(([name = '']) => [name, rowOf(name)?.llaves])).toEqual(wanted);
  });
});

/** Unique keys by their fields, `folio+tipo`; the first is that of the row itself. */
function keysOf(body: string): string[] {
  const single = [...body.matchAll(/^ +(\w+) .*@(?:id|unique)\b/gm)].map(([, field = '']) => field);
  const several = [...body.matchAll(/@@(?:id|unique)\(\[([^\]]+)\]/g)].map(([, fields = '']) =>
    fields.replaceAll(', ', '+'),
  );
  return [...single, ...several];
}
