/** Changes of the commission, the sheets and the consensus round. */
export const changesSheets = {
  'change.memberAdded': 'În comisie: {name}',
  'change.memberEdited': 'Comisie, date schimbate: {name}',
  'change.memberRemoved': 'Scos din comisie: {name}',
  'change.declarationMade': 'Declarația dată de {name}',
  'change.sheetHandedOut': 'Fișa predată către {name}',
  'change.sheetTakenIn': 'Fișa întoarsă de {name}, {count, plural, one {# notă} few {# note} other {# de note}}',
  'change.scoreModerated': 'Discuție: {bidder}, „{criterion}”',
  'change.scoreAgreed': 'Nota comună: {bidder}, „{criterion}”',
  'change.agreementReopened': 'Discuție redeschisă: {bidder}, „{criterion}”',
  'change.qualityLocked': 'Notele lotului {number} blocate',
  'change.qualityUnlocked': 'Notele lotului {number} deblocate',
  'change.pricesOpened': 'Prețurile lotului {number} deschise',
  'change.envelopesChosen': 'Regula celor două plicuri schimbată',
} as const;
