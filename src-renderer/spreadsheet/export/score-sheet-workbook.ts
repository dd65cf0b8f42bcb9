/**
 * A score sheet as a workbook: instructions, the declaration and the scores, everything closed but the cells to fill
 * in, in both languages because nobody knows which one the evaluator reads. Two hidden sheets hold the choices and the
 * mark by which the workbook is recognised when it comes back.
 */
import { CONFLICT_QUESTIONS, type ConflictQuestion, type Declaration } from '../../domain/commission';
import { inOrder } from '../../domain/position';
import { qualityCriteria } from '../../domain/quality-criteria';
import { scoreSheetId, type Bid, type Evaluator, type Project, type QualityCriterion, type Score } from '../../domain/project';
import { LONG_TEXT } from '../../domain/texts';
import { columnLetter } from '../../domain/column-letter';
import { DECLARATION_CODES, MARK_FORMAT, MARK_ROW, MARK_SHEET, MARK_VERSION, SCORE_COLUMNS } from '../score-sheet-layout';
import { xlsxFile } from './xlsx-file';
import type { CellRule } from './xlsx-form';
import type { Cell, Sheet } from './xlsx-sheet';
import { number, text } from './workbook-source';

type Suffix =
  | `sheet.${'instructions' | 'declaration' | 'scores'}`
  | `instruction.${'1' | '2' | '3' | '4' | '5'}` | 'title' | 'for' | 'frozen' | 'bidders' | 'yes' | 'no' | 'cut'
  | `column.${'number' | 'evaluator' | 'lot' | 'bidder' | 'criterion' | 'scale' | 'score' | 'reason' | 'question' | 'answer' | 'code'}`
  | `question.${'signedOn' | 'confidentiality' | 'impartiality' | ConflictQuestion | 'note'}`
  | `prompt.${'score' | 'reason' | 'date' | 'yesNo'}` | `refusal.${'score' | 'reason' | 'date' | 'yesNo'}` | 'evidence';

export type ScoreSheetKey = `scoreSheet.${Suffix}`;
type Say = (key: ScoreSheetKey, values?: Readonly<Record<string, string | number>>) => string;

/** The words in both languages. */
export interface ScoreSheetLabels {
  readonly ro: Say;
  readonly en: Say;
}

const LISTS_SHEET = 'liste';
/** Longer scales are typed within their bounds instead of chosen from a list. */
const LONGEST_LIST = 20;

interface Row {
  readonly bid: Bid;
  readonly criterion: QualityCriterion;
  readonly score: Score | undefined;
}

interface Source {
  readonly sheet: Project;
  readonly evaluator: Evaluator;
  readonly rows: readonly Row[];
  /** Both languages in one line. */
  readonly both: Say;
  readonly labels: ScoreSheetLabels;
}

const compareText = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);

const bidsInOrder = (sheet: Project): Bid[] => {
  const lots = inOrder(sheet.lots).map(({ id }) => id);
  const name = (bid: Bid): string => sheet.bidders[bid.bidderId]?.name ?? '';
  return Object.values(sheet.bids).toSorted((left, right) => lots.indexOf(left.lotId) - lots.indexOf(right.lotId) || compareText(name(left), name(right)) || compareText(left.id, right.id));
};

const rowsOf = (sheet: Project, evaluator: Evaluator): Row[] => {
  return bidsInOrder(sheet).flatMap((bid) => qualityCriteria(sheet, bid.lotId).map((criterion) => ({ bid, criterion, score: sheet.scoreSheets[scoreSheetId(evaluator.id, bid.id)]?.scores[criterion.id] })));
};

const table = (name: string, widths: readonly number[], rows: readonly (readonly Cell[])[], extra: Partial<Sheet> = {}): Sheet =>
  ({ name, widths, rows, rowCount: rows.length, frozenRows: 0, frozenColumns: 0, filtered: false, ...extra });

const instructions = ({ sheet, evaluator, labels, both }: Source): Sheet => {
  const steps = (say: Say): (readonly Cell[])[] => (['1', '2', '3', '4', '5'] as const).map((step) => [text(`${step}. ${say(`scoreSheet.instruction.${step}`)}`)]);
  return table(both('scoreSheet.sheet.instructions'), [110], [
    [text(sheet.title, 'title')],
    [text(both('scoreSheet.for', { name: evaluator.name }), 'strong')],
    ...((sheet.assignment?.callHash ?? '') === '' ? [] : [[text(both('scoreSheet.frozen', { hash: sheet.assignment?.callHash ?? '' }))]]),
    [text(labels.ro('scoreSheet.title'), 'section')], ...steps(labels.ro),
    [text(labels.en('scoreSheet.title'), 'section')], ...steps(labels.en),
  ], { isForm: true });
};

