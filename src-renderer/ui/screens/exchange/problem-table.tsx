/** Problems of a package: how grave, where, what and how to mend. */
import type { Problem, Severity } from '../../../domain/problem';
import { useTranslator } from '../../context/language';
import { SEVERITY_TONES } from '../../context/severity-tone';
import { useWords } from '../../context/words';
import { LawText } from '../../primitives/law-mark';
import { Pill } from '../../primitives/pill';
import { Table, Tbody, Td, Th, Thead, Tr } from '../../primitives/table';
import { placeOfPointer, type NamedProject } from './places';

const GRAVITY: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

export const ProblemTable = ({ problems, projects }: { readonly problems: readonly Problem[]; readonly projects: readonly NamedProject[] }) => {
  const translator = useTranslator();
  const words = useWords();
  const { t } = translator;
  return (
    <Table label={t('exchange.import.problems')}>
      <Thead>
        <Tr>
          <Th>{t('exchange.import.where')}</Th>
          <Th>{t('exchange.import.what')}</Th>
          <Th><span className="visually-hidden">{t('exchange.import.severity.warning')}</span></Th>
        </Tr>
      </Thead>
      <Tbody>
        {problems.toSorted((left, right) => GRAVITY[left.severity] - GRAVITY[right.severity]).map((problem) => (
          <Tr key={`${problem.code} ${problem.pointer ?? ''} ${JSON.stringify(problem.data)}`}>
            <Td><span className="exchange-place">{placeOfPointer(problem.pointer, projects, translator)}</span></Td>
            <Td><LawText text={words.problem(problem)} /></Td>
            <Td><Pill tone={SEVERITY_TONES[problem.severity]}>{t(`exchange.import.severity.${problem.severity}`)}</Pill></Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
};
