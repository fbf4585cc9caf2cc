import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const has = (tool: string, option = '-v') => !spawnSync(tool, [option]).error;

export const hasPoppler = has('pdftotext') && has('pdftoppm') && has('pdfinfo');
export const hasQpdf = has('qpdf', '--version');
export const hasZbar = has('zbarimg', '--version');

/** The words of a document in reading order, and the same without any blank: long values are cut at the line's end. */
export function textOf(pdf: Buffer): { words: string; compact: string } {
  const stdout = run('pdftotext', ['-raw', '-', '-'], pdf).toString();
  return { words: stdout.replace(/\s+/g, ' '), compact: stdout.replace(/\s+/g, '') };
}

export interface Palabra {
  text: string;
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** The words of each page and where they stand, in points from the top left. */
export function wordsOf(pdf: Buffer): Palabra[][] {
  const html = run('pdftotext', ['-bbox', '-', '-'], pdf).toString();
  const word = /<word xMin="(.*?)" yMin="(.*?)" xMax="(.*?)" yMax="(.*?)">(.*?)<\/word>/g;
  return html
    .split('<page ')
    .slice(1)
    .map((page) =>
      [...page.matchAll(word)].map(([, left, top, right, bottom, text = '']) => ({
        text,
        left: Number(left),
        top: Number(top),
        right: Number(right),
        bottom: Number(bottom),
      })),
    );
}

/** Whether one covers some of the other. The box of a word has room for accents and tails that hardly any line uses. */
export function isOver(one: Palabra, other: Palabra): boolean {
  const wide = Math.min(one.right, other.right) - Math.max(one.left, other.left);
  const high = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
  return wide > 0.5 && high > (one.bottom - one.top) / 4;
}

/** An element of the structure; a text is one without a type. */
export interface Elemento {
  type: string;
  text: string;
  /** As poppler writes them: `/Scope /Row`. */
  attributes: string[];
  children: Elemento[];
}

/** The elements of a document's structure, in reading order, each with its text and those inside it. */
export function structureOf(pdf: Buffer): Elemento {
  const root: Elemento = { type: 'Root', text: '', attributes: [], children: [] };
  const open: { depth: number; element: Elemento }[] = [{ depth: -1, element: root }];
  for (const line of run('pdfinfo', ['-struct-text', '-'], pdf).toString().split('\n')) {
    const depth = line.search(/\S/);
    const content = line.trim();
    if (depth < 0 || content.startsWith('Object ')) continue;
    while (depth <= (open.at(-1)?.depth ?? -1)) open.pop();
    const parents = open.map(({ element }) => element);
    const text = /^"(.*)"$/.exec(content)?.[1];
    if (text !== undefined) for (const parent of parents) parent.text += text;
    else if (content.startsWith('/')) parents.at(-1)?.attributes.push(content);
    else {
      const element = { type: /^\w+/.exec(content)?.[0] ?? '', text: '', attributes: [], children: [] };
      parents.at(-1)?.children.push(element);
      open.push({ depth, element });
    }
  }
  return root;
}

/** Every element of a type, in reading order. */
export function elementsOf({ children }: Elemento, type: string): Elemento[] {
  return children.flatMap((child) => [...(child.type === type ? [child] : []), ...elementsOf(child, type)]);
}

/** What a camera reads on a page, at so many dots an inch. */
export function scanPage(pdf: Buffer, page: number, dpi: number): string {
  const png = run('pdftoppm', ['-r', String(dpi), '-f', String(page), '-l', String(page), '-png', '-'], pdf);
  return run('zbarimg', ['-q', '--raw', '-'], png).toString().trim();
}

/** What qpdf says of the syntax of a file. */
export function checkSyntax(pdf: Buffer): string {
  return runQpdf(['--check'], pdf);
}

/** The objects of a file: `{ '/S': '/Figure', '/Alt': 'u:…' }`. */
export function objectsOf(pdf: Buffer): Record<string, unknown>[] {
  const [, objects] = JSON.parse(runQpdf(['--json'], pdf)).qpdf as [unknown, Record<string, { value?: object }>];
  return Object.values(objects).map(({ value }) => ({ ...value }));
}

/** qpdf goes back and forth in a file, so it takes no standard input. */
function runQpdf(args: string[], pdf: Buffer): string {
  const folder = mkdtempSync(join(tmpdir(), 'acuse-'));
  const file = join(folder, 'acuse.pdf');
  writeFileSync(file, pdf);
  const output = run('qpdf', [...args, file], Buffer.of()).toString();
  rmSync(folder, { recursive: true });
  return output;
}

function run(tool: string, args: string[], input: Buffer): Buffer {
  return spawnSync(tool, args, { input, maxBuffer: 1 << 28 }).stdout;
}
