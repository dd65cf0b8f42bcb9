/** Changes of the commission, the sheets and the consensus round. */
export const changesSheets = {
  'change.memberAdded': 'În comisie: {name}',
  'change.memberEdited': 'Comisie, date schimbate: {name}',
  'change.memberRemoved': 'Scos din comisie: {name}',
  'change.declarationMade': 'Declarația dată de {name}',
  'change.sheetHandedOut': 'Fișa predată către {name}',
  'change.sheetTakenIn': 'Fișa întoarsă de {name}, {count, plural, one {# notă} few {# note} other {# de note}}',
  'change.scoresUndone': 'Note scoase: {count}',
  'notice.scoresUndone': '{removed, plural, =0 {Nicio notă nu a mai fost de scos.} one {O notă a fost scoasă.} few {# note au fost scoase.} other {# de note au fost scoase.}}{kept, plural, =0 {} one { Una a rămas, pentru că a fost schimbată între timp.} few { # au rămas, pentru că au fost schimbate între timp.} other { # de note au rămas, pentru că au fost schimbate între timp.}}',
  'change.scoreModerated': 'Discuție: {bidder}, „{criterion}”',
  'change.scoreAgreed': 'Nota comună: {bidder}, „{criterion}”',
  'change.agreementReopened': 'Discuție redeschisă: {bidder}, „{criterion}”',
  'change.qualityLocked': 'Notele lotului {number} blocate',
  'change.qualityUnlocked': 'Notele lotului {number} deblocate',
  'change.pricesOpened': 'Prețurile lotului {number} deschise',
  'change.envelopesChosen': 'Regula celor două plicuri schimbată',
} as const;
