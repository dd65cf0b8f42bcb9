/**
 * Decides which columns of a table of scores stand for a criterion, an evaluator or a bidder. A project's own names
 * decide; without a project, columns of small numbers whose headings mean nothing else are offered under their headings.
 */
import { ACROSS, acrossField, acrossOf, namesAcross, reasonField, type Across } from '../../domain/across-field';
import { decimal } from '../../domain/exact';
import { foldText } from '../../domain/fold-text';
import type { ImportField } from '../../domain/ports/import-kinds';
import type { ScoringFacts } from '../../domain/ports/sheet-import';
import { cellText } from './cell-text';
import { isBlank, readAmount } from './field-reading';
import type { CountNames } from './find-header';
import { DECIMAL } from './kinds/value-types';
import { meantName, nameIn } from './known-name';
import { likenessToOthers, recognise, type HeadingText } from './recognise-heading';
import type { Cell } from './sheet-source';

/** A column as far as it has been recognised. */
export interface ScoreColumn {
  readonly column: number;
  readonly text: HeadingText;
  readonly samples: readonly Cell[];
  readonly settled: { readonly field: ImportField; readonly confidence: number } | undefined;
}

export interface FieldClaim {
  readonly field: ImportField;
  readonly confidence: number;
}
export type FieldClaims = ReadonlyMap<number, FieldClaim>;

const NONE: FieldClaims = new Map();
/** No scale in use goes higher. */
const HIGHEST_SCORE = 100;
/** Less sure than a name of the project: the person is asked to look. */
const OFFERED = 0.75;
const TIE = 0.03;
/** A heading so like one that means nothing to us, `Total puncte`, is not offered. */
const LIKE_OTHERS = 0.7;
const SCORE_WORD = /^(?:punctaj(?:ul)?|puncte|nota|scor(?:ul)?|score|points)\s+(?:(?:pentru|la|for|on)\s+)?(?=\p{L})/iu;

const means = (text: string): ImportField | undefined =>
  Object.entries(recognise('scores', { text, upper: '', lower: '' })).filter(([, likelihood]) => likelihood >= 0.9).map(([field]) => field as ImportField)[0];

/** What of a heading may be a name; of two rows the lower one, unless it only says `Punctaj` or `(max. 5)`; null for a column of reasons. */
const nameText = ({ text, upper, lower }: HeadingText): string | null => {
  if (upper === '' || lower === '') return text;
  const below = means(lower);
  if (below === 'score' || nameIn(lower) === '') return upper;
  return below === undefined ? lower : null;
};

/** So many names of each sort are looked for where headings are; more stand across no table. */
const MOST_NAMES = 60;

/** How many headings of a row name something the project scores: of one sort, and at least two, for a row of values names one of each. */
export const countScored = (scoring: ScoringFacts | undefined): CountNames => {
  if (scoring === undefined) return () => 0;
  const names = namesAcross(scoring);
  const known = new Map<string, readonly Across[]>();
  const meant = (text: string): readonly Across[] => {
    const found = known.get(text) ?? ACROSS.filter((across) => meantName(text, names[across].slice(0, MOST_NAMES)) !== null);
    known.set(text, found);
    return found;
  };
  return (headings) => {
    const all = headings.flatMap((heading) => meant(nameText(heading) ?? ''));
    const most = Math.max(...ACROSS.map((across) => all.filter((each) => each === across).length));
    return most < 2 ? 0 : most;
  };
};

const filled = (samples: readonly Cell[]): readonly Cell[] => samples.filter((cell) => !isBlank(cell));

const isScore = (cell: Cell): boolean => {
  const amount = readAmount(cell, { mark: ',', order: null }).value?.amount;
  return amount !== undefined && !amount.startsWith('-') && decimal(amount).lte(HIGHEST_SCORE);
};

/** Two columns that claim the same name as much are left open. */
const withoutRivals = (claims: FieldClaims): FieldClaims =>
  new Map([...claims].filter(([column, { field, confidence }]) => ![...claims].some(([other, rival]) => other !== column && foldText(rival.field) === foldText(field) && rival.confidence > confidence - TIE)));

