/** Puts each problem of the call beside the field it concerns. */
import type { Problem } from '../../../domain/problem';

/** The sentence for a field, by its path inside the record (`title`, `scale/max`); undefined when nothing is wrong. */
export type FieldErrors = (field: string) => string | undefined;

/** One sentence in the reader's language. */
export type ProblemWords = (problem: Problem) => string;

/** For a record nobody has had time to fill in. */
export const noErrors: FieldErrors = () => undefined;

/** Problems of one record, by field. `pointer` is the record's, such as `/lots/1`. The first problem of a field speaks. */
export const fieldErrors = (problems: readonly Problem[], pointer: string, words: ProblemWords): FieldErrors => {
  const byField = new Map<string, string>();
  for (const problem of problems) {
    if (problem.severity === 'info' || !problem.pointer?.startsWith(`${pointer}/`)) continue;
    const field = problem.pointer.slice(pointer.length + 1);
    if (!byField.has(field)) byField.set(field, words(problem));
  }
  return (field) => byField.get(field);
};
