/** What weights do to first place: the tornado with its table, and the weight from which another would win. */
import { memo, useMemo } from 'react';
import type { BreakEven } from '../../../../domain/robustness/break-even';
import type { WeightSensitivity } from '../../../../domain/robustness/robustness';
import { SWINGS, type Swing } from '../../../../domain/robustness/weight-swings';
import { useFormat } from '../../../context/format';
import { useT } from '../../../context/language';
import { Card } from '../../../primitives/card';
import { Table, Tbody, Td, Th, Thead, Tr } from '../../../primitives/table';
import { bidderOf } from '../ranking-rows';
import { useNames } from '../use-names';
import type { RobustnessParts } from './robustness-parts';
import { TornadoChart } from './tornado-chart';
import { tornadoRows } from './tornado-rows';

/** More bars than these are no picture any more. */
const MOST_BARS = 10;

const useSignedPoints = (): ((points: number) => string) => {
  const t = useT();
  return (points) => t(points < 0 ? 'robustness.tornado.minus' : 'robustness.tornado.plus', { points: Math.abs(points) });
};

const SwingCell = ({ swing }: { readonly swing: Swing | undefined }) => {
  const t = useT();
  const format = useFormat();
  if (swing === undefined) return <Td numeric><span aria-hidden="true">–</span></Td>;
  const lead = format.number(swing.margin, { minimumFractionDigits: 2 });
  if (swing.firstPlaceChanges) return <Td numeric><b className="swing-lost">{lead}</b><span className="visually-hidden"> {t('robustness.swing.lost')}</span></Td>;
  return <Td numeric>{lead}{swing.orderChanges && <><span aria-hidden="true">*</span><span className="visually-hidden"> ({t('robustness.swing.order')})</span></>}</Td>;
};

const SwingTable = ({ project, weights }: { readonly project: RobustnessParts['project']; readonly weights: readonly WeightSensitivity[] }) => {
  const t = useT();
  const format = useFormat();
  const signed = useSignedPoints();
  const hasStar = weights.some(({ swings }) => swings.some(({ orderChanges, firstPlaceChanges }) => orderChanges && !firstPlaceChanges));
  return (
    <div>
      <Table label={t('robustness.swings')} density="compact">
        <Thead><Tr><Th>{t('robustness.criterion')}</Th><Th numeric>{t('robustness.weight')}</Th>{SWINGS.map((points) => <Th key={points} numeric>{signed(points)}</Th>)}</Tr></Thead>
        <Tbody>
          {weights.map(({ criterionId, weight, swings }) => (
            <Tr key={criterionId}>
              <Th scope="row">{project.awardCriteria[criterionId]?.name}</Th>
              <Td numeric>{format.percent(weight)}</Td>
              {SWINGS.map((points) => <SwingCell key={points} swing={swings.find((swing) => swing.points === points)} />)}
            </Tr>
          ))}
        </Tbody>
      </Table>
      {hasStar && <p className="quiet-text robustness-key">{t('robustness.swings.key')}</p>}
    </div>
  );
};

const Legend = () => {
  const t = useT();
  return (
    <div className="legend">
      {(['five', 'ten', 'lost'] as const).map((part) => <span key={part} className="legend-item"><span className={`legend-swatch swatch-${part}`} aria-hidden="true" />{t(`robustness.tornado.legend.${part}`)}</span>)}
    </div>
  );
};

export const TornadoCard = memo(({ project, report }: RobustnessParts) => {
  const t = useT();
  const format = useFormat();
  const signed = useSignedPoints();
  const rows = useMemo(() => tornadoRows(project, report), [project, report]);
  const byRow = new Map(rows.map(({ id }, index) => [id, index]));
  const weights = report.weights.toSorted((left, right) => (byRow.get(left.criterionId) ?? rows.length) - (byRow.get(right.criterionId) ?? rows.length));
  const margin = format.number(report.margin, { minimumFractionDigits: 2 });
  const bidder = bidderOf(project, report.contenders[0] ?? '');
  return (
    <Card title={t('robustness.tornado')} aside={<><span>{t('robustness.tornado.aside')}</span><Legend /></>}>
      <div className="stack">
        <p className="prose soft">{t(report.leaders.length > 1 ? 'robustness.tornado.ledeTie' : 'robustness.tornado.lede', { bidder, margin })}</p>
        <div className="robustness-pair">
          {rows.length > 0 && (
            <div>
              <TornadoChart rows={rows.slice(0, MOST_BARS)} label={t('robustness.tornado.label')} nowLabel={t('robustness.tornado.now', { margin })} format={(value) => format.number(value)} formatPoints={signed} />
              {rows.length > MOST_BARS && <p className="quiet-text robustness-key">{t('robustness.tornado.most', { count: MOST_BARS })}</p>}
            </div>
          )}
          <SwingTable project={project} weights={weights} />
        </div>
      </div>
    </Card>
  );
});

const BreakEvenCell = ({ project, at, limit }: { readonly project: RobustnessParts['project']; readonly at: BreakEven | null; readonly limit: string }) => {
  const t = useT();
  const format = useFormat();
  const names = useNames();
  if (at === null) return <span className="quiet-text">{t('robustness.breakEven.none', { limit: format.percent(limit) })}</span>;
  const weight = format.percent(at.weight, { minimumFractionDigits: 2 });
  const bidders = (ids: readonly string[]): string => names(ids.map((id) => bidderOf(project, id)));
  if (at.takesOver.length === 0) return t('robustness.breakEven.alone', { weight, bidders: bidders(at.leaders) });
  const isTie = at.leaders.length > at.takesOver.length;
  return t(isTie ? 'robustness.breakEven.tied' : 'robustness.breakEven.at', { weight, bidders: bidders(at.takesOver) });
};

export const BreakEvenCard = memo(({ project, report }: RobustnessParts) => {
  const t = useT();
  const format = useFormat();
  return (
    <Card title={t('robustness.breakEven')} aside={t('robustness.breakEven.aside')} padding="flush">
      <Table label={t('robustness.breakEven')}>
        <Thead><Tr><Th>{t('robustness.criterion')}</Th><Th numeric>{t('robustness.weight')}</Th><Th>{t('robustness.breakEven.below')}</Th><Th>{t('robustness.breakEven.above')}</Th></Tr></Thead>
        <Tbody>
          {report.weights.map(({ criterionId, weight, below, above }) => (
            <Tr key={criterionId}>
              <Th scope="row">{project.awardCriteria[criterionId]?.name}</Th>
              <Td numeric>{format.percent(weight)}</Td>
              <Td><BreakEvenCell project={project} at={below} limit="0" /></Td>
              <Td><BreakEvenCell project={project} at={above} limit="100" /></Td>
            </Tr>
          ))}
        </Tbody>
      </Table>
    </Card>
  );
});