/** The columns whose headings name something of the project, for the dimension that most of them name. */
const byNames = (columns: readonly ScoreColumn[], scoring: ScoringFacts): FieldClaims => {
  const names = namesAcross(scoring);
  const claimsOf = (across: Across): FieldClaims => withoutRivals(new Map(columns.flatMap(({ column, text, samples, settled }) => {
    const written = nameText(text);
    const meant = written === null ? null : meantName(written, names[across]);
    const known = settled === undefined || settled.field === 'score' ? 0 : settled.confidence;
    const cells = filled(samples);
    const fits = cells.length === 0 || cells.filter(DECIMAL.suits).length * 2 >= cells.length;
    if (meant === null || meant.confidence <= known || (!fits && meant.confidence < 1)) return [];
    return [[column, { field: acrossField(across, meant.name), confidence: meant.confidence }] as const];
  })));
  return ACROSS.map(claimsOf).reduce((most, claims) => (claims.size > most.size ? claims : most), NONE);
};

/** What stands across where no project says so: criteria, unless they stand in a column of their own. */
const likelyAcross = (said: ReadonlySet<ImportField>): Across => (!said.has('criterion') ? 'criterion' : said.has('bidder') ? 'evaluator' : 'bidder');

const byNumbers = (columns: readonly ScoreColumn[], said: ReadonlySet<ImportField>): FieldClaims => {
  if (!ACROSS.some((field) => said.has(field))) return NONE;
  const across = likelyAcross(said);
  return withoutRivals(new Map(columns.flatMap(({ column, text, samples, settled }) => {
    const name = nameIn((nameText(text) ?? '').replace(SCORE_WORD, ''));
    const cells = filled(samples);
    const isOpen = (settled === undefined || (settled.field === 'score' && settled.confidence < 1)) && likenessToOthers('scores', text) < LIKE_OTHERS && means(name) === undefined;
    if (!isOpen || !/\p{L}/u.test(name) || cells.length === 0 || !cells.every(isScore)) return [];
    return [[column, { field: acrossField(across, name), confidence: OFFERED }] as const];
  })));
};

/** `Observații` too: its place beside the score says the rest. */
const isReason = (text: string): boolean => {
  const { justification = 0, ...others } = recognise('scores', { text, upper: '', lower: '' });
  return justification >= 0.5 && Object.values(others).every((likelihood) => likelihood < justification);
};

/** A column of reasons right beside each of several columns of scores; a single one may be about the whole row. */
export const matchReasons = (columns: readonly ScoreColumn[], across: FieldClaims): FieldClaims => {
  const found = columns.flatMap(({ column, text }, place) => {
    const beside = across.get(columns[place - 1]?.column ?? -1);
    const name = beside === undefined ? null : (acrossOf(beside.field)?.name ?? null);
    return name !== null && !across.has(column) && isReason(text.lower === '' ? text.text : text.lower) ? [[column, { field: reasonField(name), confidence: 0.9 }] as const] : [];
  });
  return new Map(found.length < 2 ? [] : found);
};

/** `lines`: what lines above the table say. None where a list of scores is read, one a row. */
export const matchAcross = (columns: readonly ScoreColumn[], lines: readonly ImportField[], scoring: ScoringFacts | undefined): FieldClaims => {
  const said = new Set([...columns.flatMap(({ settled }) => settled?.field ?? []), ...lines]);
  const isList = said.has('score') && ACROSS.every((field) => said.has(field) || (field === 'evaluator'));
  if (isList) return NONE;
  return scoring === undefined ? byNumbers(columns, said) : byNames(columns, scoring);
};

/** Columns that hold names of the project under whatever heading. */
export const matchByValues = (columns: readonly ScoreColumn[], across: FieldClaims, scoring: ScoringFacts | undefined): FieldClaims => {
  if (scoring === undefined) return NONE;
  const names = namesAcross(scoring);
  const taken = new Set([...columns.flatMap(({ settled }) => settled?.field ?? []), ...[...across.values()].map(({ field }) => acrossOf(field)?.across)]);
  const open = columns.filter(({ column, settled }) => settled === undefined && !across.has(column));
  return new Map(ACROSS.filter((field) => !taken.has(field)).flatMap((field) => {
    const known = new Set(names[field].map(foldText));
    const share = (samples: readonly Cell[]): number => samples.filter((cell) => known.has(foldText(cellText(cell)))).length / Math.max(1, samples.length);
    const [column, another] = open.filter(({ samples }) => share(filled(samples)) > 0.6);
    return column === undefined || another !== undefined ? [] : [[column.column, { field, confidence: 0.9 }] as const];
  }));
};
