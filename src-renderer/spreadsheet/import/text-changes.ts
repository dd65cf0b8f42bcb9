/** What became of the characters of a text on its way in: every one that was dropped or changed is told. */
import type { ImportField } from '../../domain/ports/import-kinds';
import { TEXT_CHANGES, type TextChange, type TextChangeCount } from '../../domain/ports/sheet-import';
import { UNSEEN } from './cell-text';
import { placeName } from '../../domain/column-letter';

const EXAMPLES = 3;
const LONGEST_EXAMPLE = 120;

/** Each step as the readers take it, with the name of what it changes. */
const STEPS: readonly (readonly [TextChange, (text: string) => string])[] = [
  ['lineEnds', (text) => text.replace(/\r\n?/g, '\n')],
  ['composed', (text) => text.normalize('NFC')],
  ['unseen', (text) => text.replace(UNSEEN, '')],
  ['blanks', (text) => text.trim()],
];

/** How the text that is stored came from the one written; empty when they are the same. */
export const textChanges = (written: string, stored: string): readonly TextChange[] => {
  if (written === stored) return [];
  const changes: TextChange[] = [];
  let text = written;
  for (const [change, step] of STEPS) {
    const next = step(text);
    if (next !== text) changes.push(change);
    text = next;
  }
  if (text === stored) return changes;
  const line = text.replace(/\s+/g, ' ');
  if (line !== text) changes.push('spaces');
  return line === stored ? changes : [...changes, 'rewritten'];
};

/** One cell whose text comes in. */
export interface TakenText {
  readonly row: number;
  readonly field: ImportField;
  readonly column: number;
  readonly written: string;
  readonly stored: string;
}

/** Counts changes by column and kind, columns in sheet order. */
export const countChanges = (texts: Iterable<TakenText>): readonly TextChangeCount[] => {
  const counts = new Map<string, { first: TakenText; change: TextChange; count: number; examples: TextChangeCount['examples'][number][] }>();
  for (const text of texts) {
    for (const change of textChanges(text.written, text.stored)) {
      const key = `${text.column} ${change}`;
      const known = counts.get(key) ?? { first: text, change, count: 0, examples: [] };
      known.count += 1;
      if (known.examples.length < EXAMPLES) known.examples.push({ row: text.row, written: text.written.slice(0, LONGEST_EXAMPLE), stored: text.stored.slice(0, LONGEST_EXAMPLE) });
      counts.set(key, known);
    }
  }
  return [...counts.values()]
    .sort((left, right) => left.first.column - right.first.column || TEXT_CHANGES.indexOf(left.change) - TEXT_CHANGES.indexOf(right.change))
    .map(({ first, change, count, examples }) => ({ field: first.field, column: placeName(first.column), change, count, examples }));
};
