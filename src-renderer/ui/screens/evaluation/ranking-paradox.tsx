/** The ranking paradox where the ranking is read: that a bid which does not win decides the order of others. */
import type { LotResult } from '../../../domain/evaluation/result';
import type { Project } from '../../../domain/project';
import { useT } from '../../context/language';
import { Button } from '../../primitives/button';
import { Note } from '../../primitives/note';
import { bidderOf } from './ranking-rows';
import { useBidRemovals } from './robustness/use-robustness';

export interface RankingParadoxProps {
  readonly project: Project;
  readonly lot: LotResult;
  readonly onRobustness: () => void;
}

/** Pairs named here; Robustness has them all. */
const MOST_PAIRS = 3;

export const RankingParadox = ({ project, lot, onRobustness }: RankingParadoxProps) => {
  const t = useT();
  const removals = useBidRemovals(project, lot) ?? [];
  if (removals.length === 0) return null;
  const pairs = removals.flatMap(({ removed, changes }) => changes.map((change) => ({ removed, ...change })));
  const count = removals.reduce((sum, removal) => sum + removal.count, 0);
  const shown = pairs.slice(0, MOST_PAIRS);
  return (
    <Note
      tone={removals.some(({ firstPlaceChanges }) => firstPlaceChanges) ? 'warn' : 'info'} title={t('robustness.bids.warning')}
      actions={<Button onPress={onRobustness}>{t('robustness.bids.more.show')}</Button>}
    >
      {t('robustness.bids.why')}
      <ul className="missing-list">
        {shown.map(({ removed, ahead, behind, change }) => (
          <li key={`${removed} ${ahead} ${behind}`}>
            {t('robustness.bids.line', { bidder: bidderOf(project, removed), change: t(`robustness.bids.${change}`, { ahead: bidderOf(project, ahead), behind: bidderOf(project, behind) }) })}
          </li>
        ))}
        {count > shown.length && <li>{t('robustness.bids.more', { count: count - shown.length })}</li>}
      </ul>
    </Note>
  );
};
