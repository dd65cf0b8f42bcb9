/** With whom the project was exchanged, and how far they are known to have it. */
import { useMemo } from 'react';
import { useCaiet, useProject } from '../../context/caiet-context';
import { useFormat } from '../../context/format';
import { useT } from '../../context/language';
import { Card } from '../../primitives/card';
import { Table, Tbody, Td, Th, Thead, Tr } from '../../primitives/table';

export const ExchangeMarksCard = () => {
  const t = useT();
  const format = useFormat();
  const { exchange } = useCaiet();
  const project = useProject();
  // The history changes with the project, and only then.
  const marks = useMemo(() => (project === undefined ? [] : exchange.marks()), [exchange, project]);
  return (
    <Card title={t('merge.marks.title')} padding={marks.length === 0 ? 'normal' : 'flush'}>
      {marks.length === 0 ? <p className="soft">{t('merge.marks.empty')}</p> : (
        <Table label={t('merge.marks.title')}>
          <Thead><Tr><Th>{t('merge.marks.who')}</Th><Th>{t('merge.marks.when')}</Th><Th>{t('merge.marks.what')}</Th><Th numeric>{t('merge.marks.since')}</Th></Tr></Thead>
          <Tbody>
            {marks.map(({ deviceId, authority, at, kind, since }) => (
              <Tr key={deviceId}>
                <Th scope="row">{authority === '' ? t('merge.marks.unnamed') : authority}</Th>
                <Td>{format.instant(at)}</Td>
                <Td>{t(`merge.marks.${kind}`)}</Td>
                <Td numeric>{format.number(since)}</Td>
              </Tr>
            ))}
          </Tbody>
        </Table>
      )}
    </Card>
  );
};
