/** Words of the window's frame and of the controls every screen shares. */
export const app = {
  'app.name': 'Caiet',
  'app.windowTitle': '{page} · Caiet',
  'app.close': 'Închide',
  'app.cancel': 'Renunță',
  'app.stop': 'Oprește',
  'app.dismiss': 'Ascunde mesajul',
  'app.undo': 'Anulează',
  'app.chooseFile': 'Alegeți fișierul…',
  'app.fileUnreadable': 'Fișierul nu a putut fi citit. Verificați că nu este deschis în alt program și încercați din nou.',
  'app.helpAbout': 'Ajutor: {subject}',
  'app.field.notANumber': 'Nu este un număr. Scrieți, de exemplu, {example}.',
  'app.field.notWhole': 'Scrieți un număr întreg, fără zecimale.',
  'app.field.negative': 'Scrieți un număr mai mare sau egal cu zero.',
  'app.field.notMoney': '{digits, plural, =0 {Suma se scrie fără zecimale și cu cel mult 15 cifre.} one {Suma se scrie cu cel mult o zecimală și 15 cifre în total.} few {Suma se scrie cu cel mult # zecimale și 15 cifre în total.} other {Suma se scrie cu cel mult # de zecimale și 15 cifre în total.}}',
  'app.field.clearDate': 'Șterge data',
  'app.field.yearOutside': 'Anul trebuie să fie între 1900 și 2199.',
} as const;
