/** What two texts share and where they differ, cut down to the changes and a few words around each. */
import { diffWordsWithSpace } from 'diff';

export interface TextPart {
  readonly kind: 'same' | 'added' | 'removed';
  readonly value: string;
}

/** Beyond this, in UTF-16 units of both together, the comparison would keep the window waiting. */
const LONGEST = 20_000;
/** A text up to this is read at a glance; it is shown whole. */
const SHORT = 160;
/** What is left of a shared passage on the side of a change. */
const AROUND = 48;
/** What is left of one change. */
const LONGEST_CHANGE = 240;
/** With less in common than this, marks would be all there is to see. */
const LEAST_SHARED = 0.3;

const head = (text: string, length: number): string => (text.length <= length ? text : `${text.slice(0, length).trimEnd()}…`);
const tail = (text: string, length: number): string => (text.length <= length ? text : `…${text.slice(-length).trimStart()}`);

const shared = (text: string, isFirst: boolean, isLast: boolean): string => {
  if (isFirst) return tail(text, AROUND);
  if (isLast) return head(text, AROUND);
  return text.length <= 2 * AROUND ? text : `${text.slice(0, AROUND).trimEnd()} … ${text.slice(-AROUND).trimStart()}`;
};

/** Undefined where the texts are better shown each by itself: short, too long to compare, or with little in common. */
export const changedParts = (before: string, after: string): readonly TextPart[] | undefined => {
  const longer = Math.max(before.length, after.length);
  if (longer <= SHORT || before.length + after.length > LONGEST) return undefined;
  const found = diffWordsWithSpace(before, after);
  const common = found.reduce((sum, { added, removed, value }) => (added || removed ? sum : sum + value.length), 0);
  if (common < LEAST_SHARED * longer) return undefined;
  return found.map(({ added, removed, value }, index): TextPart => {
    if (added) return { kind: 'added', value: head(value, LONGEST_CHANGE) };
    if (removed) return { kind: 'removed', value: head(value, LONGEST_CHANGE) };
    return { kind: 'same', value: shared(value, index === 0, index === found.length - 1) };
  });
};
