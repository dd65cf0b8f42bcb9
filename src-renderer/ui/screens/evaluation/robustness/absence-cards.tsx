/** What would be different without one of the bids, or without one evaluator's scores. */
import { memo } from 'react';
import { Note } from '../../../primitives/note';
import { Card } from '../../../primitives/card';
import { Pill } from '../../../primitives/pill';
import { Table, Tbody, Td, Th, Thead, Tr } from '../../../primitives/table';
import { useT } from '../../../context/language';
import type { BidRemoval } from '../../../../domain/robustness/without-bid';
import { bidderOf } from '../ranking-rows';
import { useNames } from '../use-names';
import type { RobustnessParts } from './robustness-parts';

/** Pairs written out for one bid. */
const MOST_PAIRS = 8;

const Removal = ({ project, removal: { removed, firstPlaceChanges, changes, count } }: { readonly project: RobustnessParts['project']; readonly removal: BidRemoval }) => {
  const t = useT();
  const shown = changes.slice(0, MOST_PAIRS);
  return (
    <section className="bid-removal">
      <h3>{t('robustness.bids.without', { bidder: bidderOf(project, removed) })} {firstPlaceChanges && <Pill tone="warn">{t('robustness.bids.first')}</Pill>}</h3>
      <ul className="missing-list">
        {shown.map(({ ahead, behind, change }) => <li key={`${ahead} ${behind}`}>{t(`robustness.bids.${change}`, { ahead: bidderOf(project, ahead), behind: bidderOf(project, behind) })}</li>)}
        {count > shown.length && <li>{t('robustness.bids.more', { count: count - shown.length })}</li>}
      </ul>
    </section>
  );
};

export const BidsCard = memo(({ project, report: { withoutBid, unit } }: RobustnessParts) => {
  const t = useT();
  return (
    <Card title={t('robustness.bids')}>
      {withoutBid.length === 0 ? <p className="soft">{t(unit === 'points' ? 'robustness.bids.none' : 'robustness.bids.absolute')}</p> : (
        <div className="stack">
          <Note tone="warn" title={t('robustness.bids.warning')}>{t('robustness.bids.why')}</Note>
          {withoutBid.map((removal) => <Removal key={removal.removed} project={project} removal={removal} />)}
        </div>
      )}
    </Card>
  );
});

export const EvaluatorsCard = memo(({ project, report: { withoutEvaluator } }: RobustnessParts) => {
  const t = useT();
  const names = useNames();
  if (withoutEvaluator.length === 0) return null;
  return (
    <Card title={t('robustness.evaluators')} padding="flush">
      <Table label={t('robustness.evaluators')}>
        <Thead><Tr><Th>{t('robustness.evaluators.without')}</Th><Th>{t('robustness.evaluators.first')}</Th><Th>{t('robustness.evaluators.order')}</Th></Tr></Thead>
        <Tbody>
          {withoutEvaluator.map(({ removed, leaders, firstPlaceChanges, orderChanges }) => (
            <Tr key={removed}>
              <Th scope="row">{project.evaluators[removed]?.name}</Th>
              <Td><span className="ranking-bidder">{names(leaders.map((id) => bidderOf(project, id)))}{firstPlaceChanges && <Pill tone="warn">{t('robustness.outcome.changes')}</Pill>}</span></Td>
              <Td>{t(orderChanges ? 'robustness.order.changes' : 'robustness.order.same')}</Td>
            </Tr>
          ))}
        </Tbody>
      </Table>
    </Card>
  );
});
