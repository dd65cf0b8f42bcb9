/** The sheets of a template: the form, how to fill it in, and two hidden ones: the lists to choose from, and the mark. */
import type { TemplateKind, TemplateRequest } from '../../../domain/ports/template-request';
import { LONG_TEXT, SHORT_TEXT } from '../../../domain/texts';
import { columnLetter } from '../../../domain/column-letter';
import { markRows, TEMPLATE_SHEET, type TemplateMark } from '../../template-mark';
import type { CellRule } from '../xlsx-form';
import type { Cell, Sheet } from '../xlsx-sheet';
import type { CellStyle } from '../xlsx-styles';
import { text } from '../workbook-source';
import { CHOICE_LISTS, TEMPLATE_COLUMNS, type ChoiceList, type InputType, type TemplateColumn } from './template-columns';
import { inBoth, type TemplateKey, type TemplateWords } from './template-words';

const HEADER_ROW = 3;
/** Empty rows below what is filled in: enough for a register, few enough to print. */
const EMPTY_ROWS = 200;
const FEWEST_EMPTY_ROWS = 20;

const LISTS_SHEET = 'caiet-liste';
const MAX_AMOUNT_TEXT = '999999999999';
const MAX_WHOLE_TEXT = '100000';

const isList = (input: InputType): input is ChoiceList => Object.hasOwn(CHOICE_LISTS, input);

const inputStyle = (input: InputType, words: TemplateWords): CellStyle => {
  if (input === 'money') return 'inputMoney';
  if (input === 'decimal' || input === 'whole') return 'inputNumber';
  if (input === 'date') return words.own === 'ro' ? 'inputDateDotted' : 'inputDateIso';
  return 'inputText';
};

/** The two keys exist for every column of every kind; the compiler sees that in `TemplateKey`, not through the loop. */
const fieldKey = (what: 'heading' | 'help', kind: TemplateKind, { field }: TemplateColumn): TemplateKey => `templates.${what}.${kind}.${field}` as TemplateKey;

const ownWords = (words: TemplateWords) => words[words.own];

/** The lists, each in a column of its own, and where it lies. */
interface Lists {
  readonly columns: readonly (readonly string[])[];
  readonly placeOf: (input: InputType) => string | null;
}

const listsOf = (request: TemplateRequest, words: TemplateWords): Lists => {
  const { t } = ownWords(words);
  const inputs = [...new Set(TEMPLATE_COLUMNS[request.kind].map(({ input }) => input))];
  const named = inputs.flatMap((input): (readonly [InputType, readonly string[]])[] => {
    const ofProject = input === 'lot' ? request.lotNumbers : input === 'need' ? request.needTitles : null;
    if (ofProject !== null) return ofProject.length === 0 ? [] : [[input, ofProject]];
    return isList(input) ? [[input, CHOICE_LISTS[input].map((choice) => t(`templates.choice.${input}.${choice}` as TemplateKey))]] : [];
  });
  return {
    columns: named.map(([, choices]) => choices),
    placeOf: (input) => {
      const index = named.findIndex(([each]) => each === input);
      const letter = columnLetter(index);
      return index < 0 ? null : `'${LISTS_SHEET}'!$${letter}$1:$${letter}$${named[index]?.[1].length ?? 1}`;
    },
  };
};

const ruleOf = (column: TemplateColumn, range: string, kind: TemplateKind, lists: Lists, words: TemplateWords): CellRule => {
  const prompt = inBoth(words, fieldKey('help', kind, column), '\n');
  const refusal = (what: 'list' | 'decimal' | 'whole' | 'date' | 'text'): string => inBoth(words, `templates.refusal.${what}`, '\n');
  const choices = lists.placeOf(column.input);
  if (choices !== null) return { range, prompt, refusal: refusal('list'), accepts: { kind: 'list', choices } };
  const { input } = column;
  if (input === 'money' || input === 'decimal') return { range, prompt, refusal: refusal('decimal'), accepts: { kind: 'decimal', from: '0', to: MAX_AMOUNT_TEXT } };
  if (input === 'whole') return { range, prompt, refusal: refusal('whole'), accepts: { kind: 'whole', from: '0', to: MAX_WHOLE_TEXT } };
  if (input === 'date') return { range, prompt, refusal: refusal('date'), accepts: { kind: 'date' } };
  return { range, prompt, refusal: refusal('text'), accepts: { kind: 'textLength', to: input === 'prose' ? LONG_TEXT : SHORT_TEXT } };
};

const headingOf = (column: TemplateColumn, kind: TemplateKind, words: TemplateWords): string =>
  `${inBoth(words, fieldKey('heading', kind, column), '\n')}${column.required === true ? ' *' : ''}`;

const NUMBER = /^-?\d+(\.\d+)?$/;

