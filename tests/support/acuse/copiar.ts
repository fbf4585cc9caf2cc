import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium } from '@playwright/test';
import { findChromium, findInstalled } from '../chromium.ts';

export const hasMutool = !spawnSync('mutool', ['-v']).error;
export const hasVisor = findInstalled() !== undefined;

const COMMANDS = {
  pdftotext: ['pdftotext', '$', '-'],
  'pdftotext -raw': ['pdftotext', '-raw', '$', '-'],
  'pdftotext -layout': ['pdftotext', '-layout', '$', '-'],
  mutool: ['mutool', 'draw', '-q', '-F', 'txt', '$'],
} as const;

export type Lector = keyof typeof COMMANDS;

/** The text of a document, as a program copies it. */
export function copyWith(lector: Lector, pdf: Buffer): string {
  return withFile(pdf, (file) => {
    const [command, ...args] = COMMANDS[lector].map((arg) => (arg === '$' ? file : arg));
    return spawnSync(command as string, args, { encoding: 'utf8', maxBuffer: 1 << 26 }).stdout;
  });
}

/** What a person gets who copies what stands under a heading, as far as the next, and puts its lines on end. */
export function copyUnder(text: string, heading: string, next: string): string {
  const lines = text.replaceAll('\f', '').split('\n');
  const from = lines.findIndex((line) => line.trim() === heading);
  const to = lines.findIndex((line, index) => index > from && line.trimStart().startsWith(next));
  if (from === -1 || to === -1) throw new Error(`no «${heading}», or no «${next}» behind it`);
  const copied = lines.slice(from + 1, to);
  // `pdftotext -layout` keeps the margin of the page.
  const margin = copied[0]?.search(/\S/) ?? 0;
  return copied.map((line) => line.slice(margin)).join('');
}

/** The text of each document, as the viewer of Chromium gives it to who selects all of it. */
export async function copyInBrowser(pdfs: readonly Buffer[]): Promise<string[]> {
  const { args, ...options } = await findChromium();
  // The old headless mode has no viewer.
  const launch = { ...options, args: [...args, '--headless=new'], ignoreDefaultArgs: ['--headless'] };
  const browser = await chromium.launch(launch);
  try {
    const texts: string[] = [];
    for (const pdf of pdfs) texts.push(await withFile(pdf, (file) => copyOnPage(browser, file)));
    return texts;
  } finally {
    await browser.close();
  }
}

async function copyOnPage(browser: Browser, file: string): Promise<string> {
  const page = await browser.newPage();
  await page.goto(`file://${file}`);
  const visor = await waitForVisor(() => page.frames().find((frame) => frame.url().includes('-extension://')));
  const text = await visor.evaluate(selectAll);
  await page.close();
  return text;
}

async function waitForVisor<Frame>(find: () => Frame | undefined): Promise<Frame> {
  for (let tries = 0; tries < 100; tries++) {
    const found = find();
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('the browser shows no PDF');
}

interface Visor {
  pluginController_?: { selectAll(): void; getSelectedText(): Promise<{ selectedText: string }> };
}

/** Runs in the viewer, which refuses until it has loaded the document. */
async function selectAll(): Promise<string> {
  for (let tries = 0; tries < 100; tries++) {
    const { pluginController_: visor } = (document.querySelector('pdf-viewer') ?? {}) as Visor;
    try {
      visor?.selectAll();
      const selected = await visor?.getSelectedText();
      if (selected?.selectedText) return selected.selectedText.replaceAll('\r', '');
    } catch {}
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('nothing could be selected');
}

function withFile<T>(pdf: Buffer, use: (file: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'copiar-'));
  const file = join(folder, 'acuse.pdf');
  writeFileSync(file, pdf);
  const remove = () => rmSync(folder, { recursive: true, force: true });
  const result = use(file);
  if (result instanceof Promise) return result.finally(remove) as T;
  remove();
  return result;
}
