import vm from 'node:vm';
import { expect, it } from 'vitest';
import { cpuMs } from './cpu.ts';
import { listSources, placeOf, walk } from './source.ts';

/** What a visitor may send of a text, at most, before it has been measured. */
const LENGTH = 20_000;
const LIMIT_MS = 50;
/** Of the slow ones, how often each is measured: collecting garbage is work of this process too. */
const TIMES = 2;
const CUT_OFF_MS = 500;

/** Expressions that grow faster than their text, which is never longer than what is said here. */
const BOUNDED: Record<string, string> = {
  'src/domain/aclaracion/texto.ts': 'no run of line feeds is longer than two',
  'src/domain/cantidad.ts': 'a number',
  'src/domain/direccion-pegada.ts': '2,000 (MAX_PATH)',
  'src/domain/medio-de-contacto/correo.ts': '1,000 (MAX_PASTED)',
  'src/domain/medio-de-contacto/telefono.ts': '1,000 (MAX_PASTED)',
  'src/formats/rebote/destino-reportado.ts': '253: the end of one address',
  'src/infra/pdf/read-texto.ts': 'documents that this portal made, by the one who asks',
  'src/infra/sms/sms.ts': 'a setting',
  'src/ui/efirma/password-hints.ts': 'the password of the person in whose browser it runs',
};

interface Expression {
  place: string;
  source: string;
  flags: string;
}

it('no expression grows faster than its text, unless its text is short', () => {
  const all = listExpressions();
  expect(all.length).toBeGreaterThan(200);
  const slow = all.filter((each) => !(fileOf(each) in BOUNDED) && isSlow(each));
  expect(slow.map(({ place, source }) => `${place} /${source}/`)).toEqual([]);
});

it('finds those that do', () => {
  for (const source of ['\\.+$', '^(a+)+$', '\\s+,', '(x+x+)+y', '[^@]+@'])
    expect(isSlow({ place: '', source, flags: 'u' }), source).toBe(true);
  expect(isSlow({ place: '', source: '^[a-z]+$', flags: 'i' })).toBe(false);
});

it('each of those that are bounded is there, and grows', () => {
  const files = new Set(listExpressions().map(fileOf));
  expect(Object.keys(BOUNDED).filter((file) => !files.has(file))).toEqual([]);
});

it('expressions are made from texts where those texts are our own, and nowhere else', () => {
  const made = listSources(['src']).filter(({ text }) => text.includes('new RegExp('));
  expect(made.map(({ path }) => path)).toEqual([
    'src/domain/acuse/texto-copiado.ts',
    'src/domain/efirma/login-text.ts',
    'src/domain/medio-de-contacto/correo.ts',
    'src/formats/rebote/read-texto.ts',
    'src/infra/pdf/read-texto.ts',
    'src/infra/sello/what-file.ts',
    'src/server/route-of.ts',
  ]);
});

const fileOf = ({ place }: Expression) => place.replace(/:\d+$/, '');

function listExpressions(): Expression[] {
  const found = new Map<string, Expression>();
  for (const file of listSources(['src'])) {
    walk(file.program, (node) => {
      const { pattern, flags } = (node.regex ?? {}) as { pattern?: string; flags?: string };
      if (pattern === undefined || flags === undefined) return;
      found.set(`${file.path}/${pattern}/${flags}`, { place: placeOf(file, node), source: pattern, flags });
    });
  }
  return [...found.values()];
}

/** Runs of each letter that it names or that its classes hold, alone and after what it begins with, and then what ends no match. */
function attacksOn(source: string): { start: string; letter: string; end: string }[] {
  const named = source.replace(/\\[a-zA-Z]\{[^}]*\}|\\([^\w\s])|\\\w/g, '$1');
  const letters = [...new Set([...named, ...'aA1 ._-@<\n\t"(é:/'])];
  const literal = named.replace(/[\^$*+?()[\]{}|]/g, '').slice(0, 12);
  return letters.flatMap((letter) => ['', literal].map((start) => ({ start, letter, end: '\u0000' })));
}

/** Until the first that takes too long. */
const ATTACK = new vm.Script(`
  let slowest = 0;
  for (const { start, letter, end } of attacks) {
    const text = start + letter.repeat(length) + end;
    began = now();
    expression.test(text);
    slowest = Math.max(slowest, now() - began);
    if (slowest > limit) break;
  }
  slowest`);

/** Milliseconds of the processor. Cut off by the clock before it had many of them, it is asked again and for longer. */
function slowestOf({ source, flags }: Expression, length: number, timeout = CUT_OFF_MS): number {
  const expression = new RegExp(source, flags.replace(/[gy]/g, ''));
  const attacks = attacksOn(source);
  const context = vm.createContext({ expression, attacks, length, limit: LIMIT_MS, now: cpuMs, began: cpuMs() });
  try {
    return ATTACK.runInContext(context, { timeout });
  } catch {
    const ms = cpuMs() - context.began;
    return ms > LIMIT_MS ? ms : slowestOf({ place: '', source, flags }, length, 2 * timeout);
  }
}

/** First with few letters, where only what is exponential takes long. */
function isSlow(expression: Expression): boolean {
  return [30, LENGTH].some((length) =>
    Array.from({ length: TIMES }).every(() => slowestOf(expression, length) > LIMIT_MS),
  );
}
