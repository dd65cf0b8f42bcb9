/** Price schedules: the priced lines of one bid or of several. */
import { decimal, roundHalfUp } from '../../../domain/exact';
import { foldText } from '../../../domain/fold-text';
import type { SheetMoney } from '../../../domain/ports/import-kinds';
import { warn } from '../field-reading';
import { BIDDER_WORDS, CURRENCY_WORDS, LOT_WORDS, ROW_NUMBER_WORDS, UNIT_WORDS, withVat } from './headings';
import { defineKind } from './import-kind';
import { CODE, CURRENCY, DECIMAL, LINE, LOT, NAME, PRICE, STATEMENT } from './value-types';

/** What quantity and unit price come to, with as many decimals as the total has; null when one of them is missing. */
const product = (quantity: string | null, unitPrice: SheetMoney | null, total: SheetMoney | null): string | null => {
  if (quantity === null || unitPrice === null || total === null || unitPrice.currency !== total.currency) return null;
  return roundHalfUp(decimal(quantity).times(decimal(unitPrice.amount)), (total.amount.split('.')[1] ?? '').length);
};

export const PRICE_SCHEDULE = defineKind({
  kind: 'price-schedule',
  fields: {
    bidder: { value: NAME, fillsDown: true, ...BIDDER_WORDS },
    lot: { value: LOT, fillsDown: true, ...LOT_WORDS },
    item: {
      value: CODE,
      names: ['articol', 'articolul', 'nr articol', 'nr art', 'numar articol', 'cod articol', 'simbol', 'simbol articol', 'simbol norma', 'cod norma', 'indicator norma', 'cod deviz', 'pozitie', 'pozitia', 'nr pozitie', 'nr poz', 'poz', 'cod', 'codul', 'cod produs', 'cod serviciu', 'linie', 'nr linie',
        'item', 'item no', 'item nr', 'item number', 'item code', 'item id', 'line', 'line no', 'line item', 'position', 'code', 'product code'],
      hints: [...ROW_NUMBER_WORDS, 'numar', 'number', 'ref'],
    },
    description: {
      value: STATEMENT,
      names: ['descriere', 'descrierea', 'descriere articol', 'descriere produs', 'denumire', 'denumirea', 'denumire articol', 'denumire produs', 'denumirea produsului', 'denumire serviciu', 'denumirea serviciului', 'denumire lucrare', 'denumirea lucrarii', 'denumire lucrari', 'denumirea lucrarilor', 'capitol de lucrari', 'capitolul de lucrari', 'articol de lucrari', 'articolul de lucrari', 'denumire material', 'denumirea materialului', 'denumire produse', 'denumire produs serviciu', 'denumire produs serviciu lucrare', 'produs', 'produsul', 'produse', 'serviciu', 'serviciul', 'servicii', 'obiect', 'activitate', 'activitatea',
        'description', 'item description', 'item name', 'product', 'product name', 'service', 'name', 'designation', 'activity'],
      hints: ['detalii', 'details', 'titlu', 'title', 'specificatie', 'specificatia', 'specificatii', 'specification'],
    },
    unit: { value: LINE, ...UNIT_WORDS },
    quantity: {
      value: DECIMAL,
      names: ['cantitate', 'cantitatea', 'cantitati', 'cant', 'cantitate estimata', 'cantitate ceruta', 'cantitate totala', 'nr buc', 'numar bucati', 'nr bucati', 'buc', 'quantity', 'quantities', 'qty', 'estimated quantity', 'number of units', 'no of units'],
      hints: ['volum', 'volume', 'bucati', 'pieces'],
    },
    unitPrice: {
      value: PRICE, handicap: withVat,
      names: ['pret unitar', 'pretul unitar', 'pret unitar ofertat', 'pret pe unitate', 'pret unit', 'pu', 'p u', 'tarif', 'tarif unitar', 'tariful', 'valoare unitara', 'cost unitar', 'unit price', 'price per unit', 'unit cost', 'unit rate', 'price each'],
      hints: ['pret', 'pretul', 'cost', 'price', 'rate'],
    },
    total: {
      value: PRICE, handicap: withVat,
      names: ['total', 'valoare', 'valoarea', 'valoare totala', 'valoarea totala', 'pret total', 'pretul total', 'total ofertat', 'total linie', 'cost total', 'suma', 'total price', 'line total', 'total amount', 'total value', 'total cost', 'amount', 'value', 'subtotal', 'extended price'],
    },
    currency: { value: CURRENCY, fillsDown: true, ...CURRENCY_WORDS },
  },
  others: [
    'valoare tva', 'valoarea tva', 'tva', 'cota tva', 'vat', 'vat rate', 'vat amount', 'total cu tva', 'total with vat', 'valoare cu tva', 'pret unitar cu tva', 'unit price with vat', 'pret estimat', 'valoare estimata', 'estimated price', 'estimated value',
    'observatii', 'notes', 'comments', 'producator', 'manufacturer', 'model', 'cod cpv', 'cpv', 'termen de livrare', 'delivery time', 'garantie', 'warranty', 'discount', 'reducere',
  ],
  marks: {
    name: 'description', amounts: ['total', 'unitPrice'], proof: 'quantity',
    // The foot of the forms that HG 907/2016 has for bills of quantities: totals of chapters, taxes, indirect costs, profit.
    sums: /^(?:sub)?total\b|^t ?v ?a\b|^recapitulatie\b|^cheltuieli (?:directe|indirecte)\b|^profit\b|^din care\b|^vat\b/,
  },
  /** A line needs something to be known by, and a price. */
  read: (cells, source) => {
    const quantity = cells.read('quantity');
    const currency = cells.read('currency');
    const unitPrice = cells.readIn(currency, 'unitPrice')?.money ?? null;
    const total = cells.readIn(currency, 'total')?.money ?? null;
    const line = {
      bidder: cells.read('bidder'),
      lot: cells.lotOr(cells.read('lot')),
      item: cells.read('item'),
      description: cells.read('description'),
      unit: cells.read('unit'),
      quantity, unitPrice, total, source,
    };
    if (line.item === null) cells.require('description', line.description, 'error');
    if (total === null) cells.require('unitPrice', unitPrice, 'warning');
    const expected = product(quantity, unitPrice, total);
    if (expected !== null && expected !== total?.amount) cells.say('total', warn('cell.totalDiffers', { as: expected }));
    return line;
  },
  /** Chapters may number their items anew, so a line is the same only with the same words. */
  key: ({ bidder, lot, item, description, quantity, unitPrice }) => [bidder, lot, item, description].map((text) => foldText(text ?? '')).concat(quantity ?? '', unitPrice?.amount ?? '').join('|'),
  repeated: 'warning',
  /** The title of a chapter. A line its bidder did not price has its unit and quantity all the same. */
  isSection: ({ unit, quantity, unitPrice, total }, columns) =>
    (columns.unit !== undefined || columns.quantity !== undefined) && unit === null && quantity === null && unitPrice === null && total === null,
});
