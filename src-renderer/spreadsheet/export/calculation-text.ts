/** Calculations written out, so that a person can do them again with a pocket calculator. */
import type { CostExplanation, CriterionPoints, Explanation, RankedBid } from '../../domain/evaluation/result';
import { moneyText } from '../../domain/money';
import type { DecimalString, Money } from '../../domain/values';
import { numberText, type WorkbookLabels, type WorkbookSource } from './workbook-source';

type PriceExplanation = Extract<Explanation, { readonly price: Money }>;
type ScoreExplanation = Extract<Explanation, { readonly rule: 'score' }>;

/** `exact` is cut after this many decimals. */
const EXACT_DECIMALS = 6;

/** An amount in a formula; the evaluation gives every amount its rule uses. */
const amount = (money: Money | null, labels: WorkbookLabels): string => (money === null ? '?' : numberText(moneyText(money), labels));

const priceFormula = ({ rule, weight, price, lowest, highest, budget, fullMarksPrice }: PriceExplanation, labels: WorkbookLabels): string => {
  const [w, p, low, high, estimate, full] = [numberText(weight, labels), ...[price, lowest, highest, budget, fullMarksPrice].map((money) => amount(money, labels))];
  switch (rule) {
    case 'lowestProportional': return `${w} × ${low} / ${p}`;
    case 'relativeLinear': return `${w} × (1 − (${p} − ${low}) / ${low})`;
    case 'minMaxLinear': return `${w} × (${high} − ${p}) / (${high} − ${low})`;
    case 'toBudget': return `${w} × (${estimate} − ${p}) / (${estimate} − ${full})`;
  }
};

const priceText = (explanation: PriceExplanation, exact: DecimalString, labels: WorkbookLabels): string => {
  const { rule, weight, lowest, highest, clamped } = explanation;
  if (rule === 'minMaxLinear' && lowest?.amount === highest?.amount) {
    return labels.t('workbook.calculation.samePrices', { weight: numberText(weight, labels) });
  }
  const formula = priceFormula(explanation, labels);
  if (!clamped) return formula;
  return Number(exact) === 0
    ? labels.t('workbook.calculation.clampedZero', { formula })
    : labels.t('workbook.calculation.clampedFull', { formula, weight: numberText(weight, labels) });
};

/** `1.000,00 at the start + 40,00 a year … = 1.312,55`: what a cost criterion's formula takes for the price. */
const costText = ({ rate, years, parts }: CostExplanation, total: Money, { project, labels }: WorkbookSource): string => {
  const names = new Map(Object.values(project.awardCriteria).flatMap((criterion) => (criterion.type === 'cost' ? Object.values(criterion.costItems).map(({ id, name }): [string, string] => [id, name]) : [])));
  const terms = parts.map(({ itemId, timing, amount: paid }) => labels.t('workbook.calculation.lifeCyclePart', {
    name: itemId === null ? labels.t('workbook.offeredPrice') : (names.get(itemId) ?? ''), amount: amount(paid, labels), timing: labels.t(`workbook.timing.${timing}`),
  }));
  return labels.t('workbook.calculation.lifeCycle', { terms: terms.join(' + '), years, rate: numberText(rate, labels), total: amount(total, labels) });
};

const scoreText = ({ weight, max, scores, mean, agreed }: ScoreExplanation, labels: WorkbookLabels): string => {
  if (agreed !== undefined) return labels.t('workbook.calculation.agreed', { weight: numberText(weight, labels), value: numberText(agreed.value, labels), max });
  const values = scores.map(({ value }) => numberText(value, labels));
  const score = values.length === 1 ? numberText(mean, labels) : `(${values.join(' + ')}) / ${values.length}`;
  return `${numberText(weight, labels)} × ${score} / ${max}`;
};

/** `40 × 100.000,00 / 120.000,00 = 33,333333 → 33,33`; only the last step rounds. */
export const criterionCalculation = ({ points, exact, explanation }: CriterionPoints, source: WorkbookSource): string => {
  const { labels } = source;
  if (explanation.rule === 'missing' || points === null || exact === null) {
    const reasons = explanation.rule === 'missing' ? explanation.reasons.map((reason) => labels.t(`workbook.missing.${reason}`)).join(', ') : '';
    return labels.t('workbook.calculation.missing', { reasons });
  }
  const cost = explanation.rule === 'score' || explanation.cost === undefined ? '' : `${costText(explanation.cost, explanation.price, source)}; `;
  const formula = `${cost}${explanation.rule === 'score' ? scoreText(explanation, labels) : priceText(explanation, exact, labels)}`;
  const rounded = numberText(points, labels);
  if (exact === points) return `${formula} = ${rounded}`;
  const cut = exact.length - exact.indexOf('.') > EXACT_DECIMALS ? '…' : '';
  return `${formula} = ${numberText(exact, labels)}${cut} → ${rounded}`;
};

/** `33,33 + 20,00 + 15,00 = 68,33`. */
export const totalCalculation = ({ total, criteria }: RankedBid, labels: WorkbookLabels): string =>
  (total === null
    ? labels.t('workbook.calculation.totalMissing')
    : `${criteria.map(({ points }) => numberText(points ?? '', labels)).join(' + ')} = ${numberText(total, labels)}`);

/** The figure of a rule that sets an amount against quality: `100.000,00 / 80,00 = 1.250,00`. */
export const comparisonCalculation = ({ comparison, total }: RankedBid, source: WorkbookSource): string => {
  const { labels } = source;
  if (comparison === undefined) return '';
  if (!('figure' in comparison)) return labels.t('workbook.calculation.missing', { reasons: comparison.missing.map((reason) => labels.t(`workbook.missing.${reason}`)).join(', ') });
  const { rule, figure, bonus, worth, cost } = comparison;
  if (figure === null) return labels.t('workbook.calculation.noFigure');
  const before = cost === undefined ? '' : `${costText(cost, comparison.amount, source)}; `;
  return `${before}${labels.t(`workbook.calculation.${rule}`, {
    amount: amount(comparison.amount, labels), points: numberText(total ?? '', labels), figure: amount(figure, labels), worth: amount(worth ?? null, labels), bonus: amount(bonus ?? null, labels),
  })}`;
};
