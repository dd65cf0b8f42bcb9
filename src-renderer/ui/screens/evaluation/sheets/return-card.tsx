/** A sheet that came back, looked at before anything of it is taken in. */
import type { ReturnCheck } from '../../../../domain/sheet-return';
import { useT } from '../../../context/language';
import { SEVERITY_TONES } from '../../../context/severity-tone';
import { useWords } from '../../../context/words';
import { Button } from '../../../primitives/button';
import { Card } from '../../../primitives/card';
import { Note } from '../../../primitives/note';

export interface ReturnCardProps {
  readonly check: ReturnCheck;
  readonly onTakeIn: () => void;
  readonly onCancel: () => void;
}

export const ReturnCard = ({ check, onTakeIn, onCancel }: ReturnCardProps) => {
  const t = useT();
  const words = useWords();
  const { evaluator, returned, problems, scores, added, changed, missing, next } = check;
  const refused = problems.some(({ severity }) => severity === 'error');
  return (
    <Card title={t('sheets.check.title')}>
      <div className="return-check">
        <p><b>{evaluator === null ? t('sheets.check.unknown', { file: returned.fileName }) : t('sheets.check.of', { name: evaluator.name, file: returned.fileName })}</b></p>
        {evaluator !== null && <p>{t('sheets.check.counts', { scores, added, changed, missing })}</p>}
        {refused && <Note tone="bad" live>{t('sheets.check.refused')}</Note>}
        {!refused && next === null && <Note live>{t('sheets.check.same')}</Note>}
        {problems.map((problem) => <Note key={`${problem.code} ${JSON.stringify(problem.data)}`} tone={SEVERITY_TONES[problem.severity]}>{words.problem(problem)}</Note>)}
        <div className="cluster">
          <Button onPress={onCancel}>{t(next === null ? 'consensus.close' : 'sheets.check.cancel')}</Button>
          {next !== null && <Button variant="primary" onPress={onTakeIn}>{t('sheets.check.confirm')}</Button>}
        </div>
      </div>
    </Card>
  );
};
