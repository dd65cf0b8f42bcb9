/** Puts each problem of a record beside the field it concerns. */
import type { Problem } from '../../domain/problem';

/** What a field says of its value: wrong, or allowed but doubtful. Spread on the field. */
export interface FieldRemark {
  readonly error?: string;
  readonly warning?: string;
}

/** By the field's path inside the record (`title`, `scale/max`); empty when there is nothing to say. */
export type FieldRemarks = (field: string) => FieldRemark;

/** One sentence in the reader's language. */
export type ProblemWords = (problem: Problem) => string;

const NOTHING: FieldRemark = {};

/** For a record nobody has had time to fill in. */
export const noRemarks: FieldRemarks = () => NOTHING;

/** Problems of one record, by field; `pointer` is the record's, such as `/lots/1`. The first problem of a field speaks. */
export const fieldRemarks = (problems: readonly Problem[], pointer: string, words: ProblemWords): FieldRemarks => {
  const byField = new Map<string, FieldRemark>();
  for (const problem of problems) {
    if (problem.severity === 'info' || !problem.pointer?.startsWith(`${pointer}/`)) continue;
    const field = problem.pointer.slice(pointer.length + 1);
    if (!byField.has(field)) byField.set(field, { [problem.severity]: words(problem) });
  }
  return (field) => byField.get(field) ?? NOTHING;
};
