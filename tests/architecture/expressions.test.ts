import vm from 'node:vm';
import { describe, expect, it } from 'vitest';
import { listSources, type Node, walk } from './source.ts';

const LENGTHS = [20, 400, 8_000, 70_000];
const LIMIT_MS = 50;

/** The regular expressions that the code under these folders writes, each once, with where it stands first. */
function listExpressions(): { where: string; source: string; flags: string }[] {
  const found = new Map<string, { where: string; source: string; flags: string }>();
  for (const source of listSources(['src'])) {
    walk(source.program, (node) => {
      const { pattern, flags } = (node.regex ?? {}) as { pattern?: string; flags?: string };
      if (pattern === undefined || flags === undefined) return;
      const line = source.text.slice(0, node.start).split('\n').length;
      found.set(`/${pattern}/${flags}`, { where: `${source.path}:${line}`, source: pattern, flags });
    });
  }
  return [...found.values()];
}

/** A letter for each piece of the expression: what it names, and what each of its classes may hold. */
function lettersFor(pattern: string): string[] {
  const named = pattern.replace(/\\[dDwWsSbBpPu]\{?[^}]*\}?|\\./g, (escape) => (/^\\[^a-z0-9]/i.test(escape) ? escape.slice(1) : ''));
  return [...new Set([...named, ...'aA1 ._-@<\n\t"(é:/'])];
}

function attacksOn(pattern: string): ((length: number) => string)[] {
  const letters = lettersFor(pattern);
  const literal = pattern.replace(/\\(.)/g, '$1').replace(/[\^$*+?()[\]{}|]/g, '').slice(0, 12);
  return letters.flatMap((letter) =>
    ['\u0000', 'a', ''].flatMap((end) => [
      (length: number) => letter.repeat(length) + end,
      (length: number) => literal + letter.repeat(length) + end,
    ]),
  );
}

function isSlow({ source, flags }: { source: string; flags: string }): string | null {
  for (const length of LENGTHS) {
    for (const attack of attacksOn(source)) {
      const text = attack(length);
      try {
        const start = performance.now();
        vm.runInNewContext('new RegExp(source, flags).test(text)', { source, flags: flags.replace(/[gy]/g, ''), text }, { timeout: 1000 });
        const ms = performance.now() - start;
        if (ms > LIMIT_MS) return `${length} × ${JSON.stringify(text.slice(0, 20))}: ${ms}`;
      } catch { return `${length} × ${JSON.stringify(text.slice(0, 20))}`; }
    }
  }
  return null;
}

describe('x', () => {
  it('y', () => {
    const all = listExpressions();
    console.log(all.length);
    for (const e of all) { const s = isSlow(e); if (s) console.log(e.where, `/${e.source}/${e.flags}`, s); }
  }, 600000);
});
