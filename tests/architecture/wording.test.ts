import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { isTest, listFiles, ROOT } from './source.ts';

/** Where sentences are written that a person reads. */
const SENTENCES = listFiles('src/app', 'src/ui', 'src/domain', 'src/wording').filter(
  (file) => /\.tsx?$/.test(file) && !isTest(file) && !file.startsWith('src/wording/acuse/plantilla'),
);

/** Each sentence of a file that matches, with comments left out and line breaks made blanks. */
function sentencesLike(pattern: RegExp): string[] {
  return SENTENCES.flatMap((file) => {
    const text = readFileSync(path.join(ROOT, file), 'utf8').replace(/^\s*(\/\/|\/?\*).*$/gm, '');
    const sentences = text.replace(/\s+/g, ' ').split(/[.:;] |['`"<>]/);
    return sentences.filter((sentence) => pattern.test(sentence)).map((sentence) => `${file}: ${sentence.trim()}`);
  });
}

/** Says of some medio that it is validated, or that none is. */
const VALIDADO = /\b(correo|tel[eé]fono|celular|medio|contacto)\w*\b[^/]{0,60} validad[oa]s?\b/i;
const ALCANCE = /(para|de) (tu|su|el) RFC|para \$?\{|Registros? Patronal/;

/** What needs to say no more, and why. */
const SIN_ALCANCE: [RegExp, string][] = [
  [/^src\/wording\/aviso\/alarma\.ts/, 'goes to medios of the RFC alone, and names none'],
  [/aviso\/medio\.ts: Buzón IMSS|tu correo electrónico fue validado/, 'the subject is fixed; the text says for what'],
  [
    /Medios Contacto Validado|\$\{MEDIO\[faltante\]\} validado/,
    'the cadena is fixed; the sentence goes on with «para tu RFC»',
  ],
  [/Tu activación y tus correos validados siguen/, 'of all of them, whatever they are for'],
  [/ui\/registro-patronal\//, 'a list of registros patronales, each with its own'],
];

it('every sentence about a validated medio says what it is validated for', () => {
  const sentences = sentencesLike(VALIDADO);
  expect(sentences.length).toBeGreaterThan(10);
  const bare = sentences.filter((each) => !ALCANCE.test(each) && !SIN_ALCANCE.some(([excused]) => excused.test(each)));
  expect(bare).toEqual([]);
});

/** What only the Instituto's own Buzón does. The legal text, letter for letter, is no promise of this portal. */
const PROMESA =
  /te (notificará|avisará)\b|notificaciones (seguirán|surt)|los avisos llegarán|presentar ante el Instituto/i;

it('no sentence promises a notification of the Instituto', () => {
  expect(sentencesLike(/réplica: el Instituto no notifica|el Instituto no notifica/).length).toBeGreaterThan(1);
  expect(sentencesLike(PROMESA)).toEqual([]);
});

/** It says «alone», and not «only». */
const OTRO_SOLO = /\b(un|sí|llena) solo\b/;

it('one word for each thing: «sólo» with its accent, «enlace» and no «liga», «este» without one', () => {
  expect(sentencesLike(/\bsólo\b/i).length).toBeGreaterThan(10);
  expect(sentencesLike(/\bsolo\b/i).filter((each) => !OTRO_SOLO.test(each))).toEqual([]);
  expect(sentencesLike(/(?<!\p{L})(ligas?|hipervínculos?|clics? aquí)(?!\p{L})/iu)).toEqual([]);
  const legal = /^src\/wording\/solicitud\//;
  expect(
    sentencesLike(/(?<!\p{L})(ést[eao]s?|és[eao]s?|aquél\w*)(?!\p{L})/iu).filter((each) => !legal.test(each)),
  ).toEqual([]);
});

it('who reads is told «tú», but in the questions and the lists of the guide', () => {
  const formal =
    /^\S+: (Ingrese|Presione|Seleccione|Revise|Capture|Escriba|Verifique|Consulte|Registre|Elija|Espere|Usted)\b|\busted(es)?\b/;
  const told = sentencesLike(/./).filter((each) => formal.test(each));
  expect(told.map((each) => each.split(': ')[1])).toEqual(['Seleccione', 'Seleccione']);
});

it('what says «Descargar» has its icon, and an empty cell is left empty: its dash is drawn where it is a table, never on a card', () => {
  const markup = SENTENCES.filter((file) => file.endsWith('.tsx'))
    .map((file) => readFileSync(path.join(ROOT, file), 'utf8'))
    .join('\n');
  expect(markup.match(/icono="descargar"|nombre="descargar"/g)?.length).toBeGreaterThan(7);
  const plain = /<(?:a|\p{Lu}\w*)\b(?:(?!(?:icono|nombre)="descargar")[^>])*>\s*Descargar\b/gu;
  expect(markup.match(plain)).toEqual(null);
  expect(markup.match(/celda: .*'—'|return '—'/g)).toEqual(null);
});
