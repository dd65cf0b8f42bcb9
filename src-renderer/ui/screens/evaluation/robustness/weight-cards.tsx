/** What weights do to first place: the tornado with its table, and the weight from which another would win. */
import { memo, useMemo } from 'react';
import type { BreakEven } from '../../../../domain/robustness/break-even';
import type { FigureUnit } from '../../../../domain/robustness/order';
import type { WeightSensitivity } from '../../../../domain/robustness/robustness';
import { SWINGS, type Swing } from '../../../../domain/robustness/weight-swings';
import { useFormat } from '../../../context/format';
import { useT } from '../../../context/language';
import { Card } from '../../../primitives/card';
import { Table, Tbody, Td, Th, Thead, Tr } from '../../../primitives/table';
import { bidderOf } from '../ranking-rows';
import { useNames } from '../use-names';
import type { RobustnessParts } from './robustness-parts';
import { useFigures } from './use-figures';
import { TornadoChart } from './tornado-chart';
import { tornadoRows } from './tornado-rows';

/** A criterion's name, or a group's with the word for it; what is in a group stands in from the margin. */
const PartName = ({ project, part: { criterionId, isGroup, depth } }: { readonly project: RobustnessParts['project']; readonly part: WeightSensitivity }) => {
  const t = useT();
  const name = project.awardCriteria[criterionId]?.name ?? '';
  return <span className={`part-depth-${depth}`}>{isGroup ? t('robustness.group', { name }) : name}</span>;
};

const hasGroups = (weights: readonly WeightSensitivity[]): string => String(weights.some(({ isGroup }) => isGroup));

/** More bars than these are no picture any more. */
const MOST_BARS = 10;

const useSignedPoints = (): ((points: number) => string) => {
  const t = useT();
  return (points) => t(points < 0 ? 'robustness.tornado.minus' : 'robustness.tornado.plus', { points: Math.abs(points) });
};

const SwingCell = ({ swing, unit, currency }: { readonly swing: Swing | undefined; readonly unit: FigureUnit; readonly currency: string }) => {
  const t = useT();
  const figures = useFigures(currency);
  if (swing === undefined) return <Td numeric><span aria-hidden="true">–</span></Td>;
  const lead = swing.margin === null ? <><span aria-hidden="true">–</span><span className="visually-hidden">{t('robustness.swing.noLead')}</span></> : figures(swing.margin, unit);
  if (swing.firstPlaceChanges) return <Td numeric><b className="swing-lost">{lead}</b><span className="visually-hidden"> {t('robustness.swing.lost')}</span></Td>;
  return <Td numeric>{lead}{swing.orderChanges && <><span aria-hidden="true">*</span><span className="visually-hidden"> ({t('robustness.swing.order')})</span></>}</Td>;
};

const SwingTable = ({ project, unit, weights }: { readonly project: RobustnessParts['project']; readonly unit: FigureUnit; readonly weights: readonly WeightSensitivity[] }) => {
  const t = useT();
  const format = useFormat();
  const signed = useSignedPoints();
  const hasStar = weights.some(({ swings }) => swings.some(({ orderChanges, firstPlaceChanges }) => orderChanges && !firstPlaceChanges));
  return (
    <div>
      <Table label={t('robustness.swings')} density="compact">
        <Thead><Tr><Th>{t('robustness.criterion')}</Th><Th numeric>{t('robustness.weight')}</Th>{SWINGS.map((points) => <Th key={points} numeric>{signed(points)}</Th>)}</Tr></Thead>
        <Tbody>
          {weights.map((part) => (
            <Tr key={part.criterionId}>
              <Th scope="row"><PartName project={project} part={part} /></Th>
              <Td numeric>{format.percent(part.weight)}</Td>
              {SWINGS.map((points) => <SwingCell key={points} unit={unit} currency={project.currency} swing={part.swings.find((swing) => swing.points === points)} />)}
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
  const rows = useMemo(() => tornadoRows(project, report, (name) => t('robustness.group', { name })), [project, report, t]);
  const byRow = new Map(rows.map(({ id }, index) => [id, index]));
  // A tree is read in its own order; without groups what matters most comes first, beside its bar.
  const weights = hasGroups(report.weights) === 'true' ? report.weights
    : report.weights.toSorted((left, right) => (byRow.get(left.criterionId) ?? rows.length) - (byRow.get(right.criterionId) ?? rows.length));
  const figures = useFigures(project.currency);
  const { unit } = report;
  const margin = figures(report.margin, unit, true);
  const bidder = bidderOf(project, report.contenders[0] ?? '');
  return (
    <Card title={t('robustness.tornado')} aside={<><span>{t('robustness.tornado.aside', { unit, currency: project.currency })}</span><Legend /></>}>
      <div className="stack">
        <p className="prose soft">{t(report.leaders.length > 1 ? 'robustness.tornado.ledeTie' : 'robustness.tornado.lede', { bidder, margin, unit, hasGroups: hasGroups(report.weights) })}</p>
        <div className="robustness-pair">
          {rows.length > 0 && (
            <div>
              <TornadoChart rows={rows.slice(0, MOST_BARS)} label={t('robustness.tornado.label')} nowLabel={t('robustness.tornado.now', { margin: figures(report.margin, unit) })} format={(value) => format.number(value)} formatPoints={signed} />
              {rows.length > MOST_BARS && <p className="quiet-text robustness-key">{t('robustness.tornado.most', { count: MOST_BARS })}</p>}
            </div>
          )}
          <SwingTable project={project} unit={unit} weights={weights} />
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
    <Card title={t('robustness.breakEven')} aside={t('robustness.breakEven.aside', { hasGroups: hasGroups(report.weights) })} padding="flush">
      <Table label={t('robustness.breakEven')}>
        <Thead><Tr><Th>{t('robustness.criterion')}</Th><Th numeric>{t('robustness.weight')}</Th><Th>{t('robustness.breakEven.below')}</Th><Th>{t('robustness.breakEven.above')}</Th></Tr></Thead>
        <Tbody>
          {report.weights.map((part) => (
            <Tr key={part.criterionId}>
              <Th scope="row"><PartName project={project} part={part} /></Th>
              <Td numeric>{format.percent(part.weight)}</Td>
              <Td><BreakEvenCell project={project} at={part.below} limit="0" /></Td>
              <Td><BreakEvenCell project={project} at={part.above} limit="100" /></Td>
            </Tr>
          ))}
        </Tbody>
      </Table>
    </Card>
  );
});
