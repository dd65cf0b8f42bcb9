/** Registers of bids: who bids, for which lot, at which price. */
import { foldText } from '../../../domain/fold-text';
import { warn } from '../field-reading';
import { BIDDER_WORDS, CURRENCY_WORDS, LOT_WORDS, ROW_NUMBER_WORDS, withVat } from './headings';
import { defineKind } from './import-kind';
import { COUNTRY, CURRENCY, DAY, FISCAL_CODE, IN_DAYS, IN_MONTHS, IS_SME, LINE, LOT, NAME, PRICE, PROSE, WITH_VAT } from './value-types';

export const BIDS = defineKind({
  kind: 'bids',
  fields: {
    bidder: { value: NAME, fillsDown: true, ...BIDDER_WORDS, hints: ['denumire', 'denumirea', 'nume', 'numele', 'name'] },
    identifier: {
      value: FISCAL_CODE, fillsDown: true,
      names: ['cui', 'cif', 'c u i', 'c i f', 'cui cif', 'cif cui', 'cod fiscal', 'codul fiscal', 'cod unic', 'cod unic de inregistrare', 'cod unic inregistrare', 'cod de inregistrare fiscala', 'cod inregistrare fiscala', 'cod de identificare fiscala', 'cod identificare fiscala', 'cod tva', 'cod de tva', 'nr tva', 'cui ofertant', 'cif ofertant', 'cui operator', 'cif operator', 'cui operator economic', 'cif operator economic', 'identificator fiscal',
      'vat', 'vat number', 'vat no', 'vat id', 'vat code', 'tax id', 'tax number', 'fiscal code', 'fiscal id', 'identifier', 'company id', 'tax identification number'],
      hints: ['identificator', 'cod', 'registration number'],
    },
    country: {
      value: COUNTRY, fillsDown: true,
      names: ['tara', 'tara ofertant', 'tara ofertantului', 'tara de origine', 'tara de provenienta', 'tara de rezidenta', 'cod tara', 'country', 'country code', 'country of origin'],
      hints: ['stat', 'nationalitate', 'nationality'],
    },
    lot: { value: LOT, fillsDown: true, ...LOT_WORDS },
    price: {
      value: PRICE, handicap: withVat,
      names: ['pret', 'pretul', 'pret ofertat', 'pretul ofertat', 'pret oferta', 'pretul ofertei', 'pret total', 'pret total ofertat', 'pret propus', 'valoare oferta', 'valoarea ofertei', 'valoare ofertata', 'valoarea ofertata', 'valoare totala', 'valoare totala oferta', 'valoarea totala a ofertei', 'propunere financiara', 'propunerea financiara', 'valoare propunere financiara', 'valoarea propunerii financiare', 'oferta financiara', 'oferta de pret', 'suma ofertata',
      'price', 'bid price', 'tender price', 'offered price', 'offer price', 'quoted price', 'total price', 'bid amount', 'bid value', 'tender value', 'offer value', 'tender amount', 'financial offer'],
      hints: ['valoare', 'valoarea', 'suma', 'oferta', 'amount', 'value', 'total'],
    },
    currency: { value: CURRENCY, fillsDown: true, ...CURRENCY_WORDS },
    vatIncluded: {
      // A column of yes and no is never mapped over amounts: `TVA inclus` may head either.
      value: WITH_VAT, fillsDown: true, valuesDecide: true,
      names: ['tva inclus', 'include tva', 'tva inclus in pret', 'pret cu tva inclus', 'contine tva', 'pretul include tva', 'cu sau fara tva', 'vat included', 'includes vat', 'including vat', 'incl vat'],
      hints: ['tva', 'cu tva'],
    },
    receivedAt: {
      value: DAY, fillsDown: true,
      names: ['data depunerii', 'data depunere', 'data depunerii ofertei', 'data si ora depunerii', 'data si ora depunerii ofertei', 'data ora depunerii', 'data primirii', 'data primire', 'data primirii ofertei', 'data inregistrarii', 'data inregistrare', 'data inregistrarii ofertei', 'data ofertei', 'data oferta', 'depusa la', 'primita la', 'data receptiei',
      'received', 'received at', 'received on', 'date received', 'date of receipt', 'receipt date', 'submission date', 'date of submission', 'submitted', 'submitted on', 'submitted at', 'bid date', 'tender date'],
      hints: ['data', 'depunere', 'depunerea', 'depunerea ofertei', 'primire', 'data si ora', 'date'],
    },
    sme: {
      value: IS_SME, fillsDown: true,
      names: ['imm', 'este imm', 'statut imm', 'calitate imm', 'intreprindere mica', 'intreprindere mica si mijlocie', 'intreprindere mica sau mijlocie', 'sme', 'is sme', 'sme status'],
      hints: ['tip intreprindere', 'categorie intreprindere', 'categoria intreprinderii', 'dimensiune firma', 'company size'],
    },
    durationDays: {
      // A duration in months cannot be told in days, nor can a warranty be read from days.
      value: IN_DAYS, fits: ({ unit }) => unit !== 'months' && unit !== 'years',
      names: ['durata', 'durata de executie', 'durata executie', 'durata de livrare', 'durata livrare', 'durata de realizare', 'durata contractului', 'durata contract', 'durata ofertata', 'durata propusa', 'termen de livrare', 'termen livrare', 'termen de executie', 'termen executie', 'termen de realizare', 'termen realizare', 'termen de implementare', 'perioada de executie', 'perioada de implementare', 'perioada executie',
      'duration', 'duration days', 'duration in days', 'delivery time', 'delivery days', 'lead time', 'execution period', 'completion time', 'implementation period'],
      hints: ['termen', 'zile', 'perioada', 'days', 'executie', 'livrare', 'realizare', 'implementare'],
    },
    warrantyMonths: {
      value: IN_MONTHS, fits: ({ unit }) => unit !== 'days' && unit !== 'weeks',
      names: ['garantie', 'garantia', 'garantie acordata', 'garantie oferita', 'garantie ofertata', 'garantie tehnica', 'perioada de garantie', 'perioada garantie', 'perioada garantiei', 'termen de garantie', 'termen garantie', 'durata garantiei', 'durata garantie', 'warranty', 'warranty months', 'warranty period', 'warranty in months', 'guarantee period'],
      hints: ['guarantee'],
    },
    email: {
      value: { ...LINE, suits: (cell) => cell.kind === 'text' && cell.text.includes('@') }, fillsDown: true,
      names: ['email', 'e mail', 'mail', 'adresa email', 'adresa de email', 'adresa e mail', 'adresa de e mail', 'adresa mail', 'posta electronica', 'adresa electronica', 'email address', 'e mail address', 'contact email'],
    },
    notes: {
      value: PROSE,
      names: ['observatii', 'observatie', 'obs', 'mentiuni', 'nota', 'note', 'comentarii', 'comentariu', 'remarci', 'alte mentiuni', 'alte observatii', 'notes', 'remarks', 'remark', 'comments', 'comment'],
      hints: ['detalii', 'details'],
    },
  },
  others: [
    ...ROW_NUMBER_WORDS, 'valoare estimata', 'valoarea estimata', 'pret estimat', 'estimated value', 'buget', 'budget', 'pret unitar', 'pretul unitar', 'unit price',
    'valoare tva', 'valoarea tva', 'cuantum tva', 'cota tva', 'tva', 'vat rate', 'vat amount', 'nr inregistrare', 'numar de inregistrare', 'numar inregistrare', 'nr de inregistrare', 'nr oferta', 'numar oferta', 'nr ofertei',
    'garantie de participare', 'garantia de participare', 'garantie participare', 'garantie de buna executie', 'garantia de buna executie', 'bid bond', 'bid security', 'performance bond',
    'punctaj', 'punctaj pret', 'punctaj tehnic', 'clasament', 'loc', 'rank', 'score', 'adresa', 'adresa ofertant', 'address', 'telefon', 'phone', 'data deschiderii', 'data publicarii', 'opening date',
    'obiect lot', 'descriere lot', 'lot description', 'registrul comertului', 'nr registrul comertului', 'nr reg com', 'valabilitate oferta', 'valabilitatea ofertei', 'perioada de valabilitate', 'durata de valabilitate', 'termen de valabilitate', 'validity',
    'termen de plata', 'payment term', 'persoana de contact', 'contact', 'reprezentant', 'semnatura', 'cod cpv', 'cpv', 'cod postal', 'iban', 'cont',
  ],
  marks: { name: 'bidder', amounts: ['price'], proof: 'identifier' },
  /** All may be left empty but who bids, and for which lot where there are several. */
  read: (cells, source) => {
    const code = cells.read('identifier');
    const price = cells.readIn(cells.read('currency'), 'price');
    const vatAnswer = cells.read('vatIncluded');
    const bid = {
      bidder: cells.read('bidder'),
      identifier: code?.identifier ?? null,
      country: cells.read('country') ?? code?.country ?? null,
      lot: cells.lotOr(cells.read('lot')),
      price: price?.money ?? null,
      vatIncluded: vatAnswer ?? price?.vatIncluded ?? (price === null ? null : (cells.columns.price?.heading.vatIncluded ?? null)),
      receivedAt: cells.read('receivedAt'),
      sme: cells.read('sme'),
      durationDays: cells.read('durationDays'),
      warrantyMonths: cells.read('warrantyMonths'),
      email: cells.read('email'),
      notes: cells.read('notes'),
      source,
    };
    if (bid.vatIncluded === true) cells.say('price', warn('cell.vatIncluded'));
    cells.require('bidder', bid.bidder, 'error');
    if (cells.context.lotNumbers.length > 1) cells.require('lot', bid.lot, 'error');
    cells.require('price', bid.price, 'warning');
    return bid;
  },
  /** The same bidder for the same lot, however the name is spelt. */
  key: ({ bidder, lot }) => (bidder === null ? null : `${foldText(bidder)}|${lot ?? ''}`),
  repeated: 'error',
  party: ({ bidder, identifier, country }) => (bidder === null || identifier === null ? null : { identifier, country, name: bidder }),
});
