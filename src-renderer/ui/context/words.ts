/** Sentences made of codes with data: problems, changes, notices. */
import { useMemo } from 'react';
import type { Notice } from '../../app/caiet';
import type { ChangeLabel } from '../../domain/change';
import type { Problem } from '../../domain/problem';
import type { Translator } from '../../i18n/translator';
import { problemSentence } from '../problem-text';
import { useTranslator } from './language';

export interface Words {
  readonly problem: (problem: Problem) => string;
  /** A short phrase without a full stop, for undo and the history. */
  readonly change: (label: ChangeLabel) => string;
  readonly notice: (notice: Notice) => string;
}

const changeWords = ({ tCode }: Translator, label: ChangeLabel): string => {
  const undone = label.data['of'];
  const values = typeof undone === 'string' ? { ...label.data, what: tCode('change', undone, 'change.other', label.data) } : label.data;
  return tCode('change', label.code, 'change.other', values);
};

export const createWords = (translator: Translator): Words => {
  const problem: Words['problem'] = (given) => problemSentence(translator, given);
  return {
    problem,
    change: (label) => changeWords(translator, label),
    notice: (notice) => (notice.problem === undefined ? translator.tCode('notice', notice.code, 'notice.problem', notice.data) : problem(notice.problem)),
  };
};

export const useWords = (): Words => {
  const translator = useTranslator();
  return useMemo(() => createWords(translator), [translator]);
};
