/** The criteria template's words in Romanian. */
import type { Rubric } from './rubric';

export const RUBRIC_RO: Rubric = {
  price: {
    name: 'Prețul ofertei',
    description: 'Prețul total fără TVA pentru întreaga durată a contractului. Oferta cu cel mai mic preț primește punctajul maxim; celelalte, proporțional.',
  },
  solution: {
    name: 'Calitatea soluției și a planului de punere în funcțiune',
    description: 'Cât de bine răspunde soluția cerințelor funcționale și cât de credibil este drumul până la folosirea ei zi de zi.',
    evidence: 'Descrierea soluției pentru fiecare cerință, graficul de implementare, echipa și planul de testare, cu trimitere la pagini.',
    anchors: [
      'Oferta nu arată cum sunt îndeplinite cerințele funcționale.',
      'Unele cerințe sunt tratate, dar cele importante rămân fără răspuns sau planul nu poate fi urmat.',
      'Cerințele importante sunt tratate, cu goluri; planul are etape, dar nu are responsabili sau termene.',
      'Toate cerințele sunt îndeplinite; planul are etape, termene și responsabili.',
      'Toate cerințele sunt îndeplinite și demonstrate; planul cuprinde testare cu utilizatorii și măsuri pentru riscurile principale.',
      'Cerințele sunt îndeplinite peste nivelul cerut, cu rezultate măsurate în condiții asemănătoare; planul este verificabil săptămână de săptămână.',
    ],
  },
  serviceChange: {
    name: 'Schimbarea serviciului pentru cetățeni',
    description: 'Cât de mult și pentru cine se îmbunătățește serviciul public față de situația de astăzi.',
    evidence: 'Indicatorul de serviciu cu valoarea de azi și valoarea promisă, numărul de oameni care simt schimbarea și modul de măsurare.',
    anchors: [
      'Nu se vede nicio schimbare pentru cetățeni.',
      'Serviciul rămâne același; se schimbă doar echipamentele sau modul intern de lucru.',
      'Serviciul se îmbunătățește puțin sau pentru puțini oameni, fără valori măsurate.',
      'Serviciul se îmbunătățește vizibil pentru cei mai mulți utilizatori, cu o țintă măsurabilă.',
      'Serviciul se schimbă clar în bine pentru toți, inclusiv pentru grupurile vulnerabile, cu valori de pornire și ținte.',
      'Serviciul devine altul: dispare o problemă pe care oamenii o aveau, iar rezultatul este dovedit prin măsurători și asumat prin contract.',
    ],
  },
  novelty: {
    name: 'Noutatea soluției',
    description: 'Cu cât trece soluția dincolo de ce se cumpără în mod obișnuit pentru aceeași nevoie.',
    evidence: 'Comparația cu soluțiile aflate pe piață, stadiul de maturitate și ce a fost dezvoltat sau adaptat pentru această nevoie.',
    anchors: [
      'Este produsul obișnuit, fără nimic nou.',
      'Are mici adaptări, fără efect asupra rezultatului.',
      'Îmbină elemente cunoscute într-un mod puțin folosit, cu un efect limitat.',
      'Aduce o îmbunătățire clară față de practica din administrațiile asemănătoare.',
      'Aduce un element nou, dovedit cel puțin în condiții de test, care rezolvă ceva ce piața nu rezolva.',
      'Deschide o cale nouă, dovedită în condiții reale, pe care și alte administrații o pot urma.',
    ],
  },
  scalability: {
    name: 'Extinderea la scară mai mare',
    description: 'Cât de ușor se extinde soluția la toată localitatea, la alte servicii sau la alte localități.',
    evidence: 'Limitele tehnice, costul fiecărei unități adăugate și drepturile de folosire de către alte autorități.',
    anchors: [
      'Soluția funcționează doar în proba propusă.',
      'Extinderea cere reluarea celei mai mari părți din lucrări.',
      'Extinderea este posibilă, dar costul și limitele ei nu sunt arătate.',
      'Extinderea la toată localitatea este descrisă, cu costul unitar.',
      'Extinderea la toată localitatea și la servicii noi este descrisă, cu costuri care scad odată cu numărul.',
      'Soluția a fost deja extinsă în altă parte sau are un plan complet, cu drepturi de folosire pentru alte localități.',
    ],
  },
  interoperability: {
    name: 'Interoperabilitate',
    description: 'Cât de liber pot fi folosite datele și componentele împreună cu alte sisteme, fără a depinde de un singur furnizor.',
    evidence: 'Standardele deschise folosite, interfețele documentate, formatele de export și condițiile de ieșire din contract.',
    anchors: [
      'Sistem închis; datele nu pot fi scoase.',
      'Datele se pot scoate doar de către furnizor, la cerere.',
      'Există exporturi, dar în formate proprii sau incomplete.',
      'Datele se exportă complet, în formate deschise; interfețele principale sunt documentate.',
      'Interfețe deschise și documentate pentru toate componentele, cu un exemplu de legare la alt sistem.',
      'Standarde deschise peste tot, legături demonstrate cu sisteme ale altor furnizori și un plan de ieșire fără costuri ascunse.',
    ],
  },
  sustainability: {
    name: 'Durabilitate',
    description: 'Efectele soluției asupra mediului și puterea administrației de a o întreține după încheierea contractului.',
    evidence: 'Consumul de energie și de materiale, durata de viață, posibilitatea de reparare și costul anual după garanție.',
    anchors: [
      'Nu se spune nimic despre efectele pe termen lung.',
      'Sunt doar afirmații generale, fără cifre.',
      'Există câteva cifre, dar costul sau efectele de după garanție lipsesc.',
      'Consumurile, durata de viață și costul anual de după garanție sunt date și credibile.',
      'Consumurile scad față de azi, componentele se pot repara, iar administrația poate face singură întreținerea curentă.',
      'Efectele sunt dovedite pe întregul ciclu de viață, iar economiile acoperă costul de întreținere.',
    ],
  },
  learning: {
    name: 'Învățarea organizației',
    description: 'Ce știe și ce poate face administrația după proiect și nu putea face înainte.',
    evidence: 'Planul de instruire, documentația predată, modul de lucru comun și felul în care se împărtășește experiența.',
    anchors: [
      'Administrația primește doar un produs.',
      'Se oferă o prezentare la predare.',
      'Se oferă instruire pentru operatori, fără documentație proprie.',
      'Se oferă instruire și documentație, astfel încât personalul folosește singur soluția.',
      'Personalul participă la configurare și la măsurarea rezultatelor și poate continua fără furnizor.',
      'Administrația rămâne cu un mod nou de lucru, documentat, pe care îl poate arăta și altor localități.',
    ],
  },
};
