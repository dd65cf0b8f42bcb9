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

/** 3²⁰, the largest power of three below 2³²: one draw below it holds twenty independent digits of base three. */
const TWENTY_DIGITS = 3 ** 20;

/** Fills `into` with 0, 1 and 2, each equally likely: draws above the largest power of three are thrown away, so that none is favoured. */
export const fillThirds = (random: Random, into: Uint8Array): void => {
  let rest = 0;
  let left = 0;
  for (let index = 0; index < into.length; index += 1) {
    if (left === 0) {
      do rest = random();
      while (rest >= TWENTY_DIGITS);
      left = 20;
    }
    const above = Math.floor(rest / 3);
    into[index] = rest - above * 3;
    rest = above;
    left -= 1;
  }
};
