/** Five questions a control body would ask, each with a one-word answer. */
import type { NoiseTally } from '../../../../domain/robustness/score-noise';
import { checksOf, FIRM_WEIGHT_POINTS, type Check, type CheckOutcome } from '../../../../domain/robustness/verdict';
import { useT } from '../../../context/language';
import { Card } from '../../../primitives/card';
import { Pill, type Tone } from '../../../primitives/pill';
import { Table, Tbody, Td, Th, Thead, Tr } from '../../../primitives/table';
import type { Robustness } from '../../../../domain/robustness/robustness';

const CHECKS: readonly Check[] = ['weights', 'bids', 'evaluators', 'scores', 'formulas'];
const TONES: Readonly<Record<CheckOutcome, Tone | 'neutral'>> = { holds: 'ok', changes: 'warn', notAsked: 'neutral', pending: 'neutral' };

const Answer = ({ check, outcome }: { readonly check: Check; readonly outcome: CheckOutcome }) => {
  const t = useT();
  if (outcome === 'notAsked') return <span className="quiet-text">{t(`robustness.notAsked.${check}`)}</span>;
  // Another formula is no longer to be had, so that answer only informs; a moved score changes nothing for certain.
  const tone = check === 'formulas' && outcome === 'changes' ? 'info' : TONES[outcome];
  return <Pill tone={tone}>{t(`robustness.outcome.${check === 'scores' && outcome === 'changes' ? 'close' : outcome}`)}</Pill>;
};

export interface CheckListProps {
  readonly report: Robustness;
  readonly noise: NoiseTally | null;
  readonly isScored: boolean;
}

export const CheckList = ({ report, noise, isScored }: CheckListProps) => {
  const t = useT();
  const checks = checksOf(report, noise, isScored);
  return (
    <Card title={t('robustness.checks')} padding="flush">
      <Table label={t('robustness.checks')}>
        <Thead><Tr><Th>{t('robustness.checks.question')}</Th><Th>{t('robustness.checks.answer')}</Th></Tr></Thead>
        <Tbody>
          {CHECKS.map((check) => (
            <Tr key={check}><Th scope="row">{t(`robustness.check.${check}`, { points: FIRM_WEIGHT_POINTS })}</Th><Td><Answer check={check} outcome={checks[check]} /></Td></Tr>
          ))}
        </Tbody>
      </Table>
    </Card>
  );
};
