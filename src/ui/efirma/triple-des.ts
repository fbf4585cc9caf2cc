import type { BlockCipher } from './block-cipher.ts';

/** Decryption with three-key triple DES (FIPS 46-3, EDE). `key`: 24 bytes, whose parity bits are not looked at. */
export function createTripleDes(key: Uint8Array): BlockCipher {
  const [first = [], second = [], third = []] = [0, 8, 16].map((start) => expandKey(key.subarray(start, start + 8)));
  const subkeys = [...third.reverse(), ...second, ...first.reverse()];
  const schedule = Uint8Array.from(subkeys.flatMap((subkey) => [...subkey]));
  for (const subkey of subkeys) subkey.fill(0);
  return {
    blockBytes: 8,
    decryptBlock: (block) => runRounds(block, schedule),
    wipe() {
      schedule.fill(0);
    },
  };
}

/** The permutations between the three runs of DES undo each other; what is left of them is the swap of the halves. */
function runRounds(block: Uint8Array, schedule: Uint8Array): void {
  const bits = permute(toBits(block), INITIAL);
  let left = toWord(bits.slice(0, 32));
  let right = toWord(bits.slice(32));
  for (let round = 0; round < 48; round++) {
    const next = left ^ substitute(right, schedule, round * 8);
    left = round % 16 === 15 ? next : right;
    right = round % 16 === 15 ? right : next;
  }
  const view = new DataView(new ArrayBuffer(8));
  view.setInt32(0, left);
  view.setInt32(4, right);
  const output = permute(toBits(new Uint8Array(view.buffer)), FINAL);
  for (let index = 0; index < 8; index++) block[index] = toWord(output.slice(index * 8, index * 8 + 8));
}

/** Six bits of the half for each box, of which the outer two are shared with its neighbours. */
function substitute(half: number, schedule: Uint8Array, start: number): number {
  let result = 0;
  for (let box = 0; box < 8; box++) {
    const turn = (box * 4 + 5) % 32;
    const six = ((half << turn) | (half >>> (32 - turn))) & 0x3f;
    result |= BOXES[box * 64 + (six ^ (schedule[start + box] as number))] as number;
  }
  return result;
}

/** Sixteen subkeys of eight six-bit numbers. */
function expandKey(key: Uint8Array): Uint8Array[] {
  const bits = permute(toBits(key), KEY_CHOICE_1);
  let total = 0;
  return ROTATIONS.map((rotation) => {
    total += rotation;
    const half = (start: number) => Array.from({ length: 28 }, (_, i) => bits[start + ((i + total) % 28)] as number);
    const chosen = permute([...half(0), ...half(28)], KEY_CHOICE_2);
    return Uint8Array.from({ length: 8 }, (_, box) => toWord(chosen.slice(box * 6, box * 6 + 6)));
  });
}

/** The table counts bits from 1, as the standard does. */
function permute(bits: number[], table: number[]): number[] {
  return table.map((position) => bits[position - 1] as number);
}

function toBits(bytes: Uint8Array): number[] {
  const bits: number[] = [];
  for (const byte of bytes) for (let shift = 7; shift >= 0; shift--) bits.push((byte >> shift) & 1);
  return bits;
}

function toWord(bits: number[]): number {
  let word = 0;
  for (const bit of bits) word = (word << 1) | bit;
  return word;
}

/** A box and the permutation P after it, as 64 words. */
function buildBox(digits: string, box: number): number[] {
  return Array.from({ length: 64 }, (_, six) => {
    const row = ((six >> 4) & 2) | (six & 1);
    const value = Number.parseInt(digits.charAt(row * 16 + ((six >> 1) & 15)), 16) << (28 - box * 4);
    return toWord(MIXING.map((position) => (value >>> (32 - position)) & 1));
  });
}

const INITIAL = [58, 60, 62, 64, 57, 59, 61, 63].flatMap((first) =>
  [0, 8, 16, 24, 32, 40, 48, 56].map((n) => first - n),
);
const FINAL = INITIAL.map((_, index) => INITIAL.indexOf(index + 1) + 1);
const MIXING = [
  16, 7, 20, 21, 29, 12, 28, 17, 1, 15, 23, 26, 5, 18, 31, 10, 2, 8, 24, 14, 32, 27, 3, 9, 19, 13, 30, 6, 22, 11, 4, 25,
];
const ROTATIONS = [1, 1, 2, 2, 2, 2, 2, 2, 1, 2, 2, 2, 2, 2, 2, 1];
const KEY_CHOICE_1 = [
  57, 49, 41, 33, 25, 17, 9, 1, 58, 50, 42, 34, 26, 18, 10, 2, 59, 51, 43, 35, 27, 19, 11, 3, 60, 52, 44, 36, 63, 55,
  47, 39, 31, 23, 15, 7, 62, 54, 46, 38, 30, 22, 14, 6, 61, 53, 45, 37, 29, 21, 13, 5, 28, 20, 12, 4,
];
const KEY_CHOICE_2 = [
  14, 17, 11, 24, 1, 5, 3, 28, 15, 6, 21, 10, 23, 19, 12, 4, 26, 8, 16, 7, 27, 20, 13, 2, 41, 52, 31, 37, 47, 55, 30,
  40, 51, 45, 33, 48, 44, 49, 39, 56, 34, 53, 46, 42, 50, 36, 29, 32,
];
const BOXES = Int32Array.from(
  [
    'e4d12fb83a6c59070f74e2d1a6cb953841e8d62bfc973a50fc8249175b3ea06d',
    'f18e6b34972dc05a3d47f28ec01a69b50e7ba4d158c6932fd8a13f42b67c05e9',
    'a09e63f51dc7b428d709346a285ecbf1d6498f30b12c5ae71ad069874fe3b52c',
    '7de3069a1285bc4fd8b56f03472c1ae9a690cb7df13e52843f06a1d8945bc72e',
    '2c417ab6853fd0e9eb2c47d150fa3986421bad78f9c5630eb8c71e2d6f09a453',
    'c1af92680d34e75baf427c9561de0b389ef528c3704a1db6432c95fabe17608d',
    '4b2ef08d3c975a61d0b7491ae35c2f8614bdc37eaf6805926bd814a7950fe23c',
    'd2846fb1a93e50c71fd8a374c56b0e927b419ce206adf35821e74a8dfc90356b',
  ].flatMap(buildBox),
);
