/** Five questions a control body would ask, each answered in a word and then more precisely. */
import { memo } from 'react';
import type { Project } from '../../../../domain/project';
import type { Robustness } from '../../../../domain/robustness/robustness';
import { shareOfDraws, type NoiseTally } from '../../../../domain/robustness/score-noise';
import { checksOf, FIRM_WEIGHT_POINTS, nearestBreakEven, type Check, type CheckOutcome } from '../../../../domain/robustness/verdict';
import { useFormat } from '../../../context/format';
import { useT } from '../../../context/language';
import { Card } from '../../../primitives/card';
import { Pill, type Tone } from '../../../primitives/pill';
import { Table, Tbody, Td, Th, Thead, Tr } from '../../../primitives/table';
import { bidderOf } from '../ranking-rows';
import { useNames } from '../use-names';
import { formulaKey } from './use-figures';

const CHECKS: readonly Check[] = ['weights', 'bids', 'evaluators', 'scores', 'formulas'];
const TONES: Readonly<Record<CheckOutcome, Tone | 'neutral'>> = { holds: 'ok', changes: 'warn', notAsked: 'neutral', pending: 'neutral' };

const Answer = ({ check, outcome }: { readonly check: Check; readonly outcome: CheckOutcome }) => {
  const t = useT();
  // Another formula is no longer to be had, so that answer only informs; a moved score changes nothing for certain.
  const tone = check === 'formulas' && outcome === 'changes' ? 'info' : TONES[outcome];
  return <Pill tone={tone}>{t(`robustness.outcome.${check === 'scores' && outcome === 'changes' ? 'close' : outcome}`)}</Pill>;
};

export interface CheckListProps {
  readonly project: Project;
  readonly report: Robustness;
  readonly noise: NoiseTally | null;
  readonly isScored: boolean;
}

/** What stands behind an answer; empty where the answer says it all. */
const useDetail = ({ project, report, noise }: CheckListProps): ((check: Check) => string) => {
  const t = useT();
  const format = useFormat();
  const names = useNames();
  const changing = <Removal extends { readonly firstPlaceChanges: boolean }>(removals: readonly Removal[]): readonly Removal[] => removals.filter(({ firstPlaceChanges }) => firstPlaceChanges);
  const weights = (): string => {
    const nearest = nearestBreakEven(report.weights);
    const criterion = project.awardCriteria[nearest?.criterionId ?? ''];
    if (nearest === null || criterion === undefined) return t('robustness.detail.weights.never');
    return t('robustness.detail.weights', { criterion: criterion.name, weight: format.percent(nearest.breakEven.weight), now: format.percent(report.weights.find(({ criterionId }) => criterionId === criterion.id)?.weight ?? criterion.weight) });
  };
  const bids = (): string => {
    const deciding = changing(report.withoutBid).map(({ removed }) => bidderOf(project, removed));
    if (deciding.length > 0) return t('robustness.detail.bids.first', { bidders: names(deciding) });
    if (report.unit !== 'points') return t('robustness.detail.bids.absolute');
    return report.withoutBid.length > 0 ? t('robustness.detail.bids.order') : '';
  };
  const evaluators = (): string => {
    const deciding = changing(report.withoutEvaluator).map(({ removed }) => project.evaluators[removed]?.name ?? '');
    return deciding.length === 0 ? '' : t('robustness.detail.evaluators', { evaluators: names(deciding) });
  };
  const scores = (): string => {
    const first = noise?.firsts.find(({ bidId }) => bidId === report.contenders[0]);
    return noise === null || first === undefined ? '' : t('robustness.detail.scores', { share: format.percent(shareOfDraws(first.alone, noise)) });
  };
  const formulas = (): string => {
    const deciding = report.formulas.filter(({ outcome }) => outcome?.firstPlaceChanges === true).map(({ formula }) => t('robustness.quoted', { text: t(formulaKey(formula)) }));
    return deciding.length === 0 ? '' : t('robustness.detail.formulas', { formulas: names(deciding) });
  };
  const details = { weights, bids, evaluators, scores, formulas };
  return (check) => details[check]();
};

export const CheckList = memo((props: CheckListProps) => {
  const t = useT();
  const { report, noise, isScored } = props;
  const checks = checksOf(report, noise, isScored);
  const detailOf = useDetail(props);
  return (
    <Card title={t('robustness.checks')} padding="flush">
      <Table label={t('robustness.checks')}>
        <Thead><Tr><Th>{t('robustness.checks.question')}</Th><Th>{t('robustness.checks.answer')}</Th><Th>{t('robustness.checks.detail')}</Th></Tr></Thead>
        <Tbody>
          {CHECKS.map((check) => (
            <Tr key={check}>
              <Th scope="row">{t(`robustness.check.${check}`, { points: FIRM_WEIGHT_POINTS, unit: report.unit })}</Th>
              <Td><Answer check={check} outcome={checks[check]} /></Td>
              <Td><span className="soft">{checks[check] === 'notAsked' ? t(`robustness.notAsked.${check}`, { unit: report.unit }) : detailOf(check)}</span></Td>
            </Tr>
          ))}
        </Tbody>
      </Table>
    </Card>
  );
});