const filledCell = (value: string | undefined, column: TemplateColumn, words: TemplateWords): Cell => {
  const style = inputStyle(column.input, words);
  const isNumber = (style === 'inputMoney' || style === 'inputNumber') && value !== undefined && NUMBER.test(value);
  const choices: readonly string[] = isList(column.input) ? CHOICE_LISTS[column.input] : [];
  // What stands in the form is a choice like those that can be chosen, in the same words.
  const shown = value !== undefined && choices.includes(value) ? ownWords(words).t(`templates.choice.${column.input}.${value}` as TemplateKey) : value;
  return isNumber ? { type: 'number', value, style } : text(shown ?? '', style);
};

/** The form: title, one line on how to go about it, headings, and room. */
const formSheet = (request: TemplateRequest, name: string, lists: Lists, words: TemplateWords): Sheet => {
  const { kind, filled } = request;
  const columns = TEMPLATE_COLUMNS[kind];
  const rowCount = HEADER_ROW + filled.length + Math.max(FEWEST_EMPTY_ROWS, EMPTY_ROWS - filled.length);
  const rows = Array.from({ length: rowCount - HEADER_ROW }, (_, index) => columns.map((column) => filledCell(filled[index]?.[column.field], column, words)));
  return {
    name,
    widths: columns.map(({ width }) => width),
    rows: [
      [text(`${inBoth(words, `templates.title.${kind}`, ' / ')}${request.projectTitle === '' ? '' : ` · ${request.projectTitle}`}`, 'title')],
      [text(inBoth(words, 'templates.rule.first', ' / '), 'section')],
      columns.map((column) => text(headingOf(column, kind, words), 'header')),
      ...rows,
    ],
    rowCount,
    frozenRows: HEADER_ROW,
    frozenColumns: 0,
    filtered: false,
    isForm: true,
    rules: columns.map((column, index) => ruleOf(column, `${columnLetter(index)}${HEADER_ROW + 1}:${columnLetter(index)}${rowCount}`, kind, lists, words)),
  };
};

const instructionsSheet = (kind: TemplateKind, words: TemplateWords): Sheet => {
  const [first, second] = words.own === 'ro' ? [words.ro, words.en] : [words.en, words.ro];
  const lines = (['rule.rows', 'rule.return'] as const).map((rule) => [text(inBoth(words, `templates.${rule}`, '\n'), 'body')]);
  const explained = TEMPLATE_COLUMNS[kind].map((column) => {
    const help = fieldKey('help', kind, column);
    return [text(headingOf(column, kind, words), 'strong'), text(first.t(help)), text(second.t(help))];
  });
  const rows: Cell[][] = [
    [text(inBoth(words, `templates.title.${kind}`, ' / '), 'title')],
    [text(first.t(`templates.intro.${kind}`), 'body'), text(second.t(`templates.intro.${kind}`), 'body')],
    ...lines,
    [text(inBoth(words, 'templates.required', ' / '), 'note')],
    [text(inBoth(words, 'templates.column.heading', ' / '), 'header'), text(first.t('templates.column.what'), 'header'), text(second.t('templates.column.what'), 'header')],
    ...explained,
  ];
  return { name: inBoth(words, 'templates.sheet.instructions', ' - '), widths: [50, 60, 60], rows, rowCount: rows.length, frozenRows: 0, frozenColumns: 0, filtered: false, isForm: true };
};

const listsSheet = ({ columns }: Lists): Sheet => {
  const rowCount = Math.max(1, ...columns.map(({ length }) => length));
  return {
    name: LISTS_SHEET, widths: columns.map(() => 20), rowCount, frozenRows: 0, frozenColumns: 0, filtered: false, state: 'veryHidden',
    rows: Array.from({ length: rowCount }, (_, row) => columns.map((choices) => (choices[row] === undefined ? null : text(choices[row])))),
  };
};

const markSheet = (mark: TemplateMark): Sheet => {
  const rows = markRows(mark).map((row) => row.map((value) => text(value)));
  return { name: TEMPLATE_SHEET, widths: [14, 60], rows, rowCount: rows.length, frozenRows: 0, frozenColumns: 0, filtered: false, state: 'veryHidden' };
};

/** Every sheet of the template, the form first. */
export const templateSheets = (request: TemplateRequest, words: TemplateWords): readonly Sheet[] => {
  const lists = listsOf(request, words);
  const name = ownWords(words).t(`templates.title.${request.kind}`);
  const mark: TemplateMark = {
    kind: request.kind, sheet: name, headerRow: HEADER_ROW, fields: TEMPLATE_COLUMNS[request.kind].map(({ field }) => field), projectId: request.projectId,
  };
  return [formSheet(request, name, lists, words), instructionsSheet(request.kind, words), ...(lists.columns.length === 0 ? [] : [listsSheet(lists)]), markSheet(mark)];
};
