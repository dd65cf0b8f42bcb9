/** A bid register with a slip in it, as they arrive. */
import { read, write } from 'xlsx';
import { bidRegister, type BidRegister } from '../../../support/bid-register';

export interface Slip {
  /** As `E8`. */
  readonly cell: string;
  readonly text: string;
}

/** The ordinary register with some cells overwritten by text. */
export const registerWith = (slips: readonly Slip[], bids = 6, lots: readonly string[] = ['1', '2']): BidRegister => {
  const register = bidRegister({ bids, lots });
  const workbook = read(register.bytes, { cellNF: true });
  const sheet = workbook.Sheets[workbook.SheetNames[0] ?? ''];
  for (const { cell, text } of slips) if (sheet !== undefined) sheet[cell] = { t: 's', v: text };
  return { ...register, bytes: new Uint8Array(write(workbook, { type: 'array', bookType: 'xlsx', compression: true }) as ArrayBuffer) };
};
