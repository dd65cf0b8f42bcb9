/** Every number of one bid, redone on paper: each criterion's formula, numbers, exact value and rounding, then the sums. */
import { scoredCriteria } from '../../../domain/criteria-tree';
import { ABNORMALLY_LOW_RULE } from '../../../domain/evaluation/evaluate';
import type { Comparison, CriterionPoints, GroupMinimum, RankedBid } from '../../../domain/evaluation/result';
import { AXES, type AwardCriterion, type Axis, type Project, type ScoredCriterion } from '../../../domain/project';
import { useFormat, type Format } from '../../context/format';
import { useT } from '../../context/language';
import { Button } from '../../primitives/button';
import { Dialog } from '../../primitives/dialog';
import { Note } from '../../primitives/note';
import { RuleReference } from '../call/rule-reference';
import { calculationLines } from './calculation-lines';
import { bidderOf } from './ranking-rows';

const twoDecimals = (format: Format, value: string): string => format.number(value, { minimumFractionDigits: 2 });

/** The reasons behind a score, with the sentence that describes the level given. */
const Reasons = ({ project, criterion, points }: { readonly project: Project; readonly criterion: AwardCriterion; readonly points: CriterionPoints }) => {
  const t = useT();
  const { explanation } = points;
  if (explanation.rule !== 'score' || criterion.type !== 'quality') return null;
  return (
    <ul className="calculation-reasons">
      {explanation.agreed !== undefined && (
        <li>
          <b>{t('evaluation.agreedBy', { value: explanation.agreed.value, max: criterion.scale.max })}</b>
          {explanation.agreed.reason.trim() !== '' && <blockquote>{explanation.agreed.reason}</blockquote>}
        </li>
      )}
      {explanation.scores.map(({ evaluatorId, value, reason }) => (
        <li key={evaluatorId}>
          <b>{t('evaluation.scoreBy', { evaluator: project.evaluators[evaluatorId]?.name ?? '', value, max: criterion.scale.max })}</b>
          {criterion.scale.anchors[value] !== undefined && <span className="quiet-text"> {criterion.scale.anchors[value]}</span>}
          {reason.trim() === '' ? <p className="quiet-text">{t('evaluation.reason.none')}</p> : <blockquote>{reason}</blockquote>}
        </li>
      ))}
    </ul>
  );
};

const CriterionCalculation = ({ project, criterion, points }: { readonly project: Project; readonly criterion: AwardCriterion; readonly points: CriterionPoints }) => {
  const t = useT();
  const format = useFormat();
  const [first, ...others] = calculationLines({ t, format }, criterion, points);
  return (
    <section className="calculation">
      <h3>
        <span className={`legend-swatch ${criterion.type !== 'group' && criterion.axis === 'costEffectiveness' ? 'legend-swatch-cost' : 'legend-swatch-change'}`} aria-hidden="true" />
        <span>{criterion.name}</span>
        <span className="calculation-points">
          {points.points === null ? t('evaluation.noPoints') : t('evaluation.pointsOf', { points: twoDecimals(format, points.points), weight: format.number(points.explanation.weight) })}
        </span>
      </h3>
      <div className="calculation-lines">
        <p>{first}</p>
        {others.map((line) => <p key={line} className="calculation-next">{line}</p>)}
      </div>
      <Reasons project={project} criterion={criterion} points={points} />
    </section>
  );
};

/** The sum of an axis or of everything, with its terms. */
const SumLine = ({ title, terms, sum }: { readonly title: string; readonly terms: readonly string[]; readonly sum: string | null }) => {
  const t = useT();
  const format = useFormat();
  const shown = terms.map((term) => twoDecimals(format, term)).join(' + ');
  return (
    <div className="calculation-sum">
      <dt>{title}</dt>
      <dd>{sum === null ? t('evaluation.sum.missing') : <>{terms.length > 1 && <span>{shown} = </span>}<b>{twoDecimals(format, sum)}</b></>}</dd>
    </div>
  );
};

