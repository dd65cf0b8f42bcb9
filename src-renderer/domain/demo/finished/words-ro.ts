/** The finished procedure in Romanian. */
import type { FinishedWords } from './words';

export const FINISHED_RO: FinishedWords = {
  title: 'Apă fără pierderi: avarii găsite înainte să se vadă',
  description:
    'Din apa pompată în oraș se pierde aproape jumătate, iar o avarie ascunsă este găsită în medie după 34 de zile. ' +
    'Ținta este găsirea avariei în cel mult 48 de ore și o pierdere sub 25 % în doi ani, măsurată zonă cu zonă. ' +
    'Procedură încheiată, cu date inventate: arată tot drumul, de la apelul înghețat la decizia blocată.',
  lot: {
    title: 'Senzori, detectarea avariilor și alertarea echipelor',
    description: 'Senzori de presiune și zgomot pe 64 km de conductă, un model care arată tronsonul cu avarie și alerte pentru echipele de intervenție. Cerință de rezultat: 8 din 10 avarii peste 0,5 l/s sunt arătate în 48 de ore, cu o abatere de cel mult 150 m.',
  },
  valueReason: 'Media a patru oferte de preț din consultarea pieței, din martie, și costul celor două proiecte asemănătoare cunoscute, fără opțiuni sau prelungiri.',
  chosenReason: 'Valoarea este sub pragul legii, cerințele de rezultat sunt cunoscute și nu se negociază; soluțiile de pe piață se adaptează rețelei.',
  needs: [
    {
      title: 'Avariile ascunse se găsesc după o lună',
      problem: 'O avarie care nu iese la suprafață este găsită în medie după 34 de zile, prin căutare pe teren. Până atunci se pierde apă plătită și tratată.',
      affected: 'Cei 21.000 de abonați, care plătesc apa pierdută, și echipele scoase noaptea din casă.',
      desiredOutcome: 'Avaria este arătată în cel mult 48 de ore, pe tronson.',
      baseline: '34', target: '2', unit: 'zile', department: 'Serviciul de apă și canal', source: 'department', priority: 'high', state: 'published',
      answers: [
        { code: 'C-1', section: '2 Detectare', text: 'Din zece avarii peste 0,5 l/s, cel puțin opt sunt arătate în 48 de ore, cu o abatere de cel mult 150 m.', kind: 'mandatory', aspect: 'functional', verification: 'Zece avarii simulate la hidranți, în trei zone.' },
        { code: 'C-2', section: '2 Detectare', text: 'Sistemul se extinde la satele aparținătoare fără alt server, la un preț pe punct spus în ofertă.', kind: 'desirable', aspect: 'scalability', verification: 'Prețul pe punct și limita de puncte, în ofertă.', scoredBy: 3 },
      ],
    },
    {
      title: 'Aproape jumătate din apa pompată se pierde',
      problem: 'Pierderea de 47 % se știe numai pe tot orașul, o dată pe an. Nu se vede în ce zonă merită săpat întâi.',
      affected: 'Orașul: energie, reactivi și apă de 1,9 milioane de lei pe an.',
      desiredOutcome: 'Pierderea se știe zilnic, pe zone, și ajunge sub un sfert în doi ani.',
      baseline: '47', target: '25', unit: '%', department: 'Serviciul de apă și canal', source: 'consultation', priority: 'high', state: 'published',
      answers: [
        { code: 'C-3', section: '3 Date', text: 'Valorile fiecărei zone sunt date deschise și ajung în dispeceratul existent printr-o interfață documentată.', kind: 'mandatory', aspect: 'interoperability', verification: 'Legarea la dispecerat, la recepție.', scoredBy: 4 },
        { code: 'C-4', section: '4 Durată', text: 'Sursele de energie ale senzorilor țin cel puțin cinci ani și se schimbă de echipa orașului.', kind: 'mandatory', aspect: 'sustainability', verification: 'Fișa tehnică și calculul autonomiei.', scoredBy: 5 },
      ],
    },
  ],
  knockOuts: [
    { title: 'Senzori cu protecție IP68', description: 'Căminele sunt inundate în fiecare primăvară; un senzor sub IP68 nu rezistă primului an.', evidence: 'Raport de încercare al unui laborator acreditat, pentru modelul ofertat.' },
    { title: 'Cel puțin o rețea de apă monitorizată în ultimii cinci ani', description: 'Punerea în funcțiune fără experiență pe o rețea vie ar opri apa în cartiere.', evidence: 'Document de recepție sau scrisoarea operatorului rețelei.' },
  ],
  shown: ['Raportul de încercare din anexa 2, pag. 3-6, pentru modelul ofertat.', 'Procesul-verbal de recepție din anexa 4, semnat de operatorul rețelei.'],
  rejection: {
    evidence: 'Fișa tehnică, pag. 8: senzor IP65. Raport de încercare nu există.',
    check: 'Fișa tehnică arată IP65, iar condiția este IP68; nicio altă filă a ofertei nu o dovedește.',
    reason: 'Senzorii oferiți au protecția IP65 (fișa tehnică, pag. 8), iar apelul cere IP68. Înlocuirea modelului după depunere ar schimba oferta.',
  },
  seen: {
    hidrosens: [
      'Planul are etape săptămânale, responsabili și o probă de 30 de zile pe zona Gării (pag. 11-19).',
      'Timpul de găsire scade de la 34 de zile la 31 de ore, valoare măsurată într-un pilot de opt luni și asumată prin contract (pag. 22).',
      'Modelul învață din zgomotul nopții și arată tronsonul, nu doar zona (pag. 25); în țară sunt două folosiri cunoscute.',
      'Extinderea la satele aparținătoare costă 2.180 lei pe punct, cu același server (pag. 28).',
      'Date în format deschis, interfață documentată și legare dovedită cu dispeceratul existent (anexa 5).',
      'Baterii de zece ani, schimbate de echipa orașului; cost anual după garanție de 31 de lei pe punct (pag. 33).',
      'Patru oameni ai orașului conduc singuri măsurarea după luna a șasea; manual în română (pag. 36).',
    ],
    limpede: [
      'Fiecare cerință este tratată, cu grafic și echipă (pag. 8-20); testarea este prevăzută numai în laborator.',
      'Găsire în 46 de ore, cu o țintă în contract, dar fără valori de pornire pentru zonele vechi (pag. 23).',
      'Corelare clasică a zgomotului, cu un modul nou de presiune (pag. 26).',
      'Se poate trece la toată rețeaua; costul pe punct rămâne același, 2.900 lei (pag. 30).',
      'Export complet în CSV; comenzile rămân în aplicația furnizorului (pag. 31).',
      'Piese de schimb zece ani și consum declarat pe model (pag. 34).',
      'Trei zile de instruire pentru operatori, la predare (pag. 37).',
    ],
    picatura: [
      'Cerințele sunt tratate, dar echipa de montaj nu este numită (pag. 9-14).',
      'Locuitorii văd pe hartă intervențiile, iar avaria se găsește în 40 de ore (pag. 17-18).',
      'Microfoane legate la o rețea de învățare nouă, cu un pilot de trei luni pe 6 km (pag. 20-22).',
      'Se poate extinde pe tronsoane, cu prețuri pe trepte (pag. 24).',
      'Interfețe deschise și un exemplu de legare la portalul de date al județului (anexa 3).',
      'Microfoanele se înlocuiesc la patru ani, iar costul este dat numai pentru primul schimb (pag. 27).',
      'Două zile de instruire și asistență trei luni, cu ghid în română (pag. 29).',
    ],
  },
  judged: {
    ilinca: { 2: 'Lipsurile cântăresc mai mult decât ce este promis.', 3: 'Este cât cere apelul, nu mai mult.', 4: 'Este peste ce cere apelul și se poate verifica.', 5: 'Este dovedit prin măsurători și asumat.' },
    tudor: { 2: 'Din teren văd că nu ajunge.', 3: 'Acoperă cerința, fără ceva în plus.', 4: 'Pentru echipa din teren înseamnă mult.', 5: 'Nu am văzut un rezultat mai bun pe o rețea ca a noastră.' },
    anca: { 2: 'Nu găsesc în ofertă dovada care ar susține mai mult.', 3: 'Îndeplinit, cu dovezi obișnuite.', 4: 'Dovezile sunt concrete și la locul lor.', 5: 'Dovada este completă, cu valori de pornire și de sfârșit.' },
  },
  moderation: {
    reason: 'Soluția este nouă în țară, dar pilotul de trei luni acoperă 6 km și o singură iarnă (pag. 20-22): nu se poate da treapta cea mai înaltă.',
    dissent: 'Un pilot de trei luni nu dovedește noutatea folositoare pe o rețea de 64 km; mențin treapta 2.',
  },
  sessions: {
    opening: 'S-au deschis patru oferte. Plicurile cu prețuri rămân sigilate până la blocarea notelor.',
    consensus: 'S-a discutat singura notă depărtată, Picătura Digitală la noutate. Nota comună este 4, cu două voturi pentru și o notă individuală.',
    final: 'După blocarea notelor s-au deschis prețurile, s-a făcut clasamentul și s-a propus atribuirea ofertei de pe primul loc.',
  },
  decision: 'Oferta are cel mai mare punctaj: scurtează timpul de găsire dovedit în pilot și lasă datele și priceperea la oraș, la un preț cu 8 % sub estimare.',
  phases: [
    { name: 'Zona-pilot', result: 'Senzorii lucrează pe 8 km de conductă, iar din trei avarii simulate la hidranți cel puțin două sunt arătate în 48 de ore.' },
    { name: 'Toată rețeaua', result: 'Senzorii lucrează pe toți cei 64 km; din zece avarii simulate, cel puțin opt sunt arătate în 48 de ore, cu o abatere de cel mult 150 m.' },
    { name: 'Predarea către echipele orașului', result: 'Dispecerii și echipele lucrează singuri o lună, iar datele se citesc de pe portalul deschis.' },
  ],
  piloted: {
    delivered: 'Senzori pe 8,2 km de conductă. Trei avarii simulate la hidranți, toate arătate în cel mult 31 de ore, cu abateri de 40, 65 și 120 m; proces-verbal de recepție a fazei.',
    remarks: 'Echipa de noapte a cerut ca alerta să vină și prin telefon. Se vede la faza următoare.',
  },
};
