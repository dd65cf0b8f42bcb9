/** Life-cycle costs of bids: one cost of one bid a row, named as the call names it. */
import { foldText } from '../../../domain/fold-text';
import { BIDDER_WORDS, CURRENCY_WORDS, LOT_WORDS, ROW_NUMBER_WORDS } from './headings';
import { defineKind } from './import-kind';
import { CURRENCY, LINE, LOT, NAME, PRICE } from './value-types';

export const COSTS = defineKind({
  kind: 'costs',
  fields: {
    bidder: { value: NAME, fillsDown: true, ...BIDDER_WORDS },
    lot: { value: LOT, fillsDown: true, ...LOT_WORDS },
    cost: {
      value: NAME,
      names: ['cost', 'costul', 'costuri', 'element de cost', 'elementul de cost', 'elemente de cost', 'denumire cost', 'denumirea costului', 'tip de cost', 'tipul de cost', 'categorie de cost', 'cost cerut', 'cheltuiala', 'cheltuieli', 'tip cheltuiala',
        'cost item', 'cost items', 'cost name', 'type of cost', 'cost type', 'cost category', 'cost element', 'expense', 'cost asked for'],
      hints: ['denumire', 'denumirea', 'descriere', 'element', 'articol', 'name', 'description', 'item'],
    },
    timing: {
      value: LINE,
      names: ['cand se plateste', 'cand este platit', 'moment', 'momentul platii', 'frecventa', 'periodicitate', 'when paid', 'when it is paid', 'timing', 'frequency', 'time of payment'],
      hints: ['plata', 'payment', 'perioada', 'period'],
    },
    amount: {
      value: PRICE,
      names: ['suma', 'suma ofertata', 'suma fara tva', 'valoare', 'valoarea', 'valoare ofertata', 'valoare fara tva', 'cost ofertat', 'cost anual', 'costul anual', 'cost pe an', 'pret', 'amount', 'amount offered', 'value', 'cost amount', 'annual cost', 'yearly cost', 'cost per year', 'price'],
      hints: ['lei', 'ron', 'total'],
    },
    currency: { value: CURRENCY, fillsDown: true, ...CURRENCY_WORDS },
  },
  others: [...ROW_NUMBER_WORDS, 'tva', 'valoare tva', 'vat', 'vat amount', 'total cu tva', 'total with vat', 'ani', 'numar de ani', 'years', 'observatii', 'notes', 'comments', 'rata de actualizare', 'discount rate', 'valoare actualizata', 'present value'],
  marks: { name: 'cost', amounts: ['amount'] },
  read: (cells, source) => {
    const row = {
      bidder: cells.read('bidder'),
      lot: cells.lotOr(cells.read('lot')),
      cost: cells.read('cost'),
      timing: cells.read('timing'),
      amount: cells.readIn(cells.read('currency'), 'amount')?.money ?? null,
      source,
    };
    cells.require('cost', row.cost, 'error');
    cells.require('amount', row.amount, 'error');
    return row;
  },
  // A blank bidder is the one above, which only the whole table tells.
  key: ({ bidder, lot, cost }) => (bidder === null || cost === null ? null : [bidder, lot, cost].map((text) => foldText(text ?? '')).join('|')),
  repeated: 'error',
});
