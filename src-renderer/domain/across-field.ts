/**
 * Columns of a score matrix. Where criteria, evaluators or bidders stand across a table, a column of scores is a field of
 * its own that carries their name: `criterion:Impact` holds the scores for the criterion Impact.
 */

/** What of a score its column may say, instead of a cell in its row. */
export const ACROSS = ['criterion', 'evaluator', 'bidder'] as const;
export type Across = (typeof ACROSS)[number];

export type AcrossField = `${Across}:${string}`;
/** A column of reasons beside the scores that carry the same name: `reason:Impact`. */
export type ReasonField = `reason:${string}`;

export const acrossField = (across: Across, name: string): AcrossField => `${across}:${name.trim()}`;

export const reasonField = (name: string): ReasonField => `reason:${name.trim()}`;

/** The name whose scores a column of reasons is for; null for any other field. */
export const reasonOf = (field: string): string | null => {
  const name = field.replace(/^reason\s*:/, '').trim();
  return name === '' || !/^reason\s*:/.test(field) ? null : name;
};

/** What a project scores: whom, by whom and for what. */
interface Scored {
  readonly criteria: readonly { readonly name: string }[];
  readonly evaluators: readonly string[];
  readonly bidders: readonly string[];
}

/** The names that may stand across a table of scores. */
export const namesAcross = ({ criteria, evaluators, bidders }: Scored): Readonly<Record<Across, readonly string[]>> =>
  ({ criterion: [...new Set(criteria.map(({ name }) => name))], evaluator: evaluators, bidder: bidders });

/** What a field written by a person or in a file says of its column, `criterion: Impact`; null for a field that is none. */
export const acrossOf = (field: string): { readonly across: Across; readonly name: string } | null => {
  const mark = field.indexOf(':');
  const across = ACROSS.find((each) => each === field.slice(0, mark).trim());
  const name = field.slice(mark + 1).trim();
  return mark < 0 || across === undefined || name === '' ? null : { across, name };
};

/** Fields no table has both of: the same one twice; names across beside a column of scores, of those names, or of names of another sort; a reason for each score beside one for all. */
export const clash = (one: string, other: string): boolean => {
  if (one === other) return true;
  if (reasonOf(one) !== null || reasonOf(other) !== null) return one === 'justification' || other === 'justification';
  const [left, right] = [acrossOf(one), acrossOf(other)];
  if (left !== null && right !== null) return left.across !== right.across;
  const [across, plain] = left === null ? [right, one] : [left, other];
  return across !== null && (plain === 'score' || plain === across.across);
};
