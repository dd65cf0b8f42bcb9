/** The words registers use for each field, folded. Romanian first, then English. */
import type { BidField } from '../../domain/ports/sheet-import';

export interface FieldWords {
  /** Headings that mean exactly this field. */
  readonly names: readonly string[];
  /** Headings that may mean it, when the values below agree. */
  readonly hints: readonly string[];
}

export const VOCABULARY: Readonly<Record<BidField, FieldWords>> = {
  bidder: {
    names: ['ofertant', 'ofertantul', 'ofertanti', 'denumire ofertant', 'denumirea ofertantului', 'nume ofertant', 'numele ofertantului', 'operator economic', 'denumire operator economic', 'denumirea operatorului economic', 'nume operator economic', 'operator', 'firma', 'denumire firma', 'denumirea firmei', 'societate', 'societatea', 'denumire societate', 'companie', 'compania', 'furnizor', 'prestator', 'antreprenor', 'contractant', 'candidat', 'participant', 'lider asociere',
      'bidder', 'bidder name', 'name of bidder', 'tenderer', 'tenderer name', 'name of tenderer', 'supplier', 'supplier name', 'company', 'company name', 'economic operator', 'vendor', 'offeror', 'contractor'],
    hints: ['denumire', 'denumirea', 'nume', 'numele', 'name'],
  },
  identifier: {
    names: ['cui', 'cif', 'c u i', 'c i f', 'cui cif', 'cif cui', 'cod fiscal', 'codul fiscal', 'cod unic', 'cod unic de inregistrare', 'cod unic inregistrare', 'cod de inregistrare fiscala', 'cod inregistrare fiscala', 'cod de identificare fiscala', 'cod identificare fiscala', 'cod tva', 'cod de tva', 'nr tva', 'cui ofertant', 'cif ofertant', 'identificator fiscal',
      'vat', 'vat number', 'vat no', 'vat id', 'vat code', 'tax id', 'tax number', 'fiscal code', 'fiscal id', 'identifier', 'company id', 'tax identification number'],
    hints: ['identificator', 'cod', 'registration number'],
  },
  country: {
    names: ['tara', 'tara ofertant', 'tara ofertantului', 'tara de origine', 'tara de provenienta', 'tara de rezidenta', 'cod tara', 'country', 'country code', 'country of origin'],
    hints: ['stat', 'nationalitate', 'nationality'],
  },
  lot: {
    names: ['lot', 'lotul', 'nr lot', 'lot nr', 'numar lot', 'numarul lotului', 'nr lotului', 'lot ofertat', 'lot number', 'lot no', 'lot id'],
    hints: ['loturi', 'denumire lot', 'denumirea lotului', 'lots', 'lot title', 'lot name'],
  },
  price: {
    names: ['pret', 'pretul', 'pret ofertat', 'pretul ofertat', 'pret oferta', 'pretul ofertei', 'pret total', 'pret total ofertat', 'pret propus', 'valoare oferta', 'valoarea ofertei', 'valoare ofertata', 'valoarea ofertata', 'valoare totala', 'valoare totala oferta', 'valoarea totala a ofertei', 'propunere financiara', 'propunerea financiara', 'valoare propunere financiara', 'valoarea propunerii financiare', 'oferta financiara', 'oferta de pret', 'suma ofertata',
      'price', 'bid price', 'tender price', 'offered price', 'offer price', 'quoted price', 'total price', 'bid amount', 'bid value', 'tender value', 'offer value', 'tender amount', 'financial offer'],
    hints: ['valoare', 'valoarea', 'suma', 'oferta', 'amount', 'value', 'total'],
  },
  vatIncluded: {
    names: ['tva inclus', 'include tva', 'tva inclus in pret', 'pret cu tva inclus', 'contine tva', 'pretul include tva', 'cu sau fara tva', 'vat included', 'includes vat', 'including vat', 'incl vat'],
    hints: ['tva', 'cu tva'],
  },
  receivedAt: {
    names: ['data depunerii', 'data depunere', 'data depunerii ofertei', 'data si ora depunerii', 'data si ora depunerii ofertei', 'data ora depunerii', 'data primirii', 'data primire', 'data primirii ofertei', 'data inregistrarii', 'data inregistrare', 'data inregistrarii ofertei', 'data ofertei', 'data oferta', 'depusa la', 'primita la', 'data receptiei',
      'received', 'received at', 'received on', 'date received', 'date of receipt', 'receipt date', 'submission date', 'date of submission', 'submitted', 'submitted on', 'submitted at', 'bid date', 'tender date'],
    hints: ['data', 'depunere', 'depunerea', 'depunerea ofertei', 'primire', 'data si ora', 'date'],
  },
  sme: {
    names: ['imm', 'este imm', 'statut imm', 'calitate imm', 'intreprindere mica', 'intreprindere mica si mijlocie', 'intreprindere mica sau mijlocie', 'sme', 'is sme', 'sme status'],
    hints: ['tip intreprindere', 'categorie intreprindere', 'categoria intreprinderii', 'dimensiune firma', 'company size'],
  },
  durationDays: {
    names: ['durata', 'durata de executie', 'durata executie', 'durata de livrare', 'durata livrare', 'durata de realizare', 'durata contractului', 'durata contract', 'durata ofertata', 'durata propusa', 'termen de livrare', 'termen livrare', 'termen de executie', 'termen executie', 'termen de realizare', 'termen realizare', 'termen de implementare', 'perioada de executie', 'perioada de implementare', 'perioada executie',
      'duration', 'duration days', 'duration in days', 'delivery time', 'delivery days', 'lead time', 'execution period', 'completion time', 'implementation period'],
    hints: ['termen', 'zile', 'perioada', 'days'],
  },
  warrantyMonths: {
    names: ['garantie', 'garantia', 'garantie acordata', 'garantie oferita', 'garantie ofertata', 'garantie tehnica', 'perioada de garantie', 'perioada garantie', 'perioada garantiei', 'termen de garantie', 'termen garantie', 'durata garantiei', 'durata garantie', 'warranty', 'warranty months', 'warranty period', 'warranty in months', 'guarantee period'],
    hints: ['guarantee'],
  },
  email: {
    names: ['email', 'e mail', 'mail', 'adresa email', 'adresa de email', 'adresa e mail', 'adresa de e mail', 'adresa mail', 'posta electronica', 'adresa electronica', 'email address', 'e mail address', 'contact email'],
    hints: [],
  },
  notes: {
    names: ['observatii', 'observatie', 'obs', 'mentiuni', 'nota', 'note', 'comentarii', 'comentariu', 'remarci', 'alte mentiuni', 'alte observatii', 'notes', 'remarks', 'remark', 'comments', 'comment'],
    hints: ['detalii', 'details'],
  },
};

