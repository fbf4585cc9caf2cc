import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseAst } from 'vitest/node';

/** The folder of the repository; every path in these tests is relative to it, with `/`. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** A node of the syntax tree (ESTree with TypeScript). */
export interface Node {
  type: string;
  start: number;
  end: number;
  [field: string]: unknown;
}

export interface Source {
  path: string;
  text: string;
  program: Node;
}

const SKIPPED = new Set(['node_modules', 'generated', '.next', '.salida']);
const CODE = /\.(ts|tsx|mjs)$/;

/** Every file under the folders, in alphabetical order, without what is generated. */
export function listFiles(...folders: string[]): string[] {
  return folders.filter((folder) => existsSync(path.join(ROOT, folder))).flatMap(listFolder);
}

function listFolder(folder: string): string[] {
  const entries = readdirSync(path.join(ROOT, folder), { withFileTypes: true });
  return entries
    .filter((entry) => !SKIPPED.has(entry.name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => (entry.isDirectory() ? listFolder(`${folder}/${entry.name}`) : [`${folder}/${entry.name}`]));
}

/** The code under the folders, parsed; with tests only where asked for. */
export function listSources(folders: string[], { tests = false } = {}): Source[] {
  return listFiles(...folders)
    .filter((file) => CODE.test(file) && (tests || !isTest(file)))
    .map(parseFile);
}

export function isTest(file: string): boolean {
  return file.startsWith('tests/') || /\.test\.tsx?$/.test(file);
}

const parsed = new Map<string, Source>();

export function parseFile(file: string): Source {
  const known = parsed.get(file);
  if (known) return known;
  const text = readText(file);
  const lang = file.endsWith('x') ? 'tsx' : 'ts';
  const source = { path: file, text, program: parseAst(text, { lang }) as unknown as Node };
  parsed.set(file, source);
  return source;
}

export function readText(file: string): string {
  return readFileSync(path.join(ROOT, file), 'utf8');
}

/** Visits every node, the outer ones first. */
export function walk(node: Node, visit: (node: Node, parent: Node | null) => void, parent: Node | null = null): void {
  visit(node, parent);
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) {
      if (isNode(child)) walk(child, visit, node);
    }
  }
}

export function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';
}

export function textOf(source: Source, node: Node): string {
  return source.text.slice(node.start, node.end);
}

/** `path:line`, as editors open it. */
export function placeOf(source: Source, node: Node): string {
  return `${source.path}:${source.text.slice(0, node.start).split('\n').length}`;
}

/** The places of every node that breaks a rule. */
export function findNodes(source: Source, isFault: (node: Node, parent: Node | null) => boolean): string[] {
  const places: string[] = [];
  walk(source.program, (node, parent) => {
    if (isFault(node, parent)) places.push(placeOf(source, node));
  });
  return places;
}

/** Whether the node is `object.property`. */
export function isMember(node: Node, object: string, property: string): boolean {
  if (node.type !== 'MemberExpression') return false;
  return nameOf(node.object) === object && nameOf(node.property) === property;
}

/** The name of an identifier or of a literal key; undefined for anything else. */
export function nameOf(node: unknown): string | undefined {
  if (!isNode(node)) return undefined;
  if (node.type === 'Identifier') return node.name as string;
  return node.type === 'Literal' && typeof node.value === 'string' ? node.value : undefined;
}

/** Directives ('use client') at the top of a program or of a function's body. */
export function directivesOf(body: unknown): string[] {
  if (!Array.isArray(body)) return [];
  return body.flatMap((statement: Node) => (typeof statement.directive === 'string' ? [statement.directive] : []));
}
