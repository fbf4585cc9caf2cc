import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lengthGsm7 } from './gsm7.ts';

describe('lengthGsm7', () => {
  it('counts a septet for each character of the alphabet, and two for its extension', () => {
    expect(lengthGsm7('Buzon IMSS.')).toBe(11);
    expect(lengthGsm7('ñ é ¿?')).toBe(6);
    expect(lengthGsm7('[1€]')).toBe(7);
  });
  it.each(['validación', 'teléfono y código', 'número', '«»', '🙂', '\u200b', '\t'])('refuses %j', (texto) => {
    expect(lengthGsm7(texto)).toBeNull();
  });
  it('takes all of printable ASCII but the accent grave', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii' }), (texto) => {
        expect(lengthGsm7(texto) === null).toBe(texto.includes('`'));
      }),
    );
  });
});