const answerOf = ({ both }: Source, given: boolean | undefined): string => (given === undefined ? '' : both(given ? 'scoreSheet.yes' : 'scoreSheet.no'));

const yesNoRule = ({ both }: Source, range: string): CellRule => ({
  range, accepts: { kind: 'list', choices: `'${LISTS_SHEET}'!$A$1:$A$2` }, prompt: both('scoreSheet.prompt.yesNo'), refusal: both('scoreSheet.refusal.yesNo'),
});

const declarationSheet = (source: Source): Sheet => {
  const { sheet, evaluator, both } = source;
  const given: Declaration | null = evaluator.declaration ?? null;
  const bidders = [...new Set(Object.values(sheet.bids).map(({ bidderId }) => sheet.bidders[bidderId]?.name ?? ''))].toSorted(compareText).join('; ');
  const question = (code: keyof typeof DECLARATION_CODES, answer: Cell): readonly Cell[] => [text(DECLARATION_CODES[code]), text(both(`scoreSheet.question.${code}`)), answer];
  const signed: Cell = given === null ? text('', 'inputDateDotted') : { type: 'date', date: given.signedOn, style: 'inputDateDotted' };
  return table(both('scoreSheet.sheet.declaration'), [8, 80, 24], [
    [text(both('scoreSheet.column.code'), 'header'), text(both('scoreSheet.column.question'), 'header'), text(both('scoreSheet.column.answer'), 'header')],
    [text(''), text(both('scoreSheet.bidders', { bidders }), 'strong'), text('')],
    question('signedOn', signed),
    question('confidentiality', text(answerOf(source, given?.confidentiality), 'inputText')),
    question('impartiality', text(answerOf(source, given?.impartiality), 'inputText')),
    ...CONFLICT_QUESTIONS.map((conflict) => question(conflict, text(answerOf(source, given?.conflicts[conflict]), 'inputText'))),
    question('note', text(given?.note ?? '', 'inputText')),
  ], {
    isForm: true, frozenRows: 1,
    rules: [
      { range: 'C3', accepts: { kind: 'date' }, prompt: both('scoreSheet.prompt.date'), refusal: both('scoreSheet.refusal.date') },
      yesNoRule(source, 'C4:C8'),
    ],
  });
};

const scaleText = ({ both }: Source, { scale, evidence }: QualityCriterion): string => [
  ...Array.from({ length: scale.max + 1 }, (_, level) => scale.anchors[String(level)] === undefined ? [] : [`${level}: ${scale.anchors[String(level)] ?? ''}`]).flat(),
  ...(Object.keys(scale.anchors).length === 0 ? [`0–${scale.max}`] : []),
  ...(evidence.trim() === '' ? [] : [both('scoreSheet.evidence', { evidence })]),
].join('\n');

/** Runs of rows with the same scale, as cell ranges: the choices differ from scale to scale. */
const scaleRuns = (rows: readonly Row[]): { readonly max: number; readonly from: number; readonly to: number }[] => {
  const runs: { max: number; from: number; to: number }[] = [];
  rows.forEach(({ criterion: { scale: { max } } }, index) => {
    const last = runs.at(-1);
    if (last?.max === max) last.to = index;
    else runs.push({ max, from: index, to: index });
  });
  return runs;
};

const scoreRules = ({ rows, both }: Source, listOf: (max: number) => string): CellRule[] => {
  const column = columnLetter(SCORE_COLUMNS.score);
  const rules = scaleRuns(rows).map(({ max, from, to }): CellRule => ({
    range: `${column}${from + 2}:${column}${to + 2}`,
    accepts: max <= LONGEST_LIST ? { kind: 'list', choices: listOf(max) } : { kind: 'whole', from: '0', to: String(max) },
    prompt: both('scoreSheet.prompt.score', { max }), refusal: both('scoreSheet.refusal.score', { max }),
  }));
  const reason = columnLetter(SCORE_COLUMNS.reason);
  return rows.length === 0 ? [] : [...rules, {
    range: `${reason}2:${reason}${rows.length + 1}`, accepts: { kind: 'textLength', to: LONG_TEXT }, prompt: both('scoreSheet.prompt.reason'), refusal: both('scoreSheet.refusal.reason'),
  }];
};

