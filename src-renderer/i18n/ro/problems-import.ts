/** What is wrong with a table that is imported; the oldest of these sentences stand in `problems.ts`. */
export const problemsImport = {
  'problem.cell.totalDiffers': 'Valoarea „{value}” nu este cantitatea înmulțită cu prețul unitar, care ar fi {as}. Comparați cu documentul depus; rândul poate fi importat și așa.',
  'problem.cell.garbled': 'Textul „{value}” pare citit cândva cu alt set de litere (ºi, preþ): literele românești s-au stricat în fișier. Corectați-l aici; poate fi importat și așa.',
  'problem.row.changedInProject': 'Ofertantul are deja în proiect o ofertă pentru acest lot, cu prețul {as}; rândul spune {here}. Rândul este lăsat deoparte: dacă acesta este prețul bun, corectați oferta din proiect.',
  'problem.row.otherTable': 'Rândul este al altui tabel de pe aceeași foaie și este lăsat deoparte. Pentru celălalt tabel, alegeți-l la pasul „Foaie și antet” sau importați fișierul încă o dată.',
  'problem.row.perhapsTable': 'Rândul poate fi antetul altui tabel, care începe aici; este citit ca rând al tabelului de deasupra. Dacă este alt tabel, alegeți la pasul „Foaie și antet” pe care îl citiți.',
  'problem.source.missing': 'Fișierul „{fileName}” nu este pe acest calculator: a rămas pe cel pe care s-a făcut importul. Cereți-l de acolo.',
  'problem.source.sealed': 'Fișierul „{fileName}” cuprinde prețuri încă sigilate. Se poate scoate după deschiderea prețurilor tuturor loturilor.',
  'problem.map.notJson': 'Fișierul nu este o legătură de coloane salvată din Caiet: nu este JSON. Alegeți alt fișier.',
  'problem.map.shape': 'Fișierul nu este o legătură de coloane: lipsește „columns” sau are altă formă. Alegeți alt fișier.',
  'problem.map.sheet': 'Legătura este pentru foaia „{sheet}”, care nu există în acest fișier. Alegeți foaia și coloanele de mână.',
  'problem.map.column': 'Legătura numește coloana „{column}”, care nu există în acest tabel. Alegeți coloanele de mână.',
  'problem.map.field': 'Legătura numește câmpul „{field}”, necunoscut aici. Câmpuri: {known}.',
  'problem.cell.unknownName': '„{name}” nu este în proiect. Numele cunoscute sunt: {known}. Scrieți-l ca în proiect sau dați coloanei alt înțeles.',
  'problem.cell.notALevel': '„{value}” nu este o treaptă de la 0 la {max}. Scrieți un număr întreg de pe scara criteriului.',
  'problem.map.clash': 'Legătura dă coloanelor câmpurile „{field}” și „{other}”, care nu merg împreună: o coloană poartă un nume, sau numele și punctajul au coloane ale lor. Corectați fișierul sau alegeți coloanele de mână.',
  'problem.map.twice': 'Legătura dă câmpul „{field}” la două coloane. Corectați fișierul sau alegeți coloanele de mână.',
} as const;
