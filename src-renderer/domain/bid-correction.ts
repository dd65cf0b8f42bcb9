/** Corrections the commission makes to an offered price; the price as submitted stays as it is (Norms HG 395/2016 art. 134). */
import { z } from './schema';
import { longText } from './texts';
import { civilDateSchema, idSchema, moneySchema, type Id, type Money } from './values';

export const bidCorrectionSchema = z.looseObject({
  id: idSchema.describe('`1`, `2`, … within the bid.'),
  kind: z.enum(['arithmetic', 'minorDeviation']),
  correctedPrice: moneySchema.describe('The price without VAT that counts once the bidder accepted.'),
  reason: longText,
  notifiedOn: civilDateSchema.nullable(),
  answeredOn: civilDateSchema.nullable().optional(),
  accepted: z.boolean().nullable().describe('Null while the bidder has not answered. Refusing an arithmetic correction makes the bid unacceptable.'),
});
export type BidCorrection = z.infer<typeof bidCorrectionSchema>;

/** The part of a bid that tells its price. */
interface PriceWithCorrections {
  readonly price: Money | null;
  readonly corrections?: Readonly<Record<Id, BidCorrection>> | undefined;
}

/** The price that is compared: as submitted, or as corrected and accepted last. */
export const countedPrice = ({ price, corrections }: PriceWithCorrections): Money | null => {
  const accepted = Object.values(corrections ?? {}).filter((correction) => correction.accepted === true);
  return accepted.toSorted((left, right) => Number(right.id) - Number(left.id))[0]?.correctedPrice ?? price;
};
