/** Bids that were not compared at all, each with the reason written down for it. */
import type { LotResult } from '../../../domain/evaluation/result';
import type { Project } from '../../../domain/project';
import { useT } from '../../context/language';
import { Card } from '../../primitives/card';
import { Pill } from '../../primitives/pill';
import { Table, Tbody, Td, Th, Thead, Tr } from '../../primitives/table';
import { bidderOf } from './ranking-rows';

export const ExcludedBids = ({ project, lot }: { readonly project: Project; readonly lot: LotResult }) => {
  const t = useT();
  if (lot.excluded.length === 0) return null;
  return (
    <Card title={t('evaluation.excluded')} aside={t('evaluation.excluded.aside')} padding="flush">
      <Table label={t('evaluation.excluded')}>
        <Thead><Tr><Th>{t('evaluation.bidder')}</Th><Th>{t('evaluation.excluded.status')}</Th><Th>{t('evaluation.excluded.reason')}</Th></Tr></Thead>
        <Tbody>
          {lot.excluded.map(({ bidId, status }) => {
            const reason = project.bids[bidId]?.statusReason.trim() ?? '';
            return (
              <Tr key={bidId} tone="muted">
                <Th scope="row">{bidderOf(project, bidId)}</Th>
                <Td><Pill>{t(`evaluation.status.${status}`)}</Pill></Td>
                <Td>{reason === '' ? <span className="quiet-text">{t('evaluation.excluded.noReason')}</span> : reason}</Td>
              </Tr>
            );
          })}
        </Tbody>
      </Table>
    </Card>
  );
};
