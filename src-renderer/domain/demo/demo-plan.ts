/** The plan of the demo's call: procedure with its reasons, days counted from its deadline, three questions and an erratum. */
import { ROMANIAN_CALENDAR as CALENDAR } from '../calendar/romania';
import { addWorkingDays, workingDayFrom } from '../calendar/work-calendar';
import { addDays } from '../civil-date';
import type { Clarification } from '../clarification';
import type { Erratum } from '../erratum';
import type { IdSource } from '../ports/clock';
import { positionBetween } from '../position';
import type { Procedure } from '../procedure/procedure';
import type { Project } from '../project';
import { RO_2026 } from '../rule-packs';
import { callPlanOf } from '../timeline/call-plan';
import { proposeDates } from '../timeline/propose';
import type { CivilDate, Id } from '../values';

const DEMO_PROCEDURE: Procedure = {
  contractType: 'goods', buyerType: 'local', onlyConcept: false, market: 'toAdapt', trl: 8, research: false, meansKnown: true, intellectual: false, fixedBudget: false, electronic: true, exception: 'none',
  valueReason: 'Trei oferte de preț primite la consultarea pieței și două contracte ale unor comune vecine, aduse la prețurile de azi. Nu sunt opțiuni sau prelungiri.',
  chosen: 'competitiveNegotiation',
  chosenReason: 'Telegestiunea de pe piață trebuie adaptată rețelei existente și portalului de date deschise; cerințele minime sunt cunoscute și nu se negociază.',
};

/** CPV 2008: street-lighting equipment and lamps; sensors, and the database behind the open data. */
const DEMO_CODES: Readonly<Record<string, { readonly cpv: string; readonly additionalCpv: readonly string[] }>> = {
  1: { cpv: '34928500-3', additionalCpv: ['34928530-2', '48600000-4'] },
  2: { cpv: '35125100-7', additionalCpv: ['72320000-4'] },
};

type Words = Pick<Clarification, 'asker' | 'question' | 'publicQuestion' | 'answer'>;

const QUESTIONS: readonly Words[] = [
  {
    asker: 'Licurici Energie SRL', question: 'Noi producem console de 1,2 m. Le putem monta pe stâlpii din Poiana Nouă?',
    publicQuestion: 'Consolele corpurilor de iluminat pot avea altă lungime decât cele existente?',
    answer: 'Da, dacă rezultatul luminotehnic cerut este atins și stâlpul rezistă, dovedit prin calcul.',
  },
  { asker: 'Aurora Urban SA', question: 'Ce lungime trebuie să aibă consola?', publicQuestion: '', answer: '' },
  {
    asker: 'Meridian Lux Servicii SRL', question: 'În ce format vreți datele? Sistemul nostru are format propriu.',
    publicQuestion: 'În ce format se publică datele deschise?',
    answer: 'În cel puțin un format deschis, citibil automat, cu descrierea câmpurilor. Nu se cere un anumit produs.',
  },
];

const questionsOf = (ids: IdSource, receivedOn: CivilDate, publishedOn: CivilDate): Record<Id, Clarification> => {
  let position: string | null = null;
  let first: Id | null = null;
  const made = QUESTIONS.map((words): Clarification => {
    position = positionBetween(position, null);
    const id = ids.next();
    const isMerged = words.answer === '';
    first ??= id;
    return { id, position, receivedOn, ...words, publishedOn: isMerged ? null : publishedOn, mergedInto: isMerged ? first : null };
  });
  return Object.fromEntries(made.map((each) => [each.id, each]));
};

/** The deadline moved by a week and a half: more than the six days the law asks for. */
const MOVED_BY = 10;

const erratumOf = (id: Id, deadline: CivilDate): Erratum => ({
  id, position: positionBetween(null, null), effect: 'moreTime',
  what: 'La lotul 2, numărul senzorilor de calitate a aerului crește de la 30 la 40, iar portalul de date se actualizează cel puțin o dată pe oră.',
  reason: 'Consiliul local a inclus și strada școlii în zona măsurată.',
  publishedOn: addWorkingDays(CALENDAR, deadline, -12), deadlineBefore: addDays(deadline, -MOVED_BY), deadlineAfter: deadline,
});

/** `lastBid`: the day the last bid came in; the deadline was then or right after. */
export const withDemoPlan = (project: Project, ids: IdSource, lastBid: CivilDate): Project => {
  const chosen: Project = {
    ...project, procedure: DEMO_PROCEDURE,
    lots: Object.fromEntries(Object.entries(project.lots).map(([id, lot]) => {
      const codes = DEMO_CODES[lot.number];
      return [id, codes === undefined ? lot : { ...lot, cpv: codes.cpv, additionalCpv: [...codes.additionalCpv] }];
    })),
  };
  const deadline = workingDayFrom(CALENDAR, lastBid);
  const dates = proposeDates(callPlanOf(chosen, RO_2026), 'deadline', deadline) ?? { deadline };
  const answered = dates.answersUntil ?? deadline;
  const erratum = erratumOf(ids.next(), deadline);
  return {
    ...chosen,
    milestones: Object.fromEntries(Object.entries(dates).map(([id, date]) => [id, { id, date }])),
    clarifications: questionsOf(ids, dates.questionsUntil ?? answered, answered),
    errata: { [erratum.id]: erratum },
  };
};
