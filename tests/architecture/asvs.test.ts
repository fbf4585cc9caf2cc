import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT, readText } from './source.ts';

/** Of ASVS 5.0.0: how many requirements of levels 1 and 2 each section has (they come first), but for the chapters that are not used. */
const SECCIONES: Record<string, number> = {
  '1.1': 2,
  '1.2': 9,
  '1.3': 11,
  '1.4': 3,
  '1.5': 2,
  '2.1': 3,
  '2.2': 3,
  '2.3': 4,
  '2.4': 1,
  '3.2': 2,
  '3.3': 4,
  '3.4': 6,
  '3.5': 5,
  '3.7': 2,
  '4.1': 3,
  '4.2': 1,
  '4.3': 2,
  '4.4': 4,
  '5.1': 1,
  '5.2': 3,
  '5.3': 2,
  '5.4': 3,
  '6.1': 3,
  '6.2': 12,
  '6.3': 4,
  '6.4': 4,
  '6.5': 5,
  '6.6': 3,
  '6.8': 4,
  '7.1': 3,
  '7.2': 4,
  '7.3': 2,
  '7.4': 5,
  '7.5': 2,
  '7.6': 2,
  '8.1': 2,
  '8.2': 3,
  '8.3': 1,
  '8.4': 1,
  '9.1': 3,
  '9.2': 4,
  '11.1': 2,
  '11.2': 3,
  '11.3': 3,
  '11.4': 4,
  '11.5': 1,
  '11.6': 1,
  '12.1': 3,
  '12.2': 2,
  '12.3': 4,
  '13.1': 1,
  '13.2': 5,
  '13.3': 2,
  '13.4': 5,
  '14.1': 2,
  '14.2': 4,
  '14.3': 3,
  '15.1': 3,
  '15.2': 3,
  '15.3': 7,
  '16.1': 1,
  '16.2': 5,
  '16.3': 4,
  '16.4': 3,
  '16.5': 3,
};

const rows = [...readText('src/ASVS.md').matchAll(/^\| (\d[^|]*) \| ([^|]+) \| (.+) \|$/gm)].map(
  ([, ids = '', estado = '', como = '']) => ({ ids: ids.split(', ').flatMap(expand), estado, como }),
);

/** `6.2.1–6.2.4` is four of them. */
function expand(text: string): string[] {
  const [first = '', last = first] = text.split('–');
  const [seccion, from, to] = [first.replace(/\.\d+$/, ''), numberOf(first), numberOf(last)];
  return Array.from({ length: to - from + 1 }, (_, nth) => `${seccion}.${from + nth}`);
}

function numberOf(id: string): number {
  return Number(id.split('.').at(-1));
}

describe('src/ASVS.md', () => {
  it('has each requirement of levels 1 and 2 once', () => {
    const wanted = Object.entries(SECCIONES).flatMap(([seccion, cuantos]) =>
      Array.from({ length: cuantos }, (_, nth) => `${seccion}.${nth + 1}`),
    );
    expect(rows.flatMap(({ ids }) => ids).sort()).toEqual(wanted.sort());
  });

  it('says of each whether it is met, and where or why not', () => {
    expect(rows.filter(({ estado }) => !['Sí', '**No**', '—'].includes(estado))).toEqual([]);
    const bare = rows.filter(({ estado, como }) => estado === 'Sí' && !/`(src|tests)\/|npm run |\]\(/.test(como));
    expect(bare).toEqual([]);
  });
});

it.each(['src/ASVS.md', 'src/AMENAZAS.md', 'src/EVIDENCIA.md'])('each test that %s names is there', (page) => {
  const named = [...readText(page).matchAll(/`([\w./()[\]-]+\.(?:test|spec)\.tsx?)`/g)].map(([, file = '']) => file);
  expect(named.length).toBeGreaterThan(10);
  const missing = named.filter((file) =>
    [file, `tests/integration/${file}`].every((each) => !existsSync(path.join(ROOT, each))),
  );
  expect(missing).toEqual([]);
});
