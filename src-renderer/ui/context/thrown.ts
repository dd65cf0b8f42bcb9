/** What went wrong, told from what was thrown. */
import { hostErrorCode } from '../../../src-main/bridge/host-api';
import { ProblemError, type Problem } from '../../domain/problem';

/** An expected failure carries its own problem, a failure of the host its code; null for a defect. */
export const expectedProblem = (thrown: unknown): Problem | null => {
  if (thrown instanceof ProblemError) return thrown.problem;
  if (thrown instanceof Error && thrown.message.includes('HOST:')) return { severity: 'error', code: hostErrorCode(thrown), data: {} };
  return null;
};

/** For places that have one sentence to give: a defect is told by its name, so that the person has something to report. */
export const problemOfThrown = (thrown: unknown): Problem =>
  expectedProblem(thrown) ?? { severity: 'error', code: thrown instanceof Error ? thrown.name : 'unknown', data: {} };
