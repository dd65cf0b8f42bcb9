/** Documents of the commission: the decision that appoints it, each member's declaration, the minutes of each session. */
import { inOrderOfNumber } from '../domain/admissibility/numbered';
import { CONFLICT_QUESTIONS } from '../domain/commission';
import type { SessionRecord } from '../domain/decision/session-record';
import { inOrder } from '../domain/position';
import type { Block, DocumentEntry, Signatory } from '../domain/ports/document';
import type { Evaluator } from '../domain/project';
import { dayOrGap, heading, letterhead, paragraph } from './common-blocks';
import { documentOf, type DocumentContext, type DocumentSource } from './document-context';

const nameOf = ({ words: { t } }: DocumentContext, { name }: Evaluator): string => (name.trim() === '' ? t('documents.gap.name') : name);

const roleOf = ({ words: { t } }: DocumentContext, { role }: Evaluator): string => t(`commission.document.role.${role ?? 'member'}`);

/** Everyone with a line to sign on; a chair without vote and experts sign too. */
export const commissionSignatures = (context: DocumentContext, people: readonly Evaluator[] = inOrder(context.project.evaluators)): Block =>
  ({ kind: 'signatures', people: people.map((person): Signatory => ({ role: roleOf(context, person), name: person.name })) });

const appointment = (context: DocumentContext): DocumentEntry => {
  const { words: { t }, project } = context;
  const title = t('commission.document.title');
  const people = inOrder(project.evaluators);
  return {
    id: 'commission', group: 'commission', title, about: '',
    missing: people.some(({ name }) => name.trim() === '') ? [t('commission.document.missing.names')] : [],
    compose: () => documentOf(context, title, [
      letterhead(context),
      { kind: 'lines', at: 'start', lines: [t('letters.number')] },
      { kind: 'title', text: title },
      paragraph(t('commission.document.text', { title: project.title })),
      {
        kind: 'table', label: title, columns: [{ title: t('commission.document.name'), share: 3 }, { title: t('commission.document.role'), share: 2 }, { title: t('commission.document.vote'), share: 1 }],
        rows: people.map((person) => [nameOf(context, person), roleOf(context, person), t(person.role !== 'expert' && person.votes !== false ? 'bids.choice.yes' : 'bids.choice.no')]),
      },
      paragraph(t('commission.document.duties')),
      { kind: 'signatures', people: [{ role: t('letters.head'), name: '' }] },
    ]),
  };
};

const declarationBlocks = (context: DocumentContext, { declaration }: Evaluator): Block[] => {
  const { words: { t } } = context;
  const answers = CONFLICT_QUESTIONS.map((question): readonly [string, string] =>
    [t(`commission.document.question.${question}`), t(declaration?.conflicts[question] === undefined ? 'documents.gap.text' : declaration.conflicts[question] === true ? 'bids.choice.yes' : 'bids.choice.no')]);
  return [
    { kind: 'facts', label: t('commission.document.conflicts'), rows: answers },
    ...((declaration?.note ?? '').trim() === '' ? [] : [paragraph(declaration?.note ?? '')]),
    paragraph(t('commission.document.signedOn', { date: dayOrGap(context, declaration?.signedOn ?? null) })),
  ];
};

const declaration = (context: DocumentContext, person: Evaluator): DocumentEntry => {
  const { words: { t }, project } = context;
  const title = t('commission.document.declaration');
  return {
    id: `declaration.${person.id}`, group: 'commission', title, about: person.name,
    missing: (person.declaration ?? null) === null ? [t('commission.document.missing.declaration')] : [],
    compose: () => documentOf(context, title, [
      letterhead(context),
      { kind: 'title', text: title },
      paragraph(t('commission.document.declares', { name: nameOf(context, person), role: roleOf(context, person), title: project.title })),
      { kind: 'list', ordered: false, items: [[t('commission.document.confidentiality')], [t('commission.document.impartiality')]] },
      ...declarationBlocks(context, person),
      { kind: 'signatures', people: [{ role: roleOf(context, person), name: person.name }] },
    ]),
  };
};

const minutes = (context: DocumentContext, session: SessionRecord): DocumentEntry => {
  const { words: { t }, format, project } = context;
  const title = t('commission.minutes.title', { number: session.id });
  const present = inOrder(project.evaluators).filter(({ id }) => session.present[id] === true);
  const absent = inOrder(project.evaluators).filter(({ id }) => session.present[id] !== true);
  const listed = (people: readonly Evaluator[]): Block => (people.length === 0 ? paragraph(t('commission.minutes.nobody')) : { kind: 'list', ordered: false, items: people.map((person) => [`${nameOf(context, person)}, ${roleOf(context, person)}`]) });
  return {
    id: `minutes.${session.id}`, group: 'commission', title, about: session.heldOn === null ? t(`sessions.kind.${session.kind}`) : `${t(`sessions.kind.${session.kind}`)}, ${format.date(session.heldOn)}`,
    missing: [
      ...(session.heldOn === null ? [t('commission.minutes.missing.day')] : []),
      ...(present.length === 0 ? [t('commission.minutes.missing.present')] : []),
      ...(session.decided.trim() === '' ? [t('commission.minutes.missing.decided')] : []),
    ],
    compose: () => documentOf(context, title, [
      letterhead(context),
      { kind: 'title', text: title },
      paragraph(t('commission.minutes.text', { kind: t(`sessions.kind.${session.kind}`), date: dayOrGap(context, session.heldOn) })),
      heading(t('sessions.present')),
      listed(present),
      ...(absent.length === 0 ? [] : [heading(t('commission.minutes.absent')), listed(absent)]),
      heading(t('sessions.decided')),
      paragraph(session.decided.trim() === '' ? t('documents.gap.text') : session.decided),
      commissionSignatures(context, present.length === 0 ? undefined : present),
    ]),
  };
};

/** As soon as there is a criterion to evaluate by. */
export const commissionDocuments: DocumentSource = (context) => (Object.keys(context.project.awardCriteria).length === 0 ? [] : [
  appointment(context),
  ...inOrder(context.project.evaluators).map((person) => declaration(context, person)),
  ...inOrderOfNumber(context.project.sessions).map((session) => minutes(context, session)),
]);
