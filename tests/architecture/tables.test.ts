import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT, readText } from './source.ts';

const README = 'prisma/README.md';
/** A theme: its models, named after the mark, and below it the drawing of how they hang together. */
const THEME = /(<!-- tablas: ([\w ]+) -->\n)(?:```mermaid\n[\s\S]*?```\n)?/g;

const readme = readText(README);
const schema = readText('prisma/schema.prisma');
const models = [...schema.matchAll(/^model (\w+) \{\n([\s\S]*?)^\}/gm)].map(([, name = '', body = '']) => ({
  name,
  body,
}));

describe('the drawing of the tables', () => {
  it('has each model in one theme', () => {
    const drawn = [...readme.matchAll(THEME)].flatMap(([, , names = '']) => names.split(' '));
    expect(drawn.toSorted()).toEqual(models.map(({ name }) => name).toSorted());
  });

  it('shows the relations that the schema has (written anew with `npx vitest run … -u`)', async () => {
    const drawn = readme.replace(THEME, (_, mark: string, names: string) => `${mark}${draw(names.split(' '))}`);
    await expect(drawn).toMatchFileSnapshot(path.join(ROOT, README));
  });
});

/** What the models of a theme refer to, of this theme or of another. */
function draw(names: readonly string[]): string {
  const ties = models.filter(({ name }) => names.includes(name)).flatMap(tiesOf);
  const lonely = names.filter((name) => !ties.some((tie) => tie.split(/\W+/).includes(name)));
  return ['```mermaid', 'erDiagram', ...lonely, ...ties]
    .join('\n  ')
    .replace('\n  erDiagram', '\nerDiagram')
    .concat('\n```\n');
}

/** `Uno ||--o{ Muchos : campo`; with `|o` where a row may refer to none, and `o|` where at most one refers to it. */
function tiesOf({ name, body }: { name: string; body: string }): string[] {
  return [...body.matchAll(/^ +(\w+) +(\w+)(\?)? +@relation\(.*?fields: \[([^\]]+)\]/gm)].map(
    ([, field = '', target = '', isOptional, keys = '']) => {
      const isOne = keys.split(', ').every((key) => new RegExp(`^ +${key} .*@(unique|id)\\b`, 'm').test(body));
      return `${target} ${isOptional ? '|o' : '||'}--${isOne ? 'o|' : 'o{'} ${name} : ${field}`;
    },
  );
}
