/** Leaves from `desde` up to but not `hasta`, counted from zero. */
export type Rango = Record<'desde' | 'hasta', number>;

export type Resumen = (bytes: Uint8Array) => Uint8Array;

/** RFC 9162, 2.1.1. */
export function hashDeHoja(resumen: Resumen, dato: Uint8Array): Uint8Array {
  return resumen(Uint8Array.of(0, ...dato));
}

export function hashDeNodo(resumen: Resumen, izquierdo: Uint8Array, derecho: Uint8Array): Uint8Array {
  return resumen(Uint8Array.of(1, ...izquierdo, ...derecho));
}

/** The complete subtrees that a range is made of, from left to right: what one stored hash stands for. */
export function partesDe({ desde, hasta }: Rango): Rango[] {
  const partes: Rango[] = [];
  for (let at = desde; at < hasta; ) {
    let tamano = 1;
    while (at % (tamano * 2) === 0 && at + tamano * 2 <= hasta) tamano *= 2;
    partes.push({ desde: at, hasta: at + tamano });
    at += tamano;
  }
  return partes;
}

/** The hash of a range from those of its parts. Throws RangeError without any: an empty tree is never signed. */
export function joinPartes(resumen: Resumen, partes: readonly Uint8Array[]): Uint8Array {
  if (partes.length === 0) throw new RangeError('an empty tree');
  return partes.reduceRight((derecho, izquierdo) => hashDeNodo(resumen, izquierdo, derecho));
}

/** Adds the leaf after those of `frontera`, their complete subtrees. @returns the complete subtrees that end with it. */
export function appendHoja(resumen: Resumen, frontera: Uint8Array[], posicion: number, hoja: Uint8Array): Uint8Array[] {
  const nodos = [hoja];
  for (let resto = posicion; resto % 2 === 0; resto /= 2)
    nodos.push(hashDeNodo(resumen, frontera.pop() as Uint8Array, nodos.at(-1) as Uint8Array));
  frontera.push(nodos.at(-1) as Uint8Array);
  return nodos;
}

/** Whose hashes show that leaf `indice` is in the tree of that size (RFC 9162, 2.1.3.1). */
export function rangosDeInclusion(indice: number, { desde, hasta }: Rango): Rango[] {
  if (hasta - desde <= 1) return [];
  const medio = desde + mitadDe(hasta - desde);
  return indice < medio
    ? [...rangosDeInclusion(indice, { desde, hasta: medio }), { desde: medio, hasta }]
    : [...rangosDeInclusion(indice, { desde: medio, hasta }), { desde, hasta: medio }];
}

/** Whose hashes show that the tree of size `antes` is the beginning of the other (RFC 9162, 2.1.4.1). */
export function rangosDeConsistencia(antes: number, { desde, hasta }: Rango, isWhole = true): Rango[] {
  if (antes === hasta) return isWhole ? [] : [{ desde, hasta }];
  const medio = desde + mitadDe(hasta - desde);
  return antes <= medio
    ? [...rangosDeConsistencia(antes, { desde, hasta: medio }, isWhole), { desde: medio, hasta }]
    : [...rangosDeConsistencia(antes, { desde: medio, hasta }, false), { desde, hasta: medio }];
}

function mitadDe(tamano: number): number {
  let mitad = 1;
  while (mitad * 2 < tamano) mitad *= 2;
  return mitad;
}
