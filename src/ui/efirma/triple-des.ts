interface TripleDesInput {
  /** 24 bytes, or 16 where the third key is the first again; parity bits are not looked at. */
  key: Uint8Array;
  iv: Uint8Array;
  data: Uint8Array;
  target: Uint8Array;
}

/**
 * Decrypts triple DES (FIPS 46-3, EDE) in CBC mode. Ours because no kept library is small and leaves no key in strings, which
 * cannot be overwritten. What comes out is a key that must then sign what the certificate verifies, so that a fault here
 * could never pass for a result.
 */
export function decryptTripleDes({ key, iv, data, target }: TripleDesInput): void {
  const schedule = expandKey(key);
  target.set(data);
  for (let offset = 0; offset < data.length; offset += 8) {
    const previous = offset === 0 ? iv : data.subarray(offset - 8, offset);
    const block = target.subarray(offset, offset + 8);
    runRounds(block, schedule);
    for (const [index, byte] of previous.entries()) block[index] = (block[index] as number) ^ byte;
  }
  schedule.fill(0);
}

/** Decryption with the third key, encryption with the second, decryption with the first. */
function expandKey(key: Uint8Array): Uint8Array {
  const schedule = new Uint8Array(3 * SUBKEYS);
  for (const [run, isBackwards] of [true, false, true].entries()) {
    const start = ((2 - run) * 8) % key.length;
    writeSubkeys(schedule.subarray(run * SUBKEYS, (run + 1) * SUBKEYS), key.subarray(start, start + 8), isBackwards);
  }
  return schedule;
}

/** The permutations between the three runs of DES undo each other; what is left of them is the swap of the halves. */
function runRounds(block: Uint8Array, schedule: Uint8Array): void {
  const view = new DataView(block.buffer, block.byteOffset, 8);
  const halves = Int32Array.of(view.getInt32(0), view.getInt32(4));
  for (const step of INITIAL) exchange(halves, step);
  let [left = 0, right = 0] = halves;
  for (let round = 0; round < 48; round++) {
    const next = left ^ substitute(right, schedule, round * 8);
    left = round % 16 === 15 ? next : right;
    right = round % 16 === 15 ? right : next;
  }
  halves.set([left, right]);
  for (const step of FINAL) exchange(halves, step);
  view.setInt32(0, halves[0] as number);
  view.setInt32(4, halves[1] as number);
}

/** Exchanges bits of one half, `shift` places up, with those of the other that the mask chooses. */
function exchange(halves: Int32Array, [from, shift, mask]: Exchange): void {
  const [one, other] = [halves[from] as number, halves[1 - from] as number];
  const difference = ((one >>> shift) ^ other) & mask;
  halves[1 - from] = other ^ difference;
  halves[from] = one ^ (difference << shift);
}

/** Six bits of the half for each box, of which the outer two are shared with its neighbours. */
function substitute(half: number, schedule: Uint8Array, start: number): number {
  let result = 0;
  let turned = (half << 5) | (half >>> 27);
  for (let box = 0; box < 8; box++) {
    result |= BOXES[box * 64 + ((turned & 0x3f) ^ (schedule[start + box] as number))] as number;
    turned = (turned << 4) | (turned >>> 28);
  }
  return result;
}

/** Sixteen subkeys of eight six-bit numbers, the last one first when they decrypt. */
function writeSubkeys(target: Uint8Array, key: Uint8Array, isBackwards: boolean): void {
  for (const [index, position] of CHOSEN_BITS.entries()) {
    const bit = ((key[position >> 3] as number) >> (7 - (position & 7))) & 1;
    const place = Math.floor(index / 6);
    const turn = isBackwards ? 15 - (place >> 3) : place >> 3;
    const at = turn * 8 + (place & 7);
    target[at] = ((target[at] as number) << 1) | bit;
  }
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

/** Bytes of the sixteen subkeys of a run. */
const SUBKEYS = 128;

type Exchange = readonly [from: 0 | 1, shift: number, mask: number];

/** The initial permutation turns a square of bits on its side, which five exchanges do; the final one undoes them. */
const INITIAL: readonly Exchange[] = [
  [0, 4, 0x0f0f0f0f],
  [0, 16, 0x0000ffff],
  [1, 2, 0x33333333],
  [1, 8, 0x00ff00ff],
  [0, 1, 0x55555555],
];
const FINAL = [...INITIAL].reverse();
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
/** Which bit of the key each bit of the subkeys is: one choice, a turn of both halves in each round, another choice. */
const CHOSEN_BITS = ROTATIONS.flatMap((_, round) => {
  const turn = ROTATIONS.slice(0, round + 1).reduce((total, by) => total + by, 0);
  return KEY_CHOICE_2.map((position) => {
    const half = position > 28 ? 28 : 0;
    return (KEY_CHOICE_1[half + ((position - 1 - half + turn) % 28)] as number) - 1;
  });
});
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