/** Headings that look like one of the fields and are not: mapping them would put a wrong number into the evaluation. */
export const OTHER_HEADINGS: readonly string[] = [
  'nr crt', 'numar curent', 'nr', 'no', 'crt', 'valoare estimata', 'valoarea estimata', 'pret estimat', 'estimated value', 'buget', 'budget', 'pret unitar', 'pretul unitar', 'unit price',
  'valoare tva', 'valoarea tva', 'cuantum tva', 'cota tva', 'tva', 'vat rate', 'vat amount', 'nr inregistrare', 'numar de inregistrare', 'numar inregistrare', 'nr de inregistrare', 'nr oferta', 'numar oferta', 'nr ofertei',
  'garantie de participare', 'garantia de participare', 'garantie participare', 'garantie de buna executie', 'garantia de buna executie', 'bid bond', 'bid security', 'performance bond',
  'punctaj', 'punctaj pret', 'punctaj tehnic', 'clasament', 'loc', 'rank', 'score', 'adresa', 'adresa ofertant', 'address', 'telefon', 'phone', 'data deschiderii', 'data publicarii', 'opening date',
  'obiect lot', 'descriere lot', 'lot description', 'registrul comertului', 'nr registrul comertului', 'nr reg com', 'valabilitate oferta', 'valabilitatea ofertei', 'perioada de valabilitate', 'durata de valabilitate', 'termen de valabilitate', 'validity',
  'termen de plata', 'payment term', 'persoana de contact', 'contact', 'reprezentant', 'semnatura', 'cod cpv', 'cpv', 'cod postal', 'iban', 'cont',
];
