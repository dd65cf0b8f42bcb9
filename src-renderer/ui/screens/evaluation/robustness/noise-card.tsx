/** How often each bid comes first when every score may be a level off, with the number that lets anyone draw the same again. */
import { useState } from 'react';
import { LARGEST_SEED } from '../../../../domain/robustness/random';
import { shareOfDraws, USUAL_DRAWS, type NoiseTally } from '../../../../domain/robustness/score-noise';
import { useFormat } from '../../../context/format';
import { useT } from '../../../context/language';
import { Card } from '../../../primitives/card';
import { NumberField } from '../../../primitives/number-field';
import { ProgressBar } from '../../../primitives/progress-bar';
import { Table, Tbody, Td, Th, Thead, Tr } from '../../../primitives/table';
import { bidderOf } from '../ranking-rows';
import type { RobustnessParts } from './robustness-parts';
import type { Noise } from './use-robustness';

/** Bids that were never first are counted, not listed, beyond this many rows. */
const LEAST_ROWS = 6;

const Bar = ({ alone, shared, draws }: { readonly alone: number; readonly shared: number; readonly draws: number }) => (
  <span className="share-bar" aria-hidden="true">
    <span className="share-bar-alone" style={{ inlineSize: `${(alone / draws) * 100}%` }} />
    <span className="share-bar-shared" style={{ inlineSize: `${(shared / draws) * 100}%` }} />
  </span>
);

const Shares = ({ project, tally }: { readonly project: RobustnessParts['project']; readonly tally: NoiseTally }) => {
  const t = useT();
  const format = useFormat();
  const shown = tally.firsts.filter(({ alone, shared }, index) => index < LEAST_ROWS || alone + shared > 0);
  const percent = (count: number): string => format.percent(shareOfDraws(count, tally), { minimumFractionDigits: 1 });
  return (
    <>
      <Table label={t('robustness.noise')}>
        <Thead><Tr><Th>{t('robustness.noise.bidder')}</Th><Th><span className="visually-hidden">{t('robustness.noise.bar')}</span></Th><Th numeric>{t('robustness.noise.first')}</Th>{tally.ties > 0 && <Th numeric>{t('robustness.noise.shared')}</Th>}</Tr></Thead>
        <Tbody>
          {shown.map(({ bidId, alone, shared }) => (
            <Tr key={bidId}>
              <Th scope="row">{bidderOf(project, bidId)}</Th>
              <Td><Bar alone={alone} shared={shared} draws={tally.draws} /></Td>
              <Td numeric><b>{percent(alone)}</b></Td>
              {tally.ties > 0 && <Td numeric>{percent(shared)}</Td>}
            </Tr>
          ))}
        </Tbody>
      </Table>
      {shown.length < tally.firsts.length && <p className="quiet-text robustness-key">{t('robustness.noise.more', { count: tally.firsts.length - shown.length })}</p>}
    </>
  );
};

/** The seed, typed; a number outside its range is refused with a sentence and the last good one stays. */
const SeedField = ({ seed, onChange }: { readonly seed: number; readonly onChange: (seed: number) => void }) => {
  const t = useT();
  const format = useFormat();
  const [isTooLarge, setTooLarge] = useState(false);
  const store = (text: string | null): void => {
    const value = Number(text ?? seed);
    setTooLarge(value > LARGEST_SEED);
    if (value <= LARGEST_SEED) onChange(value);
  };
  return (
    <NumberField
      label={t('robustness.noise.seed')} description={t('robustness.noise.seed.description')} value={String(seed)} whole onCommit={store}
      {...(isTooLarge ? { error: t('robustness.noise.seed.tooLarge', { largest: format.number(LARGEST_SEED) }) } : {})}
    />
  );
};

export interface NoiseCardProps extends RobustnessParts {
  readonly noise: Noise;
  readonly isScored: boolean;
  readonly seed: number;
  readonly onSeed: (seed: number) => void;
}

export const NoiseCard = ({ project, noise: { tally, done }, isScored, seed, onSeed }: NoiseCardProps) => {
  const t = useT();
  if (!isScored) return <Card title={t('robustness.noise')}><p className="soft">{t('robustness.noise.none')}</p></Card>;
  return (
    <Card title={t('robustness.noise')} aside={t('robustness.noise.aside', { draws: USUAL_DRAWS })} padding="flush">
      <p className="prose soft robustness-lede">{t('robustness.noise.lede', { draws: USUAL_DRAWS })}</p>
      {tally === null ? <div className="robustness-wait"><ProgressBar label={t('robustness.noise.running')} fraction={done} /></div> : <Shares project={project} tally={tally} />}
      <div className="robustness-seed">
        <SeedField seed={seed} onChange={onSeed} />
        <p className="quiet-text">{t('robustness.noise.reproduce', { seed, draws: USUAL_DRAWS })}</p>
      </div>
    </Card>
  );
};
