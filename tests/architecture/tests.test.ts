import { expect, it } from 'vitest';
import { findNodes, isNode, listSources, type Node, nameOf, placeOf, type Source, textOf, walk } from './source.ts';

const tests = listSources(['src', 'tests'], { tests: true }).filter(({ path }) =>
  /\.(test|spec|e2e)\.tsx?$/.test(path),
);

/** `it.only(…)` as ['only', arguments]. */
function modifiersOf(source: Source): { place: string; name: string; args: Node[] }[] {
  const found: { place: string; name: string; args: Node[] }[] = [];
  walk(source.program, (node) => {
    if (node.type !== 'CallExpression' || !isNode(node.callee) || node.callee.type !== 'MemberExpression') return;
    const name = nameOf(node.callee.property);
    if (name) found.push({ place: placeOf(source, node), name, args: node.arguments as Node[] });
  });
  return found;
}

const calls = tests.flatMap(modifiersOf);

it('no test is focused, put off or expected to fail', () => {
  const faults = calls.filter(({ name, args }) => /^(only|todo|fails|fixme|fail)$/.test(name) && isTestCall(args));
  const short = tests.filter(({ text }) => /^\s*(fit|fdescribe|xit|xtest|xdescribe)\(/m.test(text));
  expect(faults.map(({ place }) => place)).toEqual([]);
  expect(short.map(({ path }) => path)).toEqual([]);
});

it('a test that skips says why', () => {
  // `context.skip(isMissing, 'why')`; `it.skip('title', …)` gives no reason, and nothing ever runs it again.
  const faults = calls.filter(({ name, args }) => name === 'skip' && (isTestCall(args) || args.length === 0));
  expect(faults.map(({ place }) => place)).toEqual([]);
});

it('a test that runs only where something is installed says what, in its title', () => {
  const mute = tests.flatMap((source) =>
    findNodes(source, (node) => {
      const { callee } = node;
      if (!isNode(callee) || callee.type !== 'CallExpression' || !isNode(callee.callee)) return false;
      if (!/^(skipIf|runIf)$/.test(nameOf(callee.callee.property) ?? '')) return false;
      const [title] = node.arguments as Node[];
      return !title || !/\(skipped (without|when) .+\)/.test(textOf(source, title));
    }),
  );
  expect(mute).toEqual([]);
});

it('a screen is looked at or read only after something of it was awaited, not right after the press that asks for it', () => {
  const hasty = tests.filter(({ path }) => path.startsWith('tests/e2e/')).flatMap(findHasty);
  expect(hasty).toEqual([]);
});

/** What reads the page as it is at that moment, where Playwright's expectations would wait. */
const NOW =
  /\bmirar(SinScript)?\(|\.(allInnerTexts|allTextContents|innerText|count|isVisible|content|url|screenshot)\(/;
const WAITS = /\.(goto|waitFor\w*|poll)\(|\bwaitFor[A-Z]|\bexpect\(.*\)\.(not\.)?to\w+\(/s;

function findHasty(source: Source): string[] {
  const places: string[] = [];
  walk(source.program, ({ type, body }) => {
    if (type !== 'BlockStatement' || !Array.isArray(body)) return;
    let isPressed = false;
    for (const statement of body as Node[]) {
      const text = textOf(source, statement);
      if (isPressed && NOW.test(text) && !WAITS.test(text)) places.push(placeOf(source, statement));
      isPressed =
        /\.(click|press)\([^()]*\);$/.test(text) || (isPressed && /^const /.test(text) && !/await/.test(text));
    }
  });
  return places;
}

/** Whether these are a title and a body. */
function isTestCall(args: Node[]): boolean {
  return args.length > 0 && /Function/.test(args.at(-1)?.type ?? '');
}
