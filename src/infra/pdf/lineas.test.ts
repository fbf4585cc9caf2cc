import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanText } from '#domain/texto-limpio.ts';
import { cutColumnas } from './columnas.ts';
import { createDocumento } from './documento.ts';
import { ESTILO } from './estilo.ts';
import { printable } from './fuentes.ts';
import { breakLines, widthOf } from './lineas.ts';

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
        expect(lineas.join('')).toBe(printable(texto, 'regular'));
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
    expect(lineas).toEqual(['administracion.de.', 'personal@subdominio-', 'largo.correo.example']);
  });
});

describe('cutColumnas', () => {
  it('only cuts: on end, the lines are the value', () => {
    fc.assert(
      fc.property(TEXT, (texto) => {
        expect(cutColumnas(doc, texto, ESTILO.mono, ANCHO).join('')).toBe(printable(texto, 'mono'));
      }),
    );
  });
  it('leaves no line for the two signs that end a cadena', () => {
    const columnas = cutColumnas(doc, 'a'.repeat(1000), ESTILO.mono, ANCHO)[0]?.length ?? 0;
    const lineas = cutColumnas(doc, `${'a'.repeat(3 * columnas - 1)}||`, ESTILO.mono, ANCHO);
    expect(lineas.map(({ length }) => length)).toEqual([columnas - 1, columnas - 1, columnas - 1, 4]);
  });
});
