/** Headings known by heart, of whatever kind of table: what stands beside the table being imported need not be of its kind. */
import { readHeading } from './heading';
import { KINDS } from './kinds';
import { ROW_NUMBER_WORDS } from './kinds/headings';

let headings: ReadonlySet<string> | null = null;
const knownHeadings = (): ReadonlySet<string> => {
  headings ??= new Set([
    ...ROW_NUMBER_WORDS,
    ...Object.values(KINDS).flatMap(({ named, fields, others }) => [...others, ...named.flatMap((field) => fields[field]?.names ?? [])]),
  ]);
  return headings;
};

/** Units, currencies and remarks on VAT aside; to the letter. */
export const isKnownHeading = (text: string): boolean => {
  const { plain, bare } = readHeading(text);
  return knownHeadings().has(plain) || knownHeadings().has(bare);
};
