/** Any problem as a sentence in the reader's language: what happened and how to mend it. */
import { useCallback } from 'react';
import { hostErrorCode } from '../../src-main/bridge/host-api';
import { isCivilDate } from '../domain/civil-date';
import { ProblemError, type Problem } from '../domain/problem';
import type { MessageValues, Translator } from '../i18n/translator';
import { createFormat, type Format } from './context/format';
import { useTranslator } from './context/language';

/** A cell's problem also has the cell's text, which its sentence quotes. */
export type TellableProblem = Problem & { readonly value?: string };

/** A cell's text quoted inside a sentence stays this short, in UTF-16 units. */
const LONGEST_QUOTE = 80;

const quoted = (text: string): string => (text.length <= LONGEST_QUOTE ? text : `${text.slice(0, LONGEST_QUOTE).trimEnd()}…`);

/** Data that is a number or a day as the code writes it; everything else is quoted as the person wrote it. */
const WRITTEN_BY_CODE: ReadonlySet<string> = new Set(['as', 'limit', 'sum', 'difference', 'weight', 'cap']);
const DECIMAL = /^-?\d+\.\d+$/;

const localised = (name: string, given: string, format: Format): string => {
  if (!WRITTEN_BY_CODE.has(name)) return quoted(given);
  if (isCivilDate(given)) return format.date(given);
  return DECIMAL.test(given) ? format.number(given) : quoted(given);
};

const valuesOf = ({ data, value }: TellableProblem, tag: string): MessageValues => {
  const format = createFormat(tag);
  const told = Object.entries(data).map(([name, given]) => [name, typeof given === 'string' ? localised(name, given, format) : given]);
  return { ...(value === undefined ? {} : { value: quoted(value) }), ...Object.fromEntries(told) };
};

/** A code no message knows, or data that a newer version left out, is told with the code instead of failing. */
export const problemSentence = ({ t, tCode, tag }: Translator, problem: TellableProblem): string => {
  const fallback = { code: problem.code };
  try {
    return tCode('problem', problem.code, 'problem.unknown', { ...valuesOf(problem, tag), ...fallback });
  } catch {
    return t('problem.unknown', fallback);
  }
};

/** `const tell = useProblemText(); tell(problem)`. */
export const useProblemText = (): ((problem: TellableProblem) => string) => {
  const translator = useTranslator();
  return useCallback((problem) => problemSentence(translator, problem), [translator]);
};

/**
 * The problem to tell of something thrown: an expected failure carries its own, a failure of the host its code, and a
 * defect its name, so that the person has something to report.
 */
export const problemOfThrown = (thrown: unknown): Problem => {
  if (thrown instanceof ProblemError) return thrown.problem;
  const isHost = thrown instanceof Error && thrown.message.includes('HOST:');
  const code = isHost ? hostErrorCode(thrown) : thrown instanceof Error ? thrown.name : 'unknown';
  return { severity: 'error', code, data: {} };
};