const scoresSheet = (source: Source, listOf: (max: number) => string): Sheet => {
  const { sheet, evaluator, rows, both } = source;
  const columns = ['number', 'evaluator', 'lot', 'bidder', 'criterion', 'scale', 'score', 'reason'] as const;
  return table(both('scoreSheet.sheet.scores'), [6, 22, 8, 30, 30, 60, 9, 60], [
    columns.map((column) => text(both(`scoreSheet.column.${column}`), 'header')),
    ...rows.map(({ bid, criterion, score }, index): readonly Cell[] => [
      number(index + 1), text(evaluator.name), text(sheet.lots[bid.lotId]?.number ?? ''), text(sheet.bidders[bid.bidderId]?.name ?? '', 'strong'), text(criterion.name),
      text(scaleText(source, criterion)),
      score === undefined || score.value === null ? text('', 'inputNumber') : number(score.value, 'inputNumber'),
      text(score?.reason ?? '', 'inputText'),
    ]),
  ], { isForm: true, frozenRows: 1, frozenColumns: 5, rules: scoreRules(source, listOf) });
};

/** Yes and no in the first column, then the levels of each scale in a column of its own. */
const listsSheet = ({ rows, both }: Source): { readonly lists: Sheet; readonly listOf: (max: number) => string } => {
  const scales = [...new Set(rows.map(({ criterion }) => criterion.scale.max))].filter((max) => max <= LONGEST_LIST);
  const height = Math.max(2, ...scales.map((max) => max + 1));
  const cells = Array.from({ length: height }, (_, level): readonly Cell[] => [
    text(level === 0 ? both('scoreSheet.yes') : level === 1 ? both('scoreSheet.no') : ''),
    ...scales.map((max) => (level <= max ? number(level) : text(''))),
  ]);
  const listOf = (max: number): string => {
    const column = columnLetter(scales.indexOf(max) + 1);
    return `'${LISTS_SHEET}'!$${column}$1:$${column}$${max + 1}`;
  };
  return { lists: table(LISTS_SHEET, [12, ...scales.map(() => 6)], cells, { state: 'veryHidden' }), listOf };
};

const markSheet = ({ sheet, evaluator, rows, both }: Source): Sheet => {
  const pairs: readonly (readonly [string, string])[] = [
    ['format', MARK_FORMAT], ['version', MARK_VERSION], ['projectId', sheet.assignment?.projectId ?? ''], ['handoutId', sheet.id], ['evaluatorId', evaluator.id],
    ['callHash', sheet.assignment?.callHash ?? ''], ['scores', both('scoreSheet.sheet.scores')], ['declaration', both('scoreSheet.sheet.declaration')],
  ];
  return table(MARK_SHEET, [14, 70, 40, 40], [
    ...pairs.map(([key, value]) => [text(key), text(value)]),
    ...rows.map(({ bid, criterion }, index) => [text(MARK_ROW), text(String(index + 1)), text(bid.id), text(criterion.id)]),
  ], { state: 'veryHidden' });
};

/** Both languages in one line, in marks that suit the place: a sheet's name takes no slash, a heading is known by its first words. */
const inBoth = ({ ro, en }: ScoreSheetLabels): Say => (key, values) => {
  const [first, second] = [ro(key, values), en(key, values)];
  if (first === second) return first;
  if (key.startsWith('scoreSheet.sheet.')) return `${first} - ${second}`;
  return key.startsWith('scoreSheet.column.') ? `${first} (${second})` : `${first} / ${second}`;
};

/** The workbook's bytes; the same sheet gives the same bytes. `sheet` is a project with an assignment. */
export const writeScoreSheet = async (sheet: Project, labels: ScoreSheetLabels): Promise<Uint8Array> => {
  const evaluator = sheet.evaluators[sheet.assignment?.evaluatorId ?? ''];
  if (evaluator === undefined) throw new Error('a score sheet without its evaluator');
  const source: Source = { sheet, evaluator, rows: rowsOf(sheet, evaluator), both: inBoth(labels), labels };
  const { lists, listOf } = listsSheet(source);
  const sheets = [instructions(source), declarationSheet(source), scoresSheet(source, listOf), lists, markSheet(source)];
  return xlsxFile(sheets, { title: sheet.title, cutMark: labels.ro('scoreSheet.cut') });
};
