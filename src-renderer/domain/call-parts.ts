/** The parts a call is made of, one page each, and which of its problems belong to which. */
import type { Problem } from './problem';

export const CALL_PARTS = ['lots', 'procedure', 'criteria', 'timeline', 'questions'] as const;
export type CallPart = (typeof CALL_PARTS)[number];

/** Field of the project → the part of the call that shows it; fields not named here are shown with the lots. */
const PART_OF_FIELD: Readonly<Record<string, CallPart>> = {
  procedure: 'procedure',
  awardCriteria: 'criteria',
  callRules: 'criteria',
  knockOuts: 'criteria',
  freezes: 'criteria',
  milestones: 'timeline',
  clarifications: 'questions',
  errata: 'questions',
};

/** The part of the call where a problem can be mended. */
export const partOfProblem = ({ pointer }: Problem): CallPart => PART_OF_FIELD[pointer?.split('/')[1] ?? ''] ?? 'lots';
