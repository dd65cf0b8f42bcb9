/** The questions of the call with their answers, for everybody alike and without a trace of who asked; the errata below them. */
import type { Block } from '../domain/ports/document';
import { inOrder } from '../domain/position';
import { publicQuestions, answeredAlone } from '../domain/public-questions';
import { heading, letterhead, paragraph } from './common-blocks';
import { documentOf, type DocumentContext, type DocumentSource } from './document-context';

const questionBlocks = ({ project, words: { t }, format }: DocumentContext): Block[] =>
  publicQuestions(project).flatMap(({ number, question, answer, publishedOn, received }) => [
    heading(t('questions.named', { number })),
    paragraph({ text: question, weight: 'strong' }),
    paragraph(answer),
    ...(publishedOn === null ? [] : [paragraph({ text: t('questions.document.published', { date: format.date(publishedOn), count: received }), weight: 'quiet' })]),
  ]);

const errataBlocks = ({ project, words: { t }, format }: DocumentContext): Block[] => {
  const errata = inOrder(project.errata ?? {}).filter(({ what, publishedOn }) => what.trim() !== '' && publishedOn !== null);
  if (errata.length === 0) return [];
  return [heading(t('errata.title')), {
    kind: 'table', label: t('errata.title'),
    columns: [{ title: t('errata.column.number'), share: 1 }, { title: t('errata.what'), share: 5 }, { title: t('errata.publishedOn'), share: 2 }, { title: t('errata.deadlineAfter'), share: 2 }],
    rows: errata.map(({ what, publishedOn, deadlineAfter }, index) => [String(index + 1), what, publishedOn === null ? '' : format.date(publishedOn), deadlineAfter === null ? '' : format.date(deadlineAfter)]),
  }];
};

const compose = (context: DocumentContext) => {
  const title = context.words.t('questions.document.title');
  return documentOf(context, title, [letterhead(context), { kind: 'title', text: title }, ...questionBlocks(context), ...errataBlocks(context)]);
};

/** One document, as soon as there is an answer to publish. */
export const questionsDocuments: DocumentSource = (context) => {
  const { project, words: { t } } = context;
  const answered = publicQuestions(project).length;
  const waiting = answeredAlone(project).length - answered;
  if (answered === 0) return [];
  return [{
    id: 'questions', group: 'call', title: t('questions.document.title'), about: t('questions.document.about', { count: answered }),
    missing: waiting === 0 ? [] : [t('questions.document.missing', { count: waiting })], compose: () => compose(context),
  }];
};
