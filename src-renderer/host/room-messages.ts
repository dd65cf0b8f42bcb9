/** What every worker says that is there for one piece of work, whatever the work is. */
import { ProblemError, type Problem } from '../domain/problem';
import { PackageShapeError } from '../exchange/decode-package';

export type RoomAnswer =
  | { readonly said: 'progress'; readonly fraction: number }
  /** `problems` when the shape is wrong in several places. */
  | { readonly said: 'problem'; readonly problems: readonly [Problem, ...Problem[]]; readonly isShape: boolean }
  | { readonly said: 'defect'; readonly message: string };

type Failure = Exclude<RoomAnswer, { readonly said: 'progress' }>;

/** Errors lose their fields on the way between threads, so a failure travels as what it says. */
export const failureOf = (error: unknown): Failure => {
  if (error instanceof PackageShapeError) return { said: 'problem', problems: error.problems, isShape: true };
  if (error instanceof ProblemError) return { said: 'problem', problems: [error.problem], isShape: false };
  return { said: 'defect', message: error instanceof Error ? error.message : String(error) };
};

/** The error a failure was. */
export const errorOf = (failure: Failure): Error => {
  if (failure.said === 'defect') return new Error(failure.message);
  return failure.isShape ? new PackageShapeError(failure.problems) : new ProblemError(failure.problems[0]);
};

/** Progress is told a hundred times at most: each time something is drawn anew. */
export const inPercent = (tell: (fraction: number) => void): ((fraction: number) => void) => {
  let told = -1;
  return (fraction) => {
    const percent = Math.floor(fraction * 100);
    if (percent <= told) return;
    told = percent;
    tell(fraction);
  };
};
