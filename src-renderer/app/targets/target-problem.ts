/** What went wrong at a target, as a problem. */
import { hostErrorCode } from '../../../src-main/bridge/host-api';
import { ProblemError, type Problem } from '../../domain/problem';

/** Expected failures, of the host or our own. A defect is thrown on. */
export const targetProblem = (error: unknown): Problem => {
  if (error instanceof ProblemError) return error.problem;
  if (error instanceof Error && error.message.includes('HOST:')) return { severity: 'error', code: hostErrorCode(error), data: {} };
  throw error;
};

export const isHostError = (error: unknown, code: string): boolean => error instanceof Error && error.message.includes('HOST:') && hostErrorCode(error) === code;
