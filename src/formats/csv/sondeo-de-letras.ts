import iconv from 'iconv-lite';

const CANDIDATAS = ['windows-1252', 'cp850', 'cp437', 'macintosh'] as const;

type Candidata = (typeof CANDIDATAS)[number];

/** What stands beside a byte beyond ASCII: a capital, a small letter, another such byte, or no letter. */
const MAYUSCULA = 0;
const MINUSCULA = 1;
const ALTO = 2;
const NADA = 3;

const COMUNES = 'áéíóúüñÁÉÍÓÚÜÑ';
const DE_FUERA = 'äöèêàâîôÄÖÈÊÀÂÎÔ';
const RARAS = 'ëïùìòõãûçßËÏÙÌÒÕÃÛÇ';
const SIGNOS = '°ºª´¨·•–—“”‘’«»…®™€½¼¿¡\u00a0';

/** How bad the letters of an encoding may be on average, and how much worse all the others must be. */
const TOLERANCIA = 1.5;
const VENTAJA = 1.5;

/** By what stands beside each byte beyond ASCII: 0xA5 is the Ñ of MU·OZ on an old DOS, and a yen anywhere else. */
export function createSondeoDeLetras() {
  const counts = new Map<number, number>();
  let before = NADA;
  let pending: number | null = null;
  const settle = (after: number) => {
    if (pending !== null) counts.set(pending * 4 + after, (counts.get(pending * 4 + after) ?? 0) + 1);
    pending = null;
  };
  return {
    add(bytes: Uint8Array): void {
      for (const byte of bytes) {
        const clase = claseDe(byte);
        if (pending !== null) settle(clase);
        if (clase === ALTO) pending = byte * 4 + before;
        before = clase;
      }
    },
    /** Null where none, or more than one, may be meant. */
    choose(): Candidata | null {
      settle(NADA);
      const judged = CANDIDATAS.map((candidata) => ({ candidata, faults: faultsOf(counts, candidata) }));
      const [best, ...others] = judged.sort((a, b) => a.faults - b.faults);
      if (!best || best.faults > TOLERANCIA) return null;
      return others.every(({ candidata }) => isWorse(counts, candidata, best.candidata)) ? best.candidata : null;
    },
  };
}

function claseDe(byte: number): number {
  if (byte >= 0x80) return ALTO;
  if (byte >= 0x41 && byte <= 0x5a) return MAYUSCULA;
  return byte >= 0x61 && byte <= 0x7a ? MINUSCULA : NADA;
}

type Cuentas = ReadonlyMap<number, number>;

const letraDe = (key: number, candidata: Candidata) => iconv.decode(Uint8Array.of(key >> 4), candidata);

function isWorse(counts: Cuentas, one: Candidata, other: Candidata): boolean {
  const differing = new Map([...counts].filter(([key]) => letraDe(key, one) !== letraDe(key, other)));
  return differing.size === 0 || faultsOf(differing, one) >= faultsOf(differing, other) + VENTAJA;
}

/** From 0, as expected, to 4, never seen in a name. */
function faultsOf(counts: Cuentas, candidata: Candidata): number {
  let faults = 0;
  let total = 0;
  for (const [key, count] of counts) {
    faults += Math.min(4, faultOf(letraDe(key, candidata), (key >> 2) & 3, key & 3)) * count;
    total += count;
  }
  return total === 0 ? 0 : faults / total;
}

function faultOf(letra: string, before: number, after: number): number {
  const rareza = [COMUNES, DE_FUERA, RARAS].findIndex((letras) => letras.includes(letra));
  if (rareza >= 0) return rareza + faultOfCase(letra, before, after);
  if (!SIGNOS.includes(letra)) return 4;
  if (before === NADA || after === NADA) return 0;
  if (letra === '\u00a0') return 1;
  return '’´·'.includes(letra) ? 2 : 4;
}

/** A capital inside a word of small letters is seldom meant; a small letter in one of capitals is how poor programs write Ñ. */
function faultOfCase(letra: string, before: number, after: number): number {
  if (letra === letra.toLowerCase()) {
    const isAmongCapitals = after === MAYUSCULA || (before === MAYUSCULA && after !== MINUSCULA);
    return isAmongCapitals ? 1 : 0;
  }
  const isInsideSmall = before === MINUSCULA || (after === MINUSCULA && before !== NADA);
  return isInsideSmall ? 3 : 0;
}
