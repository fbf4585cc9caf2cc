import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeFromHmac } from './codigo.ts';
import {
  firstFreeLugar,
  INCORRECTOS_POR_TITULAR_Y_DIA,
  INTENTOS_POR_MEDIO,
  MAXIMO,
  REENVIOS_POR_MEDIO,
  reenviosRestantes,
} from './limites.ts';
import { MECANISMOS } from './mecanismo.ts';

describe('firstFreeLugar', () => {
  it('gives five places to e-mail and one to the telephone', () => {
    expect(firstFreeLugar('CORREO_ELECTRONICO', [1, 2, 3, 4])).toBe(5);
    expect(firstFreeLugar('CORREO_ELECTRONICO', [1, 2, 3, 4, 5])).toBeNull();
    expect(firstFreeLugar('TELEFONO', [])).toBe(1);
    expect(firstFreeLugar('TELEFONO', [1])).toBeNull();
  });

  it('takes again the place that a baja left', () => expect(firstFreeLugar('CORREO_ELECTRONICO', [5, 1, 3])).toBe(2));

  it('is null exactly when the scope is full', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...MECANISMOS),
        fc.uniqueArray(fc.integer({ min: 1, max: 5 })),
        (mecanismo, taken) => {
          const lugar = firstFreeLugar(mecanismo, taken);
          const used = taken.filter((place) => place <= MAXIMO[mecanismo]).length;
          expect(lugar === null).toBe(used === MAXIMO[mecanismo]);
          if (lugar !== null) expect(taken).not.toContain(lugar);
        },
      ),
    );
  });
});

describe('reenviosRestantes', () => {
  it('are three after the first message, and never fewer than none', () => {
    expect([1, 2, 3, 4, 5, 20].map(reenviosRestantes)).toEqual([3, 2, 1, 0, 0, 0]);
    expect(REENVIOS_POR_MEDIO).toBe(3);
  });
});

describe('guessing', () => {
  const DIAS_DE_UN_CODIGO = 3;

  it('any number stays under one in a thousand for one e.firma in the 72 hours of a code', () => {
    const codigos = 10 ** codeFromHmac(new Uint8Array(6)).length;
    // No code is likelier than the others by more than one part in 2^31; each guess may be at a code of its own.
    const odds = (DIAS_DE_UN_CODIGO * INCORRECTOS_POR_TITULAR_Y_DIA * (1 + 2 ** -31)) / codigos;
    expect(odds).toBeLessThan(0.001);
    expect(INTENTOS_POR_MEDIO).toBeLessThanOrEqual(INCORRECTOS_POR_TITULAR_Y_DIA);
  });

  it('has no more tries in any 72 hours than three days of them, whenever they are made', () => {
    const hours = fc.array(fc.integer({ min: 0, max: 200 }), { maxLength: 400 });
    fc.assert(
      fc.property(hours, (asked) => {
        const made: number[] = [];
        for (const hour of asked.toSorted((a, b) => a - b))
          if (made.filter((at) => at > hour - 24).length < INCORRECTOS_POR_TITULAR_Y_DIA) made.push(hour);
        for (const from of made)
          expect(made.filter((at) => at >= from && at < from + 72).length).toBeLessThanOrEqual(
            DIAS_DE_UN_CODIGO * INCORRECTOS_POR_TITULAR_Y_DIA,
          );
      }),
    );
  });
});
