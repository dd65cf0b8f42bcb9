/** Two states of a project side by side, place by place. */
import type { Project } from '../../../domain/project';
import { useTranslator } from '../../context/language';
import { Table, Tbody, Th, Thead, Tr } from '../../primitives/table';
import type { Difference } from './differences';
import { placeOfPath } from './places';
import { ValuePair } from './value-pair';

const DIFFERENCES_SHOWN = 100;

export interface DifferenceTableProps {
  readonly differences: readonly Difference[];
  readonly here: Project;
  readonly there: Project;
  readonly hereLabel: string;
  readonly thereLabel: string;
}

export const DifferenceTable = ({ differences, here, there, hereLabel, thereLabel }: DifferenceTableProps) => {
  const translator = useTranslator();
  const { t } = translator;
  const rest = differences.length - DIFFERENCES_SHOWN;
  return (
    <div className="exchange-differences">
      <Table label={t('exchange.import.differences')} density="compact">
        <Thead><Tr><Th>{t('exchange.import.field')}</Th><Th>{hereLabel}</Th><Th>{thereLabel}</Th></Tr></Thead>
        <Tbody>
          {differences.slice(0, DIFFERENCES_SHOWN).map(({ path, here: before, there: after }) => (
            <Tr key={path.join('/')}>
              <Th scope="row">{placeOfPath(path, after === undefined && path.length > 1 ? here : there, translator)}</Th>
              <ValuePair path={path} before={before} after={after} here={here} there={there} />
            </Tr>
          ))}
        </Tbody>
      </Table>
      {rest > 0 ? <p className="faint">{t('exchange.import.moreDifferences', { count: rest })}</p> : null}
    </div>
  );
};
