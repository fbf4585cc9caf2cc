import type { BlockCipher } from './block-cipher.ts';

/** Decryption with AES (FIPS 197). `key`: 16, 24 or 32 bytes. */
export function createAes(key: Uint8Array): BlockCipher {
  const schedule = expandKey(key);
  return {
    blockBytes: BLOCK,
    decryptBlock: (block) => runRounds(block, schedule),
    wipe() {
      schedule.fill(0);
    },
  };
}

/** FIPS 197, 5.3: the rounds of encryption undone, from the last to the first. */
function runRounds(block: Uint8Array, schedule: Uint8Array): void {
  const rounds = schedule.length / BLOCK - 1;
  addRoundKey(block, schedule, rounds);
  for (let round = rounds - 1; round >= 0; round--) {
    undoShiftAndSubstitute(block);
    addRoundKey(block, schedule, round);
    if (round > 0) undoMixColumns(block);
  }
}

function addRoundKey(block: Uint8Array, schedule: Uint8Array, round: number): void {
  for (let index = 0; index < BLOCK; index++) block[index] = at(block, index) ^ at(schedule, round * BLOCK + index);
}

/** Row r, which was turned left by r columns, is turned back. */
function undoShiftAndSubstitute(block: Uint8Array): void {
  const before = block.slice();
  for (let index = 0; index < BLOCK; index++)
    block[(index + 4 * (index % 4)) % BLOCK] = at(INVERSE_BOX, at(before, index));
}

function undoMixColumns(block: Uint8Array): void {
  for (let start = 0; start < BLOCK; start += 4) {
    const column = block.slice(start, start + 4);
    for (let row = 0; row < 4; row++) {
      block[start + row] = [14, 11, 13, 9].reduce((sum, by, i) => sum ^ multiply(at(column, (row + i) % 4), by), 0);
    }
  }
}

/** FIPS 197, 5.2: four words for each round and four more. */
function expandKey(key: Uint8Array): Uint8Array {
  const schedule = new Uint8Array((key.length / 4 + 7) * BLOCK);
  schedule.set(key);
  let constant = 1;
  for (let offset = key.length; offset < schedule.length; offset += 4) {
    let word = schedule.slice(offset - 4, offset);
    if (offset % key.length === 0) {
      word = Uint8Array.from(word, (_, index) => at(BOX, at(word, (index + 1) % 4)));
      word[0] = at(word, 0) ^ constant;
      constant = multiply(constant, 2);
    } else if (key.length === 32 && offset % key.length === BLOCK) {
      word = word.map((byte) => at(BOX, byte));
    }
    for (let index = 0; index < 4; index++)
      schedule[offset + index] = at(schedule, offset + index - key.length) ^ at(word, index);
  }
  return schedule;
}

/** The product in GF(2^8) modulo x^8 + x^4 + x^3 + x + 1 (FIPS 197, 4.2). */
function multiply(left: number, right: number): number {
  let product = 0;
  for (let a = left, b = right; b > 0; b >>= 1) {
    if (b & 1) product ^= a;
    a = (a << 1) ^ (a & 0x80 ? 0x11b : 0);
  }
  return product;
}

/** FIPS 197, 5.1.1: the inverse in GF(2^8), x^254, and then an affine map. */
function substitute(byte: number): number {
  let inverse = 1;
  for (let power = multiply(byte, byte), step = 0; step < 7; step++, power = multiply(power, power)) {
    inverse = multiply(inverse, power);
  }
  const turned = [0, 1, 2, 3, 4].map((turn) => (inverse << turn) | (inverse >> (8 - turn)));
  return turned.reduce((sum, value) => sum ^ value, 0x63) & 0xff;
}

/** Every index above is inside its array. */
function at(bytes: Uint8Array, index: number): number {
  return bytes[index] as number;
}

const BLOCK = 16;
const BOX = Uint8Array.from({ length: 256 }, (_, byte) => substitute(byte));
const INVERSE_BOX = BOX.map((_, byte) => BOX.indexOf(byte));
