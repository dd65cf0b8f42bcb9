/** The articles of law, wherever a sentence names one: where it stands, when it was looked up, how surely it is known. */
export const law = {
  'law.open': 'Temeiul legal: {references}',
  'law.title': 'Temei legal',
  'law.known': '{certainty, select, verbatim {Citit în textul legii} derived {Calculat din lege} other {De verificat înainte de folosire}}, verificat la {date}.',
  'law.unchecked': 'Articol scris de dumneavoastră; Caiet nu l-a verificat.',
  'law.source': 'Sursa: {act}, legislatie.just.ro.',
  'law.source.consolidated': 'Sursa: {act}, text consolidat la {date}, legislatie.just.ro.',
  'law.advice': 'Ajută la găsirea articolului; nu este consultanță juridică.',
  'law.annex': 'Temeiul legal al acestui document',
  'law.annex.reference': 'Articol',
  'law.annex.checkedOn': 'Verificat la',
  'law.annex.certainty': 'Siguranță',
  'law.annex.unchecked': 'neverificat',
} as const;
