/** The CPV nomenclature of this computer: our selection, and the whole list once it was imported. */
import { useState } from 'react';
import { MAX_NOMENCLATURE_BYTES } from '../../../domain/cpv/nomenclature';
import { useCaiet } from '../../context/caiet-context';
import { useCpv } from '../../context/cpv';
import { useFormat } from '../../context/format';
import { useT } from '../../context/language';
import { problemOfThrown } from '../../context/thrown';
import { useWords } from '../../context/words';
import { Button } from '../../primitives/button';
import { Card } from '../../primitives/card';
import { FileDrop } from '../../primitives/file-drop';
import { Note } from '../../primitives/note';
import type { Problem } from '../../../domain/problem';

const ACCEPTED = ['.xml', '.gc', '.xlsx', '.xls', '.ods', '.csv'];

export const CpvCard = () => {
  const t = useT();
  const format = useFormat();
  const words = useWords();
  const { cpv } = useCaiet();
  const { list, nomenclature } = useCpv();
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isBusy, setBusy] = useState(false);
  const attempt = async (work: () => Promise<void>): Promise<void> => {
    setProblem(null);
    setBusy(true);
    try {
      await work();
    } catch (error) {
      setProblem(problemOfThrown(error));
    } finally {
      setBusy(false);
    }
  };
  const tooLarge = (_name: string, size: number): void => setProblem({ severity: 'error', code: 'nomenclature.tooLarge', data: { size, limit: MAX_NOMENCLATURE_BYTES } });
  return (
    <Card
      title={t('cpv.settings')}
      aside={nomenclature === null ? null : <Button isDisabled={isBusy} onPress={() => void attempt(() => cpv.forget())}>{t('cpv.settings.forget')}</Button>}
    >
      <p className="prose">{t('cpv.settings.explain')}</p>
      <p><output>
        {nomenclature === null
          ? t('cpv.settings.own', { count: list.entries.length })
          : t('cpv.settings.imported', { count: list.entries.length, file: nomenclature.fileName, date: format.date(nomenclature.importedOn) })}
      </output></p>
      {problem === null ? null : <Note tone="bad">{words.problem(problem)}</Note>}
      <FileDrop
        label={t('cpv.settings.drop')} accept={ACCEPTED} isDisabled={isBusy} maxBytes={MAX_NOMENCLATURE_BYTES} onTooLarge={tooLarge}
        onFile={(name, bytes) => void attempt(() => cpv.importFile(name, bytes))}
      />
    </Card>
  );
};
