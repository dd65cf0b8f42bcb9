/** Needs of a demo with the requirements that answer them, made of what its words say. */
import type { Need } from '../need';
import type { IdSource } from '../ports/clock';
import { positionBetween } from '../position';
import type { Project } from '../project';
import type { Requirement } from '../requirement';
import type { Id, Position } from '../values';

/** `scoredBy`: the place of a criterion in the list that is given, from 0. */
export interface RequirementWords extends Pick<Requirement, 'code' | 'section' | 'text' | 'kind' | 'aspect' | 'verification'> {
  readonly scoredBy?: number;
}

export interface NeedWords extends Pick<Need, 'title' | 'problem' | 'affected' | 'desiredOutcome' | 'baseline' | 'target' | 'unit' | 'department' | 'source' | 'priority' | 'state'> {
  readonly answers: readonly RequirementWords[];
}

/** One place after the other. */
const places = (): (() => Position) => {
  let position: Position | null = null;
  return () => (position = positionBetween(position, null));
};

export const demoSpecification = (words: readonly NeedWords[], criterionIds: readonly Id[], ids: IdSource): Required<Pick<Project, 'needs' | 'requirements'>> => {
  const [needPlace, requirementPlace] = [places(), places()];
  const made = words.map(({ answers, ...need }) => {
    const id = ids.next();
    const requirements = answers.map(({ scoredBy, ...requirement }): Requirement => ({
      id: ids.next(), position: requirementPlace(), ...requirement, needId: id, criterionId: scoredBy === undefined ? null : criterionIds[scoredBy] ?? null, notes: '', importId: null,
    }));
    return { need: { id, position: needPlace(), ...need, notes: '', importId: null } satisfies Need, requirements };
  });
  return {
    needs: Object.fromEntries(made.map(({ need }) => [need.id, need])),
    requirements: Object.fromEntries(made.flatMap(({ requirements }) => requirements.map((each) => [each.id, each]))),
  };
};
