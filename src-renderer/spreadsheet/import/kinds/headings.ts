/** Headings that several kinds of table share, folded. */
import type { Heading } from '../heading';
import type { FieldWords } from './import-kind';

const WITH_VAT_HANDICAP = 0.15;
/** The comparison needs prices without VAT (HG 395/2016 art. 141), so that column wins over the one with VAT. */
export const withVat = ({ vatIncluded }: Heading): number => (vatIncluded === true ? WITH_VAT_HANDICAP : 0);

export const BIDDER_WORDS = {
  names: ['ofertant', 'ofertantul', 'ofertanti', 'denumire ofertant', 'denumirea ofertantului', 'nume ofertant', 'numele ofertantului', 'operator economic', 'denumire operator economic', 'denumirea operatorului economic', 'nume operator economic', 'operator', 'denumire operator', 'denumirea operatorului', 'nume operator', 'firma', 'denumire firma', 'denumirea firmei', 'societate', 'societatea', 'denumire societate', 'companie', 'compania', 'furnizor', 'prestator', 'antreprenor', 'contractant', 'candidat', 'participant', 'lider asociere',
      'bidder', 'bidder name', 'name of bidder', 'tenderer', 'tenderer name', 'name of tenderer', 'supplier', 'supplier name', 'company', 'company name', 'economic operator', 'vendor', 'offeror', 'contractor'],
} as const satisfies FieldWords;

export const CURRENCY_WORDS = {
  names: ['moneda', 'moneda ofertei', 'valuta', 'cod moneda', 'currency', 'currency code'],
} as const satisfies FieldWords;

export const LOT_WORDS = {
  names: ['lot', 'lotul', 'nr lot', 'lot nr', 'numar lot', 'numarul lotului', 'nr lotului', 'lot ofertat', 'lot number', 'lot no', 'lot id'],
  hints: ['loturi', 'denumire lot', 'denumirea lotului', 'lots', 'lot title', 'lot name'],
} as const satisfies FieldWords;

export const UNIT_WORDS = {
  names: ['um', 'u m', 'unitate', 'unitatea', 'unitate de masura', 'unitatea de masura', 'unit de masura', 'unitate masura', 'unit', 'units', 'unit of measure', 'unit of measurement', 'measurement unit', 'uom'],
  hints: ['masura', 'measure'],
} as const satisfies FieldWords;

export const PRIORITY_WORDS = {
  names: ['prioritate', 'prioritatea', 'grad de prioritate', 'gradul de prioritate', 'nivel de prioritate', 'nivelul de prioritate', 'importanta', 'urgenta', 'grad de urgenta', 'priority', 'priority level', 'importance', 'urgency'],
  hints: ['nivel', 'grad', 'rang', 'level', 'rank'],
} as const satisfies FieldWords;

/** The running number of a row, which is no field of most kinds. */
export const ROW_NUMBER_WORDS: readonly string[] = ['nr crt', 'numar curent', 'nr', 'no', 'crt'];