/** Under a rule that sets an amount against quality: the figure that ranks. */
const ComparisonLine = ({ comparison, total }: { readonly comparison: Comparison; readonly total: string }) => {
  const t = useT();
  const format = useFormat();
  if ('missing' in comparison) return <>{comparison.missing.map((reason) => <p key={reason}>{t(`evaluation.missingHere.${reason}`)}</p>)}</>;
  const { rule, amount, figure, worth, bonus } = comparison;
  if (figure === null) return <p>{t('workbook.calculation.noFigure')}</p>;
  return (
    <p className="calculation-next">
      {t(`workbook.calculation.${rule}`, {
        amount: format.amount(amount), points: twoDecimals(format, total), figure: format.amount(figure),
        worth: worth === undefined ? '' : format.amount(worth), bonus: bonus === undefined ? '' : format.amount(bonus),
      })}
    </p>
  );
};

const Sums = ({ bid, criteria }: { readonly bid: RankedBid; readonly criteria: readonly ScoredCriterion[] }) => {
  const t = useT();
  const axisOf = new Map(criteria.map((criterion) => [criterion.id, criterion.axis]));
  const termsOf = (axis: Axis): readonly string[] => bid.criteria.flatMap(({ criterionId, points }) => (axisOf.get(criterionId) === axis && points !== null ? [points] : []));
  const axes = AXES.filter((axis) => criteria.some((criterion) => criterion.axis === axis)).map((axis) => ({ axis, terms: termsOf(axis), sum: bid[axis] }));
  return (
    <section className="calculation">
      <h3>{t('evaluation.sums')}</h3>
      <dl className="calculation-sums">
        {axes.map(({ axis, terms, sum }) => <SumLine key={axis} title={t(`call.axis.${axis}`)} terms={terms} sum={sum} />)}
        <SumLine title={t('evaluation.total')} terms={axes.flatMap(({ sum }) => (sum === null ? [] : [sum]))} sum={bid.total} />
      </dl>
      {bid.comparison !== undefined && <ComparisonLine comparison={bid.comparison} total={bid.total ?? '0'} />}
    </section>
  );
};

/** The groups that ask for a share of their quality points, and what the bid has of each. */
const Minimums = ({ project, minimums }: { readonly project: Project; readonly minimums: readonly GroupMinimum[] }) => {
  const t = useT();
  const format = useFormat();
  return (
    <section className="calculation">
      <h3>{t('evaluation.minimums')}</h3>
      {minimums.map(({ groupId, points, most, least, met }) => (
        <p key={groupId}>
          {t('evaluation.minimums.line', {
            group: project.awardCriteria[groupId]?.name ?? '', points: points === null ? '–' : twoDecimals(format, points), most: format.number(most), least: format.percent(least),
            met: met === null ? 'unknown' : met ? 'yes' : 'no',
          })}
        </p>
      ))}
    </section>
  );
};

const Calculations = ({ project, bid }: { readonly project: Project; readonly bid: RankedBid }) => {
  const t = useT();
  return (
    <div className="calculations">
      <p className="quiet-text">{t('evaluation.calculation.rule')}</p>
      {bid.flags.includes('abnormallyLow') && (
        <Note tone="warn" title={`${t('evaluation.flag.abnormallyLow')}.`}>{t('evaluation.flag.abnormallyLow.meaning')} <RuleReference id={ABNORMALLY_LOW_RULE} /></Note>
      )}
      {bid.flags.includes('aboveEstimate') && <Note tone="warn" title={`${t('evaluation.flag.aboveEstimate')}.`}>{t('evaluation.flag.aboveEstimate.meaning')}</Note>}
      {bid.criteria.map((points) => {
        const criterion = project.awardCriteria[points.criterionId];
        return criterion && <CriterionCalculation key={criterion.id} project={project} criterion={criterion} points={points} />;
      })}
      {bid.minimums !== undefined && <Minimums project={project} minimums={bid.minimums} />}
      <Sums bid={bid} criteria={scoredCriteria(project.awardCriteria)} />
    </div>
  );
};

export interface CalculationDialogProps {
  readonly project: Project;
  readonly bid: RankedBid | null;
  readonly onClose: () => void;
}

export const CalculationDialog = ({ project, bid, onClose }: CalculationDialogProps) => {
  const t = useT();
  const title = t('evaluation.calculation', { bidder: bid === null ? '' : bidderOf(project, bid.bidId) });
  return (
    <Dialog title={title} isOpen={bid !== null} onClose={onClose} size="large" actions={<Button onPress={onClose}>{t('evaluation.calculation.close')}</Button>}>
      {bid !== null && <Calculations project={project} bid={bid} />}
    </Dialog>
  );
};
