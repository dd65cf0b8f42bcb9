/** The questions everybody may read: rephrased, answered, merged where they ask the same, and without a trace of who asked. */
import type { Clarification } from './clarification';
import { inOrder } from './position';
import type { Project } from './project';
import type { CivilDate, Id } from './values';

export interface PublicQuestion {
  readonly id: Id;
  /** From 1, in the order of publication's list. */
  readonly number: number;
  readonly question: string;
  readonly answer: string;
  readonly publishedOn: CivilDate | null;
  /** How many received questions it answers. */
  readonly received: number;
}

const hasText = (text: string): boolean => text.trim() !== '';

/** The questions that are answered on their own, in order; one merged into another is answered there. */
export const answeredAlone = ({ clarifications = {} }: Pick<Project, 'clarifications'>): Clarification[] =>
  inOrder(clarifications).filter(({ mergedInto }) => mergedInto === null || !Object.hasOwn(clarifications, mergedInto));

/** Only what is worded for the public and answered; the numbers stay when a later question is still without an answer. */
export const publicQuestions = (project: Pick<Project, 'clarifications'>): readonly PublicQuestion[] => {
  const all = Object.values(project.clarifications ?? {});
  return answeredAlone(project).flatMap(({ id, publicQuestion, answer, publishedOn }, index): PublicQuestion[] =>
    (hasText(publicQuestion) && hasText(answer)
      ? [{ id, number: index + 1, question: publicQuestion.trim(), answer: answer.trim(), publishedOn, received: 1 + all.filter(({ mergedInto }) => mergedInto === id).length }]
      : []));
};
