import { expect, it } from 'vitest';
import { listSources } from './source.ts';

const COMMENT_LINES = /^[ \t]*(?:\/\/.*|\/\*[\s\S]*?\*\/[ \t]*)$/gm;

/** Comments say why and cite rules; more of them would repeat the code, and fewer would leave the law unsaid. */
it.each(['src/domain', 'src/tramites'])('%s has 4 to 8 lines of comment in 100 of code', (room) => {
  const texts = listSources([room]).map(({ text }) => text);
  const code = sum(texts.map((text) => countLines(text.replace(COMMENT_LINES, ''))));
  const all = sum(texts.map(countLines));
  const share = (100 * (all - code)) / code;
  expect(share).toBeGreaterThanOrEqual(4);
  expect(share).toBeLessThanOrEqual(8);
});

function countLines(text: string): number {
  return text.split('\n').filter((line) => line.trim() !== '').length;
}

function sum(counts: number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}
