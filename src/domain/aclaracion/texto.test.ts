import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parrafosDe, parseTexto, TEXTO_MAXIMO } from './texto.ts';

describe('parseTexto', () => {
  it('keeps the paragraphs of a text and cleans each line', () => {
    expect(parseTexto('  No me llega\tel correo. \r\n\r\n\r\n\r\nYa revisé\u200b el spam.\n')).toEqual({
      ok: true,
      value: 'No me llega el correo.\n\nYa revisé el spam.',
    });
  });

  it.each(['', ' \r\n\t', '\u200b\n\u202e'])('asks for a text instead of %j', (text) => {
    expect(parseTexto(text)).toEqual({ ok: false, error: 'TEXTO_VACIO' });
  });

  it('counts as a person does: an emoji is one, the line ends of a form too', () => {
    expect(parseTexto('😀'.repeat(TEXTO_MAXIMO)).ok).toBe(true);
    expect(parseTexto('a\r\n'.repeat(TEXTO_MAXIMO / 2)).ok).toBe(true);
    expect(parseTexto('a'.repeat(TEXTO_MAXIMO + 1))).toEqual({ ok: false, error: 'TEXTO_DEMASIADO_LARGO' });
  });

  it('gives a text that it takes unchanged, without controls nor more than one empty line on end', () => {
    const unit = fc.constantFrom('a', 'ñ', ' ', '\n', '\r', '\t', '\u0000', '\u2028', '\u202e', 'e\u0301', '|');
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 60 }), (text) => {
        const parsed = parseTexto(text);
        if (!parsed.ok) return;
        expect(parseTexto(parsed.value)).toEqual(parsed);
        expect(parsed.value).not.toMatch(/\n{3}|[^\P{Cc}\n]|\u202e/u);
        expect(parsed.value).toBe(parsed.value.normalize('NFC').trim());
        expect(parrafosDe(parsed.value).join('')).not.toContain('\n');
      }),
    );
  });
});
