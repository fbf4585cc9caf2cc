import { expect, it } from 'vitest';
import { type Fuente, printable } from './fuentes.ts';

it.each(['regular', 'semibold', 'bold', 'mono'] satisfies Fuente[])(
  '%s prints each letter of western Europe',
  (fuente) => {
    const letters = Array.from({ length: 0x100 }, (_, code) => String.fromCodePoint(code)).filter((letter) =>
      /^[ -~¡-¬®-ÿ]$/.test(letter),
    );
    // One that no font has keeps the rest from being taken for granted.
    for (const letter of letters) expect(printable(`${letter}中`, fuente)).toBe(`${letter}?`);
  },
);
