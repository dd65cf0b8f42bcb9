/** Passing messages after something happened. */
export const notices = {
  'notice.projectDeleted': 'Proiectul „{title}” este în coș.',
  'notice.projectRestored': 'Proiectul „{title}” este din nou în listă.',
  'notice.projectPurged': 'Proiectul „{title}” a fost șters definitiv.',
  'notice.lotRemoved': 'Lotul {number} a fost șters{bids, plural, =0 {} one {, împreună cu o ofertă} few {, împreună cu # oferte} other {, împreună cu # de oferte}}.',
  'notice.criterionRemoved': 'Criteriul „{name}” a fost șters.',
  'notice.bidRemoved': 'Oferta depusă de {bidder} a fost ștearsă.',
  'notice.importUndone': 'Import anulat: {removed, plural, one {o ofertă scoasă} few {# oferte scoase} other {# de oferte scoase}}{kept, plural, =0 {} one {; o ofertă modificată între timp a rămas} few {; # oferte modificate între timp au rămas} other {; # de oferte modificate între timp au rămas}}.',
  'notice.exported': 'Salvat în {location}.',
  'notice.packageImported': '{count, plural, one {Un proiect importat.} few {# proiecte importate.} other {# de proiecte importate.}}',
  'notice.reloaded': 'Proiectul a fost modificat în altă fereastră. Vedeți acum varianta cea mai nouă; ultima modificare făcută aici nu s-a păstrat.',
  'notice.readOnly': 'Modificările sunt oprite până când salvarea funcționează din nou.',
  'notice.snapshotWritten': 'Copia de siguranță a fost scrisă și verificată.',
  'notice.replayed': '{count, plural, one {O modificare nesalvată a fost recuperată} few {# modificări nesalvate au fost recuperate} other {# de modificări nesalvate au fost recuperate}} din jurnalul de siguranță.',
  'notice.settingsNotSaved': 'Setările nu au putut fi salvate și vor fi uitate la închidere.',
  'notice.problem': 'A apărut o problemă.',
} as const;
