/** What both sides changed, before the merge: both values, and which of them the project shows until a person decides. */
import { valueAt } from '../../../domain/field-path';
import { equalJson } from '../../../domain/json-equal';
import type { MergeConflict } from '../../../domain/merge-conflict';
import type { Project } from '../../../domain/project';
import { useTranslator } from '../../context/language';
import { Table, Tbody, Td, Th, Thead, Tr } from '../../primitives/table';
import { placeOfPath } from './places';
import { ValuePair } from './value-pair';

const MEETINGS_SHOWN = 100;

export interface MeetingTableProps {
  readonly conflicts: readonly MergeConflict[];
  readonly here: Project;
  readonly merged: Project;
}

export const MeetingTable = ({ conflicts, here, merged }: MeetingTableProps) => {
  const translator = useTranslator();
  const { t } = translator;
  return (
    <div className="exchange-differences">
      <Table label={t('merge.plan.meeting')} density="compact">
        <Thead><Tr><Th>{t('merge.plan.meeting')}</Th><Th>{t('merge.plan.before')}</Th><Th>{t('exchange.import.there')}</Th><Th>{t('merge.plan.meanwhile')}</Th></Tr></Thead>
        <Tbody>
          {conflicts.slice(0, MEETINGS_SHOWN).map(({ id, kind, path, sides }) => {
            const mine = valueAt(here, path);
            const other = sides.find(({ value }) => !equalJson(value, mine))?.value;
            // Of a removed record the sides say only that one of them needs it.
            const theirs = kind !== 'removed' ? other : mine === undefined ? {} : undefined;
            return (
              <Tr key={id}>
                <Th scope="row">{placeOfPath(path, mine === undefined ? merged : here, translator)}</Th>
                <ValuePair path={path} before={mine} after={theirs} here={here} there={merged} />
                <Td>{t(equalJson(valueAt(merged, path), mine) ? 'merge.plan.meanwhile.here' : 'merge.plan.meanwhile.there')}</Td>
              </Tr>
            );
          })}
        </Tbody>
      </Table>
      {conflicts.length > MEETINGS_SHOWN ? <p className="faint">{t('exchange.import.moreDifferences', { count: conflicts.length - MEETINGS_SHOWN })}</p> : null}
    </div>
  );
};
