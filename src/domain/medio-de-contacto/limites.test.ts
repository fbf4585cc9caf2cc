import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstFreeLugar, maximoDe, REENVIOS_POR_MEDIO, reenviosRestantes } from './limites.ts';
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
          const used = taken.filter((place) => place <= maximoDe(mecanismo)).length;
          expect(lugar === null).toBe(used === maximoDe(mecanismo));
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
