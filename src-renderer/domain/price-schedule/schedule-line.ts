/** One line of a price schedule (bill of quantities), as a bidder filled it in. Numbers are decimal text, without VAT. */
import type { DecimalString } from '../values';

export interface ScheduleLine {
  /** Item code as written; empty when the line has none. */
  readonly item: string;
  readonly description: string;
  readonly unit: string;
  readonly quantity: DecimalString | null;
  readonly unitPrice: DecimalString | null;
  readonly total: DecimalString | null;
  /** 1-based row of the sheet it came from. */
  readonly row: number;
}
