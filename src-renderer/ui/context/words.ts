/** Sentences made of codes with data: problems, changes, notices. The only place where a code becomes words. */
import type { Notice } from '../../app/caiet';
import type { ChangeLabel } from '../../domain/change';
import { isCivilDate } from '../../domain/civil-date';
import type { Problem } from '../../domain/problem';
import type { MessageValues, Translator } from '../../i18n/translator';
import { formatOf, type Format } from './format';
import { useTranslator } from './language';

/** A cell's problem also has the cell's text, which its sentence quotes. */
export type TellableProblem = Problem & { readonly value?: string };

export interface Words {
  /** What happened and how to mend it. A code no message knows is told with the code. */
  readonly problem: (problem: TellableProblem) => string;
  /** A short phrase without a full stop, for undo and the history. */
  readonly change: (label: ChangeLabel) => string;
  readonly notice: (notice: Notice) => string;
}

/** A cell's text quoted inside a sentence stays this short, in UTF-16 units. */
const LONGEST_QUOTE = 80;

const quoted = (text: string): string => (text.length <= LONGEST_QUOTE ? text : `${text.slice(0, LONGEST_QUOTE).trimEnd()}…`);

/** Data that is a number or a day as the code writes it; everything else is quoted as the person wrote it. */
const WRITTEN_BY_CODE: ReadonlySet<string> = new Set(['as', 'here', 'limit', 'sum', 'difference', 'weight', 'cap', 'day', 'date', 'earliest', 'latest', 'estimate', 'total', 'caps', 'budget']);
const DECIMAL = /^-?\d+\.\d+$/;

const localised = (name: string, given: string, format: Format): string => {
  if (!WRITTEN_BY_CODE.has(name)) return quoted(given);
  if (isCivilDate(given)) return format.date(given);
  return DECIMAL.test(given) ? format.number(given) : quoted(given);
};

const valuesOf = ({ data, value }: TellableProblem, format: Format): MessageValues => {
  const told = Object.entries(data).map(([name, given]) => [name, typeof given === 'string' ? localised(name, given, format) : given]);
  return { ...(value === undefined ? {} : { value: quoted(value) }), ...Object.fromEntries(told) };
};

/** Data that a newer version left out must not fail the sentence either. */
const problemWords = ({ t, tCode }: Translator, format: Format, problem: TellableProblem): string => {
  const fallback = { code: problem.code };
  try {
    return tCode('problem', problem.code, 'problem.unknown', { ...valuesOf(problem, format), ...fallback });
  } catch {
    return t('problem.unknown', fallback);
  }
};

const changeWords = ({ tCode }: Translator, label: ChangeLabel): string => {
  const undone = label.data['of'];
  const values = typeof undone === 'string' ? { ...label.data, what: tCode('change', undone, 'change.other', label.data) } : label.data;
  return tCode('change', label.code, 'change.other', values);
};

export const createWords = (translator: Translator): Words => {
  const format = formatOf(translator.tag);
  const problem: Words['problem'] = (given) => problemWords(translator, format, given);
  return {
    problem,
    change: (label) => changeWords(translator, label),
    notice: (notice) => (notice.problem === undefined ? translator.tCode('notice', notice.code, 'notice.problem', notice.data) : problem(notice.problem)),
  };
};

/** Made once for all cells of a table that want them. */
const made = new WeakMap<Translator, Words>();

/** `const words = useWords(); words.problem(problem)`. */
export const useWords = (): Words => {
  const translator = useTranslator();
  const known = made.get(translator);
  if (known !== undefined) return known;
  const words = createWords(translator);
  made.set(translator, words);
  return words;
};
