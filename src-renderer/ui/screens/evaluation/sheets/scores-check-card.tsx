/** What a table of scores would bring, sheet by sheet, before anything of it is taken in. */
import type { ScoresCheck } from '../../../../app/rows-to-scores';
import { useT } from '../../../context/language';
import { SEVERITY_TONES } from '../../../context/severity-tone';
import { useWords } from '../../../context/words';
import { Card } from '../../../primitives/card';
import { Note } from '../../../primitives/note';
import { Table, Tbody, Td, Th, Thead, Tr } from '../../../primitives/table';

/** Of very many problems the first say enough. */
const PROBLEMS_SHOWN = 12;

export const ScoresCheckCard = ({ check }: { readonly check: ScoresCheck }) => {
  const t = useT();
  const words = useWords();
  const { sheets, problems } = check;
  return (
    <Card title={t('scores.check.title')} padding={problems.length === 0 ? 'flush' : 'normal'}>
      {sheets.length === 0 ? null : (
        <Table label={t('scores.check.title')} density="compact">
          <Thead><Tr><Th>{t('sheets.column.person')}</Th><Th numeric>{t('sheets.column.scores')}</Th><Th numeric>{t('scores.check.added')}</Th><Th numeric>{t('scores.check.changed')}</Th><Th numeric>{t('scores.check.missing')}</Th></Tr></Thead>
          <Tbody>
            {sheets.map(({ evaluator, handout, scores, added, changed, missing }) => (
              <Tr key={handout?.id ?? ''}><Th scope="row">{evaluator?.name ?? ''}</Th><Td numeric>{scores}</Td><Td numeric>{added}</Td><Td numeric>{changed}</Td><Td numeric>{missing}</Td></Tr>
            ))}
          </Tbody>
        </Table>
      )}
      {problems.slice(0, PROBLEMS_SHOWN).map((problem) => <Note key={`${problem.code} ${JSON.stringify(problem.data)}`} tone={SEVERITY_TONES[problem.severity]}>{words.problem(problem)}</Note>)}
      {problems.length > PROBLEMS_SHOWN ? <p className="quiet-text">{t('scores.check.more', { count: problems.length - PROBLEMS_SHOWN })}</p> : null}
    </Card>
  );
};
