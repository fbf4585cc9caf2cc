import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  appendHoja,
  hashDeHoja,
  hashDeNodo,
  joinPartes,
  partesDe,
  type Rango,
  rangosDeConsistencia,
  rangosDeInclusion,
} from './merkle.ts';

const sha256 = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest();
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

/** RFC 9162, 2.1.1, as it is written. */
function mth(hojas: Uint8Array[]): Uint8Array {
  if (hojas.length === 1) return hojas[0] as Uint8Array;
  let k = 1;
  while (k * 2 < hojas.length) k *= 2;
  return hashDeNodo(sha256, mth(hojas.slice(0, k)), mth(hojas.slice(k)));
}

const tamano = fc.integer({ min: 1, max: 70 });
const arbol = tamano.map((n) => Array.from({ length: n }, (_, i) => hashDeHoja(sha256, Buffer.from(`dato ${i}`))));

/** What the portal has: of each leaf, the subtrees that end with it. */
function grow(hojas: Uint8Array[]) {
  const frontera: Uint8Array[] = [];
  const nodos = hojas.map((hoja, i) => appendHoja(sha256, frontera, i + 1, hoja));
  const read = (rango: Rango) =>
    joinPartes(
      sha256,
      partesDe(rango).map(({ desde, hasta }) => nodos[hasta - 1]?.[Math.log2(hasta - desde)] as Uint8Array),
    );
  return { frontera, read };
}

/** RFC 9162, 2.1.3.2. */
function rootOfInclusion(hoja: Uint8Array, indice: number, n: number, prueba: Uint8Array[]): string {
  let [fn, sn, r] = [indice, n - 1, hoja];
  for (const p of prueba) {
    if (sn === 0) throw new Error('too long');
    if (fn % 2 === 1 || fn === sn) {
      r = hashDeNodo(sha256, p, r);
      while (fn % 2 === 0 && fn !== 0) [fn, sn] = [fn >> 1, sn >> 1];
    } else r = hashDeNodo(sha256, r, p);
    [fn, sn] = [fn >> 1, sn >> 1];
  }
  if (sn !== 0) throw new Error('too short');
  return hex(r);
}

it('hashes as RFC 9162 does, with the known roots of Certificate Transparency’s test data', () => {
  const datos = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'];
  const { frontera } = grow(datos.map((dato) => hashDeHoja(sha256, Buffer.from(dato, 'hex'))));
  expect(hex(joinPartes(sha256, frontera))).toBe('5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328');
});

describe('with any number of leaves', () => {
  it('the root, and the hash of any range that a proof names, are those of the definition', () => {
    fc.assert(
      fc.property(arbol, (hojas) => {
        const { frontera, read } = grow(hojas);
        expect(hex(joinPartes(sha256, frontera))).toBe(hex(mth(hojas)));
        expect(hex(read({ desde: 0, hasta: hojas.length }))).toBe(hex(mth(hojas)));
        for (const rango of rangosDeInclusion(0, { desde: 0, hasta: hojas.length }))
          expect(hex(read(rango))).toBe(hex(mth(hojas.slice(rango.desde, rango.hasta))));
      }),
    );
  });

  it('each leaf is shown to be in it, and no other in its place', () => {
    fc.assert(
      fc.property(arbol, fc.nat(), (hojas, at) => {
        const indice = at % hojas.length;
        const prueba = rangosDeInclusion(indice, { desde: 0, hasta: hojas.length }).map(grow(hojas).read);
        expect(rootOfInclusion(hojas[indice] as Uint8Array, indice, hojas.length, prueba)).toBe(hex(mth(hojas)));
        const otra = hashDeHoja(sha256, Buffer.from('otra'));
        expect(rootOfInclusion(otra, indice, hojas.length, prueba)).not.toBe(hex(mth(hojas)));
      }),
    );
  });

  it('a proof of consistency has what RFC 9162 says, in O(log n) hashes', () => {
    fc.assert(
      fc.property(arbol, fc.nat(), (hojas, at) => {
        const antes = (at % hojas.length) + 1;
        const rangos = rangosDeConsistencia(antes, { desde: 0, hasta: hojas.length });
        expect(rangos.map(grow(hojas).read).map(hex)).toEqual(subproof(antes, hojas, true).map(hex));
        expect(rangos.length).toBeLessThanOrEqual(Math.ceil(Math.log2(hojas.length)) + 1);
      }),
    );
  });
});

/** RFC 9162, 2.1.4.1, as it is written. */
function subproof(m: number, hojas: Uint8Array[], b: boolean): Uint8Array[] {
  if (m === hojas.length) return b ? [] : [mth(hojas)];
  let k = 1;
  while (k * 2 < hojas.length) k *= 2;
  return m <= k
    ? [...subproof(m, hojas.slice(0, k), b), mth(hojas.slice(k))]
    : [...subproof(m - k, hojas.slice(k), false), mth(hojas.slice(0, k))];
}

it('an empty tree has no root', () => {
  expect(() => joinPartes(sha256, [])).toThrow(RangeError);
});
