/**
 * Random numbers that anyone can draw again: the same seed gives the same numbers on every machine.
 *
 * The generator is xoshiro128** 1.1 (David Blackman and Sebastiano Vigna, "Scrambled linear pseudorandom number
 * generators", ACM Transactions on Mathematical Software 47(4), 2021); its state is filled from the seed by splitmix32,
 * as its authors advise. It is for experiments, never for secrets.
 */

/** The next whole number from 0 to 2³² − 1. */
export type Random = () => number;

/** Seeds are whole numbers from 0 to this one. */
export const LARGEST_SEED = 0xffff_ffff;

type State = readonly [number, number, number, number];

const rotateLeft = (value: number, by: number): number => (value << by) | (value >>> (32 - by));

/** Starts at a given state, of which not all parts may be zero. */
export const randomFrom = ([first, second, third, fourth]: State): Random => {
  let [a, b, c, d] = [first | 0, second | 0, third | 0, fourth | 0];
  return () => {
    const drawn = Math.imul(rotateLeft(Math.imul(b, 5), 7), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = rotateLeft(d, 11);
    return drawn;
  };
};

/** Starts at the state that belongs to a seed from 0 to `LARGEST_SEED`. */
export const randomOf = (seed: number): Random => {
  let at = seed | 0;
  const next = (): number => {
    at = (at + 0x9e37_79b9) | 0;
    let mixed = at ^ (at >>> 16);
    mixed = Math.imul(mixed, 0x21f0_aaad);
    mixed ^= mixed >>> 15;
    mixed = Math.imul(mixed, 0x735a_2d97);
    return mixed ^ (mixed >>> 15);
  };
  return randomFrom([next(), next(), next(), next()]);
};

/** 3²⁰ is the largest power of three below 2³²: a number below it holds twenty independent digits of base three. */
const HALF = 3 ** 10;
const TWENTY_DIGITS = HALF * HALF;

/**
 * Fills `into` with 0, 1 and 2, each equally likely: the digits of random numbers in base three, lowest first, twenty
 * from each. Numbers of more digits are thrown away, so that none is favoured.
 */
export const fillThirds = (random: Random, into: Uint8Array): void => {
  let at = 0;
  while (at < into.length) {
    const drawn = random();
    if (drawn >= TWENTY_DIGITS) continue;
    // Two halves of ten digits each stay small whole numbers, which are fast to divide.
    const upper = Math.floor(drawn / HALF);
    for (let half = drawn - upper * HALF, turn = 0; turn < 2; half = upper, turn += 1) {
      for (const end = Math.min(into.length, at + 10); at < end; at += 1) {
        const above = (half / 3) | 0;
        into[at] = half - above * 3;
        half = above;
      }
    }
  }
};
