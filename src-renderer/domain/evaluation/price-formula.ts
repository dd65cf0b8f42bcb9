/**
 * How a price becomes a share of a criterion's points, from 0 to 1, exactly. Prices are in minor units, without VAT
 * (Norms HG 395/2016 art. 141) and above zero.
 *
 * The choice of formula can decide who wins, so it is made and published before bids are opened (Law 98/2016
 * art. 187-190). Stilger, Siderius and van Raaij, "A comparative study of formulas for choosing the economically most
 * advantageous tender", Journal of Public Procurement 17(1), 2017, compare 38 of them. The first three are relative:
 * a bid's points depend on the other bids. The last is absolute: they do not.
 */
import { fraction, type Fraction } from './fraction';

export interface PriceShare {
  /** Of the criterion's weight. */
  readonly share: Fraction;
  /** True when the formula left 0..1 and was cut there. */
  readonly clamped: boolean;
}

const NOTHING = fraction(0n);
const EVERYTHING = fraction(1n);

const within = (numerator: bigint, denominator: bigint): PriceShare => {
  if (numerator < 0n) return { share: NOTHING, clamped: true };
  if (numerator > denominator) return { share: EVERYTHING, clamped: true };
  return { share: fraction(numerator, denominator), clamped: false };
};

/** lowest / price: the usual rule in Romania. Half the points at twice the lowest price, never quite zero. */
export const lowestProportional = (price: bigint, lowest: bigint): PriceShare => within(lowest, price);

/** 1 − (price − lowest) / lowest, not below zero: a quarter dearer, a quarter fewer points; none from twice the lowest. */
export const relativeLinear = (price: bigint, lowest: bigint): PriceShare => within(2n * lowest - price, lowest);

/** (highest − price) / (highest − lowest): none for the dearest. Full points for all when every price is the same. */
export const minMaxLinear = (price: bigint, lowest: bigint, highest: bigint): PriceShare =>
  highest === lowest ? { share: EVERYTHING, clamped: false } : within(highest - price, highest - lowest);

/**
 * (budget − price) / (budget − full-marks price), within 0..1, where the full-marks price is `fullMarksAt` per cent of
 * the budget: none at the lot's estimated value, all at the full-marks price or below. `fullMarksAt` is below 100.
 */
export const toBudget = (price: bigint, budget: bigint, fullMarksAt: Fraction): PriceShare => {
  const { numerator, denominator } = fullMarksAt;
  // Both sides of the formula times 100 × the denominator, so that the full-marks price is never rounded.
  return within((budget - price) * 100n * denominator, budget * (100n * denominator - numerator));
};
