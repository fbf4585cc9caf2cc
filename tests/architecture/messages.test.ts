import { describe, expect, it } from 'vitest';
import {
  isNode,
  isTest,
  listFiles,
  listSources,
  type Node,
  nameOf,
  parseFile,
  placeOf,
  type Source,
  walk,
} from './source.ts';

const CODE = /^[A-Z]+(_[A-Z0-9]+)+$/;
const MESSAGES = listFiles('src/wording/mensajes').filter((path) => !isTest(path));

const sources = listSources(['src']);
const declared = new Set(sources.flatMap(declaredCodes));
const texts = MESSAGES.flatMap((path) => textsOf(parseFile(path)));
const spoken = new Set(MESSAGES.flatMap((path) => codesIn(parseFile(path))));

/** What no person is shown, and why not. */
const NOT_SHOWN: Record<string, string> = {
  FOLIO_MAL_FORMADO: 'an address with such a folio is a 404, like one of another titular',
  REGISTRO_PATRONAL_MAL_FORMADO: 'registros patronales come from the padrón, nobody types them',
};

describe('error codes', () => {
  it('each has its message', () => {
    expect([...declared].filter((code) => !spoken.has(code) && !(code in NOT_SHOWN))).toEqual([]);
  });

  it('each message has its code', () => {
    expect(texts.map(({ code }) => code).filter((code) => !declared.has(code))).toEqual([]);
  });

  it('each is given by something: no code is left over', () => {
    const given = new Set(sources.filter(({ path }) => !MESSAGES.includes(path)).flatMap(givenCodes));
    expect([...declared].filter((code) => !given.has(code))).toEqual([]);
  });

  it('nothing fails with a code that has no message', () => {
    const faults = sources.flatMap((source) =>
      failures(source).flatMap(({ code, place }) =>
        spoken.has(code) || code in NOT_SHOWN ? [] : [`${place} ${code}`],
      ),
    );
    expect(faults).toEqual([]);
  });
});

describe('messages', () => {
  it('are there', () => {
    expect(texts.length).toBeGreaterThan(40);
  });

  it.each(texts.map(({ code, text }) => [code, text] as const))('%s is a whole sentence', (_, text) => {
    expect(text).toMatch(/^[¡¿«A-ZÁÉÍÓÚÑ].*\.$/su);
    expect(text).not.toMatch(/\s\s|undefined|\bERROR\b|[A-Z]+_[A-Z]+/);
  });
});

/** The codes of the unions that end in `Error` or begin with `Error`, and of the lists that end in `_ERRORS`. */
function declaredCodes({ program }: Source): string[] {
  const codes: string[] = [];
  for (const statement of program.body as Node[]) {
    const declaration = isNode(statement.declaration) ? statement.declaration : statement;
    const names = [declaration, ...((declaration.declarations as Node[] | undefined) ?? [])].map(({ id }) =>
      nameOf(id),
    );
    if (names.some((name) => /(^Error[A-Z]\w*|[a-z]Error|_ERRORS)$/.test(name ?? '')))
      codes.push(...literals(declaration));
  }
  return codes.filter((code) => CODE.test(code));
}

/** Every code that a table of messages has as a key or its functions treat. */
function codesIn(source: Source): string[] {
  return [...literals(source.program), ...textsOf(source).map(({ code }) => code)].filter((code) => CODE.test(code));
}

/** `CODE: 'text'` in the tables of messages. */
function textsOf({ program }: Source): { code: string; text: string }[] {
  const found: { code: string; text: string }[] = [];
  walk(program, ({ type, key, value }) => {
    const code = type === 'Property' ? nameOf(key) : undefined;
    if (code && CODE.test(code) && isNode(value)) found.push({ code, text: nameOf(value) ?? '' });
  });
  return found;
}

/** Codes that a program can give: literals that are values, not types, nor the lists that declare them. */
function givenCodes({ program }: Source): string[] {
  const codes: string[] = [];
  walk(program, (node, parent) => {
    const isType = parent?.type === 'TSLiteralType';
    const isKey = parent?.type === 'Property' && parent.key === node && parent.value !== node;
    const isListed = parent?.type === 'ArrayExpression';
    const text = node.type === 'Literal' ? nameOf(node) : undefined;
    if (text && CODE.test(text) && !isType && !isKey && !isListed) codes.push(text);
  });
  return codes;
}

/** Every `fail('CODE')`. */
function failures(source: Source): { code: string; place: string }[] {
  const found: { code: string; place: string }[] = [];
  walk(source.program, (node) => {
    if (node.type !== 'CallExpression' || nameOf(node.callee) !== 'fail') return;
    const code = nameOf((node.arguments as Node[])[0]);
    if (code && CODE.test(code)) found.push({ code, place: placeOf(source, node) });
  });
  return found;
}

function literals(node: Node): string[] {
  const found: string[] = [];
  walk(node, (inner) => {
    if (inner.type === 'Literal') found.push(nameOf(inner) ?? '');
  });
  return found;
}
