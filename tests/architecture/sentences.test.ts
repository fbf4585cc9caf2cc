import { expect, it } from 'vitest';
import { isNode, listSources, type Node, placeOf, type Source, walk } from './source.ts';

/** Pages and components word what only they show. */
const AT_HOME = /^src\/(wording|ui)\/|^src\/app\/.*\.tsx$/;

/** Spanish that is no sentence of the portal's to a person, and why. */
const EXCUSED: [RegExp, string][] = [
  [/^(src\/(cli|demo)|prisma)\//, 'commands print to whoever runs them, and the demo names what it makes up'],
  [
    /^src\/infra\/(env|sello|efirma)\/|^src\/server\/open-door\.ts/,
    'told on a terminal to whoever installs the portal',
  ],
  [
    /^src\/domain\/(cadena-original|entrega\/cadena-de-constancia|efirma\/(cadena-de-acto|acto-de-rol)|acuse\/cadena-de-acuse|solicitud\/cadena-de-solicitud|representacion\/\w+)\.ts/,
    'sealed: a format',
  ],
  [/^src\/domain\/fecha\.ts/, 'how an instant is written, as numbers are'],
  [/^src\/formats\/rebote\/read-texto\.ts/, 'what other servers write, to know it by'],
  [/^src\/tramites\/aviso\/import-rebotes\.ts/, 'kept beside what the server answered, as evidence'],
];

const COMMON = new Set(
  'al como con cuando de del desde el ella en es esa ese esta este fue hasta la las lo los más no para pero por que se si sin sobre son su sus tu tus un una y ya'.split(
    ' ',
  ),
);
const ENGLISH = /\b(the|of|an|is|are|was|has|and|not|to|with)\b/;

/** Three words or more, with two that only hold a Spanish sentence together, or one and a letter that only Spanish has. */
function isSpanish(text: string): boolean {
  const words = text.toLowerCase().match(/(?<![^\s«¿¡])[\p{L}_]+/gu) ?? [];
  if (words.length < 3 || ENGLISH.test(text)) return false;
  const common = words.filter((word) => COMMON.has(word)).length;
  return common >= 2 || /[¿¡]/.test(text) || (common === 1 && /[áéíóúñ]/i.test(text));
}

/** Every literal and template that reads as Spanish. A tagged template is SQL. */
function sentencesOf(source: Source): string[] {
  const found: string[] = [];
  walk(source.program, (node, parent) => {
    const text = parent?.type === 'TaggedTemplateExpression' ? null : textOf(node);
    if (text && isSpanish(text.replace(/<[^>]*>/g, ' '))) found.push(`${placeOf(source, node)} ${text}`);
  });
  return found;
}

function textOf({ type, value, quasis }: Node): string | null {
  if (type === 'Literal' || type === 'JSXText') return typeof value === 'string' ? value : null;
  if (type !== 'TemplateLiteral' || !Array.isArray(quasis)) return null;
  return quasis.map((quasi) => (isNode(quasi) ? (quasi.value as { cooked: string }).cooked : '')).join('X');
}

it('sentences that a person reads are written in wording/ and ui/ alone', () => {
  const sources = listSources(['src', 'prisma']).filter(({ path }) => !AT_HOME.test(path));
  expect(sources.length).toBeGreaterThan(300);
  const guilty = sources.filter(({ path }) => !EXCUSED.some(([excused]) => excused.test(path)));
  expect(guilty.flatMap(sentencesOf)).toEqual([]);
  const idle = EXCUSED.filter(([excused]) => !sources.some((each) => excused.test(each.path) && sentencesOf(each)[0]));
  expect(
    idle.map(([, why]) => why),
    'no excuse is left over',
  ).toEqual([]);
});

it.each([
  ['Agregó una nota.', true],
  ['Hacer el PDF de un acuse', true],
  ['X: la cola dejó de intentarlo.', true],
  ['¿Tienes el PDF?', true],
  ['<p>Nombra X, así que tarda un poco.</p>', true],
  ['El portal', false],
  ['bitácora: personal data in «X»', false],
  ['an anchor of the bitácora has no time stamp yet', false],
  ['SELECT folio, fecha_de_baja FROM alcance_de_medio', false],
])('a planted «%s» is found: %s', (text, isFound) => {
  const literal = { type: 'Literal', value: text, start: 0, end: 1 };
  const template = {
    type: 'TemplateLiteral',
    quasis: [{ type: 'TemplateElement', value: { cooked: text }, start: 0, end: 1 }],
    start: 0,
    end: 1,
  };
  for (const program of [literal, template])
    expect(sentencesOf({ path: 'src/domain/x.ts', text, program })).toHaveLength(isFound ? 1 : 0);
});
