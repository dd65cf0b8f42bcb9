/** What the terminal door says on standard error, and its help. */
export const terminal = {
  'terminal.help': `Caiet în terminal: aceleași calcule și verificări ca în fereastră. Rezultatele sunt JSON la ieșirea standard, mesajele la ieșirea de erori.

  caiet new --demo [--finished] -o OUT       scrie proiectul demonstrativ sau o procedură încheiată ca pachet
  caiet validate FILE                        verifică un pachet
  caiet evaluate FILE [--project ID]         recalculează clasamentul
  caiet procedure FILE...                    spune unde stă valoarea față de praguri și ce achiziții similare sunt
  caiet verify FILE                          compară sumele de control, istoricul și rezultatele păstrate
  caiet merge BASE LOCAL INCOMING -o OUT     contopește două pachete plecate din același; conflictele rămân în OUT
               [--author NUME]
  caiet import WORKBOOK --as FEL             citește un tabel: bids (oferte), price-schedule (prețuri pe articole),
               needs (nevoi), requirements (cerințe), scores (punctaje), costs (costuri) sau cpv (nomenclator)
               [--map FILE] [--currency COD]
               [--into PACKAGE -o OUT [--project ID] [--author NUME]] pentru toate, în afară de cpv; scores: fișe întoarse
  caiet template FEL [FILE] -o OUT           scrie formularul de completat: bids, price-schedule, costs, needs sau
               [--project ID]                requirements, pentru proiectul unui pachet sau pentru oricare
  caiet template scores FILE -o FIȘA         dă o fișă de note, registru de calcul sau pachet; OUT o are în registru
               --evaluator NUME --register OUT [--project ID] [--author NUME]
  caiet export FILE --as xlsx [-o OUT]       scrie proiectul ca registru Excel
               [--project ID]
  caiet export FILE --as public [-o OUT]     scrie din proiect un pachet public, fără date personale sau confidențiale
               [--project ID] [--report-published]
  caiet export FILE --as ocds [-o OUT]       scrie date deschise OCDS 1.1.5, o publicare pentru fiecare eveniment
               [--project ID] [--report-published] [--ocid-prefix PREFIX]
               fără --report-published nu iese nicio ofertă și niciun preț
  verify, validate, evaluate, export, import --into: --passphrase-file FIȘIER pentru pachete criptate
  verify: --signed-by AMPRENTĂ cere semnătura acelei chei
  caiet law                                  scrie constantele și articolele de lege folosite, cu siguranța fiecăruia
  caiet schema                               scrie formatul pachetelor ca JSON Schema

Peste tot: --lang ro|en, --help. Coduri de ieșire: 0 în regulă, 1 s-au găsit probleme, 2 comandă greșită sau fișier care nu se poate citi.
Totul pe larg: docs/terminal.md`,
  'terminal.noCommand': 'Lipsește comanda. Scrieți „caiet --help” pentru lista lor.',
  'terminal.unknownCommand': 'Comanda „{command}” nu există în această versiune. Comenzi: {known}.',
  'terminal.unknownOption': 'Opțiunea {option} nu se potrivește la „{command}”. Scrieți „caiet --help” pentru cele cunoscute.',
  'terminal.missingValue': 'Opțiunea {option} are nevoie de o valoare, scrisă după ea.',
  'terminal.missingOption': 'Comanda „{command}” are nevoie de opțiunea {option}.',
  'terminal.missingFile': 'Comanda „{command}” are nevoie de un fișier.',
  'terminal.missingNamedFile': 'Comenzii „{command}” îi lipsește fișierul {name}. Se scrie: {command} BASE LOCAL INCOMING -o OUT.',
  'terminal.tooManyFiles': 'La comanda „{command}”, „{extra}” este în plus.',
  'terminal.badChoice': 'Valoarea „{value}” nu este cunoscută la {option} în această versiune. Se poate scrie: {known}.',
  'terminal.onlyDemo': 'Această versiune scrie numai proiectul demonstrativ: „caiet new --demo -o OUT”.',
  'terminal.missingKind': 'Comanda „{command}” cere felul formularului: {known}.',
  'terminal.whichEvaluator': '„{name}” nu este exact unul dintre evaluatori: {known}.',
  'terminal.noMapForSheets': 'O fișă de note întoarsă spune singură ce celulă este ce și este primită numai ca fișa care a fost dată; --map și --evaluator sunt pentru tabele de note.',
  'terminal.together': 'Opțiunile --into și -o merg numai împreună.',

  'terminal.notInto': 'Nomenclatorul este al calculatorului, nu al unui proiect: pentru „{kind}” scrieți comanda fără --into.',

  'terminal.notFound': 'Fișierul „{path}” nu există.',
  'terminal.notAFile': '„{path}” nu este un fișier.',
  'terminal.notAllowed': 'Nu există drept de acces la „{path}”.',
  'terminal.tooLarge': 'Fișierul „{path}” are {size} octeți, peste limita de {limit}.',
  'terminal.unreadable': 'Fișierul „{path}” nu se poate citi ({detail}).',
  'terminal.noFolder': 'Dosarul pentru „{path}” nu există.',
  'terminal.unwritable': 'Fișierul „{path}” nu se poate scrie ({detail}).',
  'terminal.ownSource': 'Publicația ar lua locul pachetului din care este făcută, „{path}”. Alegeți alt nume cu -o.',
  'terminal.noPassphrase': 'Fișierul „{path}” nu are nicio parolă pe primul rând.',
  'terminal.notSigned': 'Semnăturile pachetelor de intrare sunt bune, dar „{path}” nu este semnat: numai fereastra are cheia de semnare a calculatorului.',
  'terminal.otherSigner': 'Pachetul nu este semnat de cheia așteptată (amprenta lui: {fingerprint}).',
  'terminal.release': 'Publicare din {date}: {what}',
  'terminal.draftRelease': 'Publicare din {date}: apelul așa cum este acum; un export de mai târziu are în locul lui apelul înghețat',
  'terminal.exists': 'Fișierul „{path}” există deja. Alegeți alt nume cu -o.',

  'terminal.inFile': '„{path}”: {message}',
  'terminal.at': '{pointer}: {message}',
  'terminal.more': '{message} (și încă {count, plural, one {o problemă} few {# probleme} other {# de probleme}}; „caiet validate” le arată pe toate)',
  'terminal.noProjects': 'Pachetul „{path}” nu are niciun proiect.',
  'terminal.whichProject': 'Pachetul are mai multe proiecte. Alegeți unul cu --project: {known}.',
  'terminal.noSuchProject': 'Pachetul nu are proiectul „{id}”. Proiectele lui: {known}.',
  'terminal.badMap': 'Fișierul „{path}” nu descrie o legătură între coloane și câmpuri: {detail}.',
  'terminal.map.notJson': 'nu este JSON',
  'terminal.map.shape': 'se așteaptă un obiect cu „columns” și, dacă este nevoie, „sheet” și „headerRow”',
  'terminal.map.sheet': 'foaia „{sheet}” nu există în registru',
  'terminal.map.column': 'coloana „{column}” nu există în tabel',
  'terminal.map.field': 'câmpul „{field}” nu este cunoscut; câmpuri: {known}',
  'terminal.map.clash': 'câmpurile „{field}” și „{other}” nu merg împreună',
  'terminal.map.twice': 'câmpul „{field}” apare de două ori',
  'terminal.rowsLeftOut': '{count, plural, one {Un rând are erori și a rămas deoparte} few {# rânduri au erori și au rămas deoparte} other {# de rânduri au erori și au rămas deoparte}}; vedeți „problems”.',
  'terminal.tooManyBids': 'Proiectul ar avea {count} oferte, peste limita de {limit}.',
  'terminal.defect': 'Ceva neprevăzut a oprit comanda: {detail}',
} as const;
