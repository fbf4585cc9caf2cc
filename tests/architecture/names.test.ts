import { describe, expect, it } from 'vitest';
import { exportedFunctions, functionsThatSay } from './functions.ts';
import { directivesOf, listSources, readText } from './source.ts';

/** In the table of verbs, each with its meaning and, between parentheses, the rooms that use it if not tramites alone. */
const VERBS = new Map(
  (/^## Los verbos\n([\s\S]*)/m.exec(readText('src/README.md'))?.[1] ?? '')
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .flatMap((line) => [...line.matchAll(/`([a-z]+)` (?:(?!; `).)*/g)])
    .map(([text, verb = '']) => [verb, /\(([a-z_, ]+)\)(?: \|)?$/.exec(text)?.[1]?.split(', ') ?? ['tramites']]),
);

/** `isVigente`, `hasMas`, `canSign`: claims; `valorDe`, `claveOf`: a noun for what it gives. */
const NO_ACT = /^(is|has|can|to)[A-Z]|(De|Of)([A-Z]\w*)?$|^(utf8|sha256)$/;

describe('an act has one name', () => {
  it('a server action is called as the trámite that it calls, with «Action» behind', () => {
    const actions = listSources(['src/app']).flatMap((source) => {
      const isFile = directivesOf(source.program.body).includes('use server');
      return (isFile ? exportedFunctions(source) : functionsThatSay(source, 'use server')).map((fn) => ({
        source,
        fn,
      }));
    });
    expect(actions.length).toBeGreaterThan(25);
    const strange = actions.filter(({ source, fn }) => !isNamedForItsCall(source.text, fn));
    expect(strange.map(({ fn }) => `${fn.place} ${fn.name}`)).toEqual([]);
  });

  it('each trámite begins with a verb of the table of src/README.md that is used there', () => {
    expect(VERBS.size).toBeGreaterThan(30);
    const acts = listSources(['src/tramites']).flatMap(exportedFunctions);
    const strange = acts.filter(({ name }) => !NO_ACT.test(name) && !VERBS.get(verbOf(name))?.includes('tramites'));
    expect(strange.map(({ place, name }) => `${place} ${name}`)).toEqual([]);
  });

  it('what `read`, `take` and `issue` mean they mean everywhere', () => {
    const strange = listSources(['src'])
      .flatMap((source) => exportedFunctions(source).map((fn) => ({ ...fn, room: source.path.split('/')[1] ?? '' })))
      .filter(
        ({ name, room }) =>
          ['read', 'take', 'issue', 'parse'].includes(verbOf(name)) && !VERBS.get(verbOf(name))?.includes(room),
      );
    expect(strange.map(({ place, name }) => `${place} ${name}`)).toEqual([]);
  });

  it('and every verb of the table is used', () => {
    const used = new Set(
      listSources(['src'])
        .flatMap(exportedFunctions)
        .map(({ name }) => verbOf(name)),
    );
    expect([...VERBS.keys()].filter((verb) => !used.has(verb))).toEqual([]);
  });
});

function verbOf(name: string): string {
  return /^[a-z0-9]+/.exec(name)?.[0] ?? '';
}

/** The door of the staff asks with the same function as the titulares' do; «seguir en la sesión» asks for it and no more. */
function isNamedForItsCall(text: string, { name, text: body }: { name: string; text: string }): boolean {
  if (/^keepSesion(DeSoporte)?Action$/.test(name)) return true;
  const act = /^(\w+?)(DeSoporte)?Action$/.exec(name)?.[1];
  const imported =
    act &&
    [act, `${act}DeSoporte`].some((each) =>
      new RegExp(`\\b${each}\\b[^}]*\\} from '(#tramites|[./]+_server)/`).test(text),
    );
  return Boolean(imported) && new RegExp(`\\b${act}\\w*\\(`).test(body);
}
