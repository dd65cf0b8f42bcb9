/** A formula tried on prices, typed or taken from another project, with the paradox it may hide. */
import { useMemo, useState } from 'react';
import type { CostCriterion, PriceCriterion } from '../../../domain/project';
import { simulate, type Trial } from '../../../domain/robustness/simulation';
import type { Id, Money } from '../../../domain/values';
import { useCaiet, useProject, useWorkspace } from '../../context/caiet-context';
import { useFormat } from '../../context/format';
import { useT } from '../../context/language';
import { useRulePack } from '../../context/rule-pack';
import { useRun } from '../../context/run';
import { Button } from '../../primitives/button';
import { Disclosure } from '../../primitives/disclosure';
import { MoneyField } from '../../primitives/money-field';
import { Note } from '../../primitives/note';
import { NumberField } from '../../primitives/number-field';
import { Select } from '../../primitives/select';
import { Table, Tbody, Td, Th, Thead, Tr } from '../../primitives/table';

/** Per cent of the estimated value, and of the points for everything else: bids as they often lie. */
const FIRST_TRIALS: readonly (readonly [share: number, quality: number])[] = [[65, 45], [80, 70], [90, 85], [100, 90]];
const MOST_TRIALS = 12;
const ALL_QUALITY = 100;

const trialAt = ({ amount, currency }: Money, [share, quality]: readonly [number, number]): Trial => ({ price: { amount: Math.round((amount * share) / 100), currency }, quality });

interface PastPricesProps {
  readonly onTake: (prices: readonly Money[]) => void;
}

/** Prices of bids already in another project. */
const PastPrices = ({ onTake }: PastPricesProps) => {
  const t = useT();
  const run = useRun();
  const { criteria } = useCaiet();
  const project = useProject();
  const summaries = useWorkspace((state) => state.summaries).filter(({ id, deletedAt }) => id !== project.id && deletedAt === null);
  const [chosen, setChosen] = useState<Id | null>(null);
  const [first] = summaries;
  if (first === undefined) return null;
  const take = async (): Promise<void> => {
    const found = await criteria.pastPrices(chosen ?? first.id);
    onTake(found.map(({ price }) => price));
  };
  return (
    <div className="freeze-amend">
      <Select label={t('call.simulator.from')} value={chosen ?? first.id} options={summaries.map(({ id, title }) => ({ id, label: title }))} onChange={setChosen} />
      <Button onPress={() => run(take)}>{t('call.simulator.take')}</Button>
    </div>
  );
};

export interface FormulaSimulatorProps {
  readonly criterion: PriceCriterion | CostCriterion;
  readonly estimate: Money;
}

const Simulator = ({ criterion, estimate }: FormulaSimulatorProps) => {
  const t = useT();
  const format = useFormat();
  const project = useProject();
  const rulePack = useRulePack();
  const [trials, setTrials] = useState<readonly Trial[]>(() => FIRST_TRIALS.map((trial) => trialAt(estimate, trial)));
  const { results, paradoxes } = useMemo(() => simulate(project, rulePack, criterion, estimate, trials), [project, rulePack, criterion, estimate, trials]);
  const change = (index: number, fields: Partial<Trial>): void => setTrials(trials.map((trial, at) => (at === index ? { ...trial, ...fields } : trial)));
  const take = (prices: readonly Money[]): void => {
    const usable = prices.filter(({ currency }) => currency === estimate.currency).slice(0, MOST_TRIALS);
    if (usable.length > 0) setTrials(usable.map((price, index) => ({ price, quality: trials[index]?.quality ?? 70 })));
  };
  const shown = (value: string | null): string => (value === null ? '–' : format.number(value, { minimumFractionDigits: 2 }));
  return (
    <div className="simulator">
      <p className="quiet-text">{t('call.simulator.explained')}</p>
      <PastPrices onTake={take} />
      <Table label={t('call.simulator')} density="compact">
        <Thead>
          <Tr><Th>{t('call.simulator.bid')}</Th><Th>{t('call.simulator.price')}</Th><Th>{t('call.simulator.quality')}</Th><Th numeric>{t('call.formula.points')}</Th><Th numeric>{t('evaluation.total')}</Th><Th numeric>{t('evaluation.rank')}</Th></Tr>
        </Thead>
        <Tbody>
          {trials.map((trial, index) => (
            // Bids of a simulation have no identity but their place.
            // oxlint-disable-next-line react/no-array-index-key
            <Tr key={index}>
              <Th scope="row">{t('call.simulator.named', { index: index + 1 })}</Th>
              <Td><MoneyField label={t('call.simulator.priceOf', { index: index + 1 })} labelHidden currency={estimate.currency} value={trial.price} onCommit={(price) => { if (price !== null) change(index, { price }); }} /></Td>
              <Td><NumberField label={t('call.simulator.qualityOf', { index: index + 1 })} labelHidden whole unit="%" value={String(trial.quality)} onCommit={(quality) => change(index, { quality: Math.min(ALL_QUALITY, Number(quality ?? 0)) })} /></Td>
              <Td numeric>{shown(results[index]?.points ?? null)}</Td>
              <Td numeric>{shown(results[index]?.total ?? null)}</Td>
              <Td numeric>{results[index]?.rank ?? '–'}</Td>
            </Tr>
          ))}
        </Tbody>
      </Table>
      <div className="freeze-amend">
        {trials.length < MOST_TRIALS && <Button onPress={() => setTrials([...trials, trialAt(estimate, [95, 75])])}>{t('call.simulator.add')}</Button>}
        {trials.length > 2 && <Button onPress={() => setTrials(trials.slice(0, -1))}>{t('call.simulator.remove')}</Button>}
      </div>
      {paradoxes.slice(0, 3).map(({ removed, ahead, behind }) => (
        <Note key={`${removed} ${ahead} ${behind}`} tone="warn" live title={t('call.simulator.paradox')}>
          {t('call.simulator.paradox.body', { removed: removed + 1, ahead: ahead + 1, behind: behind + 1 })}
        </Note>
      ))}
      {paradoxes.length === 0 && <p className="quiet-text">{t(criterion.formula === 'toBudget' ? 'call.simulator.noParadoxEver' : 'call.simulator.noParadox')}</p>}
    </div>
  );
};

export const FormulaSimulator = (props: FormulaSimulatorProps) => {
  const t = useT();
  const [isOpen, setIsOpen] = useState(false);
  return <Disclosure title={t('call.simulator')} isOpen={isOpen} onOpenChange={setIsOpen}>{isOpen && <Simulator {...props} />}</Disclosure>;
};
