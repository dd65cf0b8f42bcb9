/** Saves the sheet as a workbook of its own with every problem in its place, to send back to whoever wrote it. */
import { FileDown } from 'lucide-react';
import { useState } from 'react';
import type { CellNote, CellProblem, ImportSession } from '../../../domain/ports/sheet-import';
import { useCaiet } from '../../context/caiet-context';
import { useT } from '../../context/language';
import { useWords } from '../../context/words';
import { Button } from '../../primitives/button';
import { useChangeText } from './text-changes';

export interface MarkedCopyButtonProps {
  readonly session: ImportSession;
  readonly problems: readonly CellProblem[];
}

/** So many sentences are made between two breaths of the window. */
const AT_ONCE = 250;
const breath = (): Promise<void> => new Promise((resolve) => { setTimeout(resolve); });

export const MarkedCopyButton = ({ session, problems }: MarkedCopyButtonProps) => {
  const t = useT();
  const words = useWords();
  const changeText = useChangeText();
  const { bids } = useCaiet();
  const [told, setTold] = useState('');
  const [isBusy, setBusy] = useState(false);

  const notesOf = async (): Promise<readonly CellNote[]> => {
    const notes: CellNote[] = [];
    for (const problem of problems) {
      const { row, column, severity, value } = problem;
      notes.push({ row, column, severity, value, text: words.problem(problem) });
      if (notes.length % AT_ONCE === 0) await breath();
    }
    for (const change of await session.textChanges()) {
      const { column, examples } = change;
      notes.push({ row: examples[0]?.row ?? 1, column, severity: 'info', value: examples[0]?.written ?? '', text: changeText(change), listed: true });
    }
    return notes;
  };

  const save = async (): Promise<void> => {
    setBusy(true);
    setTold('');
    const title = t('imports.copy.name', { file: session.info.fileName.replace(/\.[^.]*$/, '') });
    const heads = [t('imports.report.row'), t('imports.copy.column'), t('imports.report.value'), t('imports.report.why')] as const;
    try {
      const bytes = await session.markedCopy(await notesOf(), { title, notes: t('imports.copy.notes'), list: t('imports.copy.list'), heads, cutMark: t('workbook.cut') });
      const location = await bids.saveCopy(title, bytes);
      setTold(location === null ? '' : t('imports.copy.saved', { location }));
    } catch {
      setTold(t('imports.copy.failed'));
    }
    setBusy(false);
  };

  return (
    <span className="imports-copy">
      <output>{told}</output>
      <Button variant="quiet" icon={FileDown} isDisabled={isBusy} onPress={() => void save()}>{t('imports.copy.save')}</Button>
    </span>
  );
};
