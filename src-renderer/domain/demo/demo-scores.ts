/** The demo's scores with their reasons, in the order of the template's quality criteria. */
import type { DemoBidderKey } from './demo-bids';
import type { DemoLot } from './demo-call';

/** A level of the scale and why; null where the evaluator has not come to a conclusion yet. */
export type DemoScore = readonly [level: string, reason: string] | null;

export interface DemoSheet {
  readonly bidder: DemoBidderKey;
  readonly lot: DemoLot;
  /** Solution, service change, novelty, scalability, interoperability, sustainability, learning. */
  readonly scores: readonly DemoScore[];
}

export const DEMO_SHEETS: readonly DemoSheet[] = [
  {
    bidder: 'felinar', lot: '1',
    scores: [
      ['4', 'Toate cerințele sunt tratate (pag. 12-31), iar graficul are testare cu electricianul comunei; riscul de livrare este acoperit prin stocul de rezervă.'],
      ['3', 'Defectul este anunțat în 15 minute și reparat în 24 de ore (pag. 34), dar nu se arată nimic pentru străzile fără trotuar.'],
      ['2', 'Telegestiunea este una obișnuită pe piață; singurul element mai rar este reglarea pe sectoare de stradă (pag. 40).'],
      ['3', 'Extinderea la cele două sate este descrisă cu un cost de 2.310 lei pe stâlp (pag. 44).'],
      ['3', 'Export complet în CSV și interfață documentată pentru consumuri (anexa 5); comenzile rămân în aplicația furnizorului.'],
      ['4', 'Consum cu 58 % mai mic față de azi și drivere care se schimbă separat de corp (pag. 47-49).'],
      ['2', 'Două zile de instruire pentru operatori; manualul este cel al producătorului, în limba engleză.'],
    ],
  },
  {
    bidder: 'licurici', lot: '1',
    scores: [
      ['4', 'Răspunde la fiecare cerință cu măsurători din laborator (anexa 2) și propune o probă de 30 de zile pe strada Școlii.'],
      ['4', 'Pe lângă cele 24 de ore, prevede lumină sporită la orele de ieșire din schimb și la trecerile de lângă școală (pag. 22), cu valori de pornire măsurate.'],
      ['3', 'Lumina care urmează pietonul este folosită în puține localități rurale; există o referință asemănătoare (pag. 27).'],
      ['4', 'Costul pe stâlp scade de la 2.480 la 2.150 lei peste 300 de stâlpi (pag. 30), iar controlerul primește și alți senzori.'],
      ['4', 'Interfețe deschise pentru toate componentele și un exemplu de legare la dispeceratul județean (anexa 6).'],
      ['4', 'Corpuri reparabile fără scule speciale, garanție de 84 de luni și cost anual de 41 lei pe stâlp după garanție (pag. 33).'],
      ['3', 'Instruire pentru trei angajați și manual în limba română; măsurarea rezultatelor rămâne la furnizor.'],
    ],
  },
  {
    bidder: 'senzorium', lot: '1',
    scores: [
      ['4', 'Toate cerințele sunt demonstrate pe un pilot cu 48 de stâlpi (anexa 3); lipsește doar detalierea lucrărilor pe drumul județean.'],
      ['5', 'Timpul de reparare din pilot a scăzut de la 8 zile la 11 ore, măsurat timp de șase luni, iar valoarea este asumată prin contract (pag. 19-21).'],
      ['4', 'Prezice defectul din curba de consum, dovedit în pilot; soluțiile obișnuite îl anunță după ce a apărut (pag. 24).'],
      ['4', 'Extindere descrisă pentru toată comuna și pentru încă două servicii, cu costuri care scad (pag. 29).'],
      ['5', 'Standarde deschise la toate nivelurile, legătură demonstrată cu două sisteme ale altor furnizori și plan de ieșire fără costuri (anexa 4).'],
      ['3', 'Consum cu 56 % mai mic și cost după garanție dat, dar modulul radio nu se repară, se înlocuiește (pag. 36).'],
      ['4', 'Doi angajați participă la configurare și la raportul lunar; după șase luni pot continua singuri (pag. 38).'],
    ],
  },
  {
    bidder: 'valahia', lot: '1',
    scores: [
      ['2', 'Cerințele de semnalare a defectelor sunt preluate din caietul de sarcini fără a arăta cum; graficul nu are responsabili (pag. 9).'],
      ['2', 'Promite străzi mai luminate, fără valori de pornire și fără termen de reparare măsurat.'],
      ['1', 'Înlocuire de corpuri cu un ceas astronomic; nu se vede un element nou (pag. 11).'],
      ['2', 'Arată că se pot adăuga stâlpi, dar fără cost unitar și fără limita concentratorului.'],
      ['2', 'Export lunar într-un format propriu; interfața se oferă contra cost (pag. 14).'],
      ['3', 'Consumul și durata de viață sunt date; costul anual după cele 36 de luni de garanție este credibil (pag. 16).'],
      ['1', 'Se oferă o prezentare de două ore la predare.'],
    ],
  },
  {
    bidder: 'licurici', lot: '2',
    scores: [
      ['3', 'Cerințele sunt îndeplinite, cu plan și responsabili (pag. 8-15); testarea cu utilizatorii nu este prevăzută.'],
      ['4', 'Harta zgomotului și avertizarea pentru zilele cu aer poluat ajung și la dispensar și la școală (pag. 17), cu ținte.'],
      ['3', 'Senzori cunoscuți, dar calibrați împreună cu agenția de mediu, ceea ce puține comune fac (pag. 19).'],
      ['4', 'Se poate trece de la 40 la 200 de stâlpi cu același portal; costul pe senzor scade cu 18 % (pag. 21).'],
      ['4', 'Date deschise cu licență, interfață documentată și exemplu de folosire într-o aplicație externă (anexa 2).'],
      ['4', 'Baterii care țin cinci ani și se schimbă de personalul comunei; consum măsurat (pag. 24).'],
      null,
    ],
  },
  {
    bidder: 'senzorium', lot: '2',
    scores: [
      ['4', 'Toate cerințele sunt demonstrate în portalul de probă, cu testare împreună cu locuitorii (anexa 3).'],
      ['4', 'Locuitorii pot urmări propria stradă și pot semnala o problemă; ținta este de 400 de utilizatori pe lună (pag. 16).'],
      ['4', 'Leagă traficul de reglarea luminii, dovedit în pilot timp de trei luni (pag. 18).'],
      ['4', 'Portalul primește alte localități fără costuri de licență; costul găzduirii este dat pe trepte (pag. 22).'],
      ['5', 'Formate și interfețe standard, catalog de date legat la portalul național și cod sursă predat (anexa 5).'],
      ['3', 'Costul anual după garanție este dat; senzorii de aer se înlocuiesc la trei ani (pag. 25).'],
      ['4', 'Personalul publică singur seturi noi de date după instruire; ghid în limba română (pag. 27).'],
    ],
  },
  {
    bidder: 'valahia', lot: '2',
    scores: [
      ['3', 'Cerințele sunt îndeplinite cu produse din catalog; planul are etape și termene (pag. 7).'],
      ['3', 'Date publice pe oră pentru toate cele 40 de puncte, cu o țintă de disponibilitate de 98 % (pag. 10).'],
      ['2', 'Îmbină produse cunoscute; nu se arată un efect care nu ar fi existat altfel.'],
      ['3', 'Extinderea la toată comuna este descrisă, cu preț pe punct (pag. 12).'],
      ['3', 'Export complet în CSV și JSON; interfața pentru comenzi nu este documentată (pag. 13).'],
      ['3', 'Consumul și costul anual sunt date și credibile; repararea se face la furnizor (pag. 15).'],
      ['2', 'O zi de instruire pentru operatori, fără documentație proprie.'],
    ],
  },
];
