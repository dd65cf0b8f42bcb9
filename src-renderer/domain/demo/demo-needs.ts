/** The needs behind the demo's call: what its people complained of, and what was asked for because of it. */
import type { NeedWords } from './demo-specification';

/** Criteria by their place in the template: the solution 1, change of service 2, scalability 4, interoperability 5, sustainability 6, learning 7. */
export const DEMO_NEEDS: readonly NeedWords[] = [
  {
    title: 'Străzile stinse se repară în zile, nu în ore',
    problem: 'Un stâlp defect rămâne stins în medie 9 zile. Primăria află din telefoanele oamenilor, iar echipa pleacă fără să știe ce piesă îi trebuie.',
    affected: 'Locuitorii din Valea Luminii și Poiana Nouă, aproape 4.300 de oameni, mai ales copiii care merg la școală pe întuneric.',
    desiredOutcome: 'Defectul se știe fără să sune cineva, iar strada este luminată din nou în cel mult o zi.',
    baseline: '9', target: '1', unit: 'zile', department: 'Serviciul de gospodărire comunală', source: 'citizens', priority: 'high', state: 'published',
    answers: [
      { code: 'C-01', section: '3.1 Semnalarea defectelor', text: 'Sistemul semnalează singur un corp defect în cel mult 15 minute, cu locul pe hartă și felul defectului.', kind: 'mandatory', aspect: 'functional', verification: 'Probă pe 10 corpuri deconectate pe rând, înainte de recepție.' },
      { code: 'C-02', section: '3.1 Semnalarea defectelor', text: 'Defectul este reparat în cel mult 24 de ore de la semnalare, în orice zi; un termen mai scurt se punctează.', kind: 'mandatory', aspect: 'service', verification: 'Registrul intervențiilor, lunar, pe durata garanției.', scoredBy: 2 },
    ],
  },
  {
    title: 'Factura de energie crește de la an la an',
    problem: 'Cele 620 de corpuri cu sodiu ard la putere întreagă toată noaptea. Energia ia o cincime din cheltuielile de funcționare.',
    affected: 'Bugetul comunei; fiecare leu plătit pe energie lipsește de la drumuri.',
    desiredOutcome: 'Aceeași siguranță pe stradă cu cel mult 45 % din energia de astăzi.',
    baseline: '310', target: '140', unit: 'MWh pe an', department: 'Compartimentul financiar-contabil', source: 'department', priority: 'high', state: 'published',
    answers: [
      { code: 'C-03', section: '3.2 Corpuri', text: 'Consumul anual al rețelei scade cu cel puțin 55 % față de anul de referință, la nivelul de iluminare cerut de standard.', kind: 'mandatory', aspect: 'technical', verification: 'Calcul luminotehnic în ofertă; contor pe fiecare punct de aprindere, un an după recepție.' },
      { code: 'C-04', section: '3.2 Corpuri', text: 'Piesele care se uzează se pot schimba separat și se găsesc cel puțin 10 ani; ce se scoate se reciclează cu dovadă.', kind: 'desirable', aspect: 'sustainability', verification: 'Lista pieselor cu prețuri și angajamentul producătorului.', scoredBy: 6 },
    ],
  },
  {
    title: 'Datele despre străzi nu sunt ale nimănui',
    problem: 'Ce se știe despre trafic, zgomot și aer stă în fișiere ale firmelor care au măsurat odată. Școala și poliția locală cer aceleași date de două ori pe an.',
    affected: 'Școala, poliția locală, firmele de transport, oricine vrea să știe cum este aerul pe strada lui.',
    desiredOutcome: 'Datele fiecărei străzi sunt publice, actuale și se pot folosi fără să întrebi pe nimeni.',
    baseline: '0', target: '40', unit: 'puncte de măsură cu date deschise', department: 'Compartimentul informatică', source: 'workshop', priority: 'medium', state: 'published',
    answers: [
      { code: 'C-05', section: '4.1 Date', text: 'Datele se publică cel puțin o dată pe oră, în cel puțin un format deschis, citibil automat, cu descrierea câmpurilor.', kind: 'mandatory', aspect: 'interoperability', verification: 'Descărcarea datelor unei zile cu un program oarecare, la recepție.', scoredBy: 5 },
      { code: 'C-06', section: '4.2 Extindere', text: 'Se pot adăuga puncte de măsură și sate întregi fără schimbarea serverului, la un preț pe punct spus în ofertă.', kind: 'desirable', aspect: 'scalability', verification: 'Prețul pe punct și limita de puncte, în ofertă; adăugarea a două puncte, în probe.', scoredBy: 4 },
      { code: 'C-07', section: '4.3 Siguranța datelor', text: 'Comenzile către rețea se dau numai de persoane cu drept, fiecare comandă rămânând înregistrată.', kind: 'mandatory', aspect: 'security', verification: 'Demonstrație și raportul unei probe de pătrundere.' },
    ],
  },
  {
    title: 'Numai un om al primăriei știe să umble la rețea',
    problem: 'Electricianul comunei iese la pensie în doi ani. Fără el, orice reglaj înseamnă o comandă la o firmă din afară.',
    affected: 'Serviciul de gospodărire comunală, 3 oameni.',
    desiredOutcome: 'Oricine din serviciu poate regla și urmări rețeaua după o zi de învățat.',
    baseline: '1', target: '3', unit: 'oameni instruiți', department: 'Serviciul de gospodărire comunală', source: 'survey', priority: 'low', state: 'identified',
    answers: [],
  },
];
