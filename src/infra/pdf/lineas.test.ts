import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanText } from '#formats/texto/texto-limpio.ts';
import { cutColumnas } from './columnas.ts';
import { createDocumento } from './documento.ts';
import { ESTILO } from './lienzo.ts';
import { breakLines, widthOf } from './lineas.ts';
import { BLANCO_INICIAL } from './name-letters.ts';

const doc = createDocumento({ titulo: 't', asunto: 'a', autor: 'b', fecha: new Date(0) });
const ANCHO = 120;
const TEXT = fc
  .oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.constantFrom('a', 'Ñ', ' ', '-', '@', '.', '中', 'i\u0308') }),
  )
  .map(cleanText);

describe('breakLines', () => {
  it('keeps every character, and a blank between words', () => {
    fc.assert(
      fc.property(TEXT, (texto) => {
        const lineas = breakLines(doc, texto, ESTILO.cuerpo, ANCHO);
        expect(lineas.join('')).toBe(texto);
        for (const linea of lineas.slice(1)) expect(linea.startsWith(' ')).toBe(false);
      }),
    );
  });
  it('never goes beyond the width', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', 'W', 'Ñ', ' ', '-'), maxLength: 300 }), (texto) => {
        for (const linea of breakLines(doc, cleanText(texto), ESTILO.cuerpo, ANCHO)) {
          expect(widthOf(doc, linea.trimEnd(), ESTILO.cuerpo)).toBeLessThanOrEqual(ANCHO + 0.5);
        }
      }),
    );
  });
  it('does not break at a hyphen or inside an address', () => {
    const lineas = breakLines(doc, 'la FIEL o e-firma de ana-gomez@correo.mx', ESTILO.cuerpo, ANCHO);
    expect(lineas).toEqual(['la FIEL o e-firma de ', 'ana-gomez@correo.mx']);
  });
  it('cuts an address that is too long where its parts meet', () => {
    const lineas = breakLines(doc, 'administracion.de.personal@subdominio-largo.correo.example', ESTILO.cuerpo, ANCHO);
    expect(lineas).toEqual(['administracion.de.', 'personal@subdominio', '-largo.correo.example']);
  });
});

describe('breakLines, where readers take a dash at the end of a line for a hyphen', () => {
  it('puts none there', () => {
    const WORDS = fc.array(fc.constantFrom('ABC', '- de', 'X- de', '— el', 'a-b'), { maxLength: 60 });
    fc.assert(
      fc.property(WORDS, (words) => {
        const lineas = breakLines(doc, `${words.join(' ')} fin`, ESTILO.cuerpo, ANCHO);
        for (const linea of lineas) if (/[a-zA-Z]/.test(linea)) expect(linea).not.toMatch(/\p{Pd} ?$/u);
      }),
    );
  });
});

describe('cutColumnas', () => {
  const join = (lineas: string[]) => lineas.join('').replaceAll(BLANCO_INICIAL, ' ');

  it('only cuts: on end, the lines are the value', () => {
    fc.assert(
      fc.property(TEXT, (texto) => {
        expect(join(cutColumnas(doc, texto, ESTILO.mono, ANCHO))).toBe(texto);
      }),
    );
  });
  it('cuts neither beside a blank nor behind a dash', () => {
    const WORDS = fc.array(fc.constantFrom('DE', 'PEÑA', 'A-B', '- DE', 'C.V.', 'Y EL', '|A|', 'X'.repeat(70)), {
      maxLength: 90,
    });
    fc.assert(
      fc.property(WORDS, (words) => {
        const lineas = cutColumnas(doc, words.join(' '), ESTILO.mono, ANCHO);
        for (const linea of lineas.slice(0, -1)) expect(linea).toMatch(/[^\s-]$/);
        for (const linea of lineas.slice(1)) expect(linea).toMatch(/^\S/);
      }),
    );
  });
  it('where there is no better place, says that a blank stands before the line', () => {
    const lineas = cutColumnas(doc, 'A '.repeat(100).trim(), ESTILO.mono, ANCHO);
    expect(lineas.length).toBeGreaterThan(3);
    for (const linea of lineas.slice(1)) expect(linea).toMatch(new RegExp(`^${BLANCO_INICIAL}A`));
    expect(join(lineas)).toBe('A '.repeat(100).trim());
  });
  it('leaves no line for the two signs that end a cadena', () => {
    const columnas = cutColumnas(doc, 'a'.repeat(1000), ESTILO.mono, ANCHO)[0]?.length ?? 0;
    const lineas = cutColumnas(doc, `${'a'.repeat(3 * columnas - 1)}||`, ESTILO.mono, ANCHO);
    expect(lineas.map(({ length }) => length)).toEqual([columnas - 1, columnas - 1, columnas - 1, 4]);
  });
});
