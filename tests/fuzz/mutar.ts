import fc from 'fast-check';

/** One change of an input: what, where (as a part of its length), and with what. */
interface Cambio {
  como: (typeof COMO)[number];
  donde: number;
  cuanto: number;
  valor: number;
}

export interface Mutacion {
  base: number;
  otra: number;
  cambios: Cambio[];
}

const COMO = ['poner', 'bit', 'quitar', 'cortar', 'duplicar', 'repetir', 'palabra', 'injertar', 'largo'] as const;
const POR_MIL = 1_000;

/** What the readers treat apart, and what other programs stumble over. */
const PALABRAS = [
  '\0',
  '\r\n',
  '\r\n\r\n',
  '"',
  '""',
  "'",
  '../',
  '%00',
  '%',
  '%ff',
  '\ud800',
  '\udc00\ud83d',
  '\u202e',
  '\ufeff',
  '__proto__',
  'constructor',
  '{{7*7}}',
  '<script>',
  '=1+1',
  '9'.repeat(40),
  '-1',
  '1e309',
  'NaN',
  '-----BEGIN CERTIFICATE-----',
  '-----END ',
  '=?utf-8?B?',
  '--=_',
  'Content-Type: multipart/report; boundary=""',
  'Content-Transfer-Encoding: base64',
  '\x30\x80',
  '\x30\x84\xff\xff\xff\xff',
  '\x02\x01\x80',
  '\x06\x00',
  '\x1f\xff\xff',
];

/** What a mutation is: shrinks towards the kept input with few changes. */
export function mutaciones(bases: number): fc.Arbitrary<Mutacion> {
  const cambio = fc.record({
    como: fc.constantFrom(...COMO),
    donde: fc.nat(POR_MIL),
    cuanto: fc.oneof(fc.nat(8), fc.nat(400), fc.nat(70_000)),
    valor: fc.oneof(fc.constantFrom(0, 1, 0x30, 0x7f, 0x80, 0x84, 0xff), fc.nat(0xffff)),
  });
  return fc.record({ base: fc.nat(bases - 1), otra: fc.nat(bases - 1), cambios: fc.array(cambio, { maxLength: 6 }) });
}

/** The input that it makes of these, of at most so many units. */
export function mutar(bases: readonly Uint16Array[], { base, otra, cambios }: Mutacion, maximo: number): Uint16Array {
  const from = (bases[base] as Uint16Array).subarray(0, maximo);
  const other = bases[otra] as Uint16Array;
  return cambios.reduce((units, cambio) => change(units, cambio, other).subarray(0, maximo), from);
}

function change(units: Uint16Array, { como, donde, cuanto, valor }: Cambio, other: Uint16Array): Uint16Array {
  const at = Math.floor((donde / POR_MIL) * units.length);
  const end = Math.min(units.length, at + cuanto);
  switch (como) {
    case 'poner':
      return put(units, at, valor);
    case 'bit':
      return put(units, at, (units[at] ?? 0) ^ (1 << (valor % 8)));
    case 'quitar':
      return join(units.subarray(0, at), units.subarray(end));
    case 'cortar':
      return units.subarray(0, at);
    case 'duplicar':
      return join(units.subarray(0, end), units.subarray(at));
    case 'repetir':
      return join(units.subarray(0, at), repeat(units.subarray(at, at + 1 + (valor % 3)), cuanto), units.subarray(at));
    case 'palabra':
      return join(units.subarray(0, at), toUnits(PALABRAS[valor % PALABRAS.length] as string), units.subarray(at));
    case 'injertar':
      return join(units.subarray(0, at), other.subarray(at, end), units.subarray(at));
    case 'largo':
      // A length of DER that is none any more.
      return put(put(units, at, 0x80 | (valor % 6)), at + 1, valor & 0xff);
  }
}

export function toUnits(text: string): Uint16Array {
  return Uint16Array.from({ length: text.length }, (_, nth) => text.charCodeAt(nth));
}

function put(units: Uint16Array, at: number, value: number): Uint16Array {
  const changed = units.slice();
  if (at < changed.length) changed[at] = value;
  return changed;
}

function repeat(units: Uint16Array, length: number): Uint16Array {
  const repeated = new Uint16Array(units.length > 0 ? length : 0);
  for (let at = 0; at < repeated.length; at++) repeated[at] = units[at % units.length] as number;
  return repeated;
}

function join(...parts: Uint16Array[]): Uint16Array {
  const joined = new Uint16Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}
