/** The steps of an explanation as the lines a person would write under one another. */
import { explain, type ExplanationStep, type FormulaNumbers } from '../../../domain/evaluation/explain';
import type { CriterionPoints } from '../../../domain/evaluation/result';
import type { AwardCriterion } from '../../../domain/project';
import type { Money } from '../../../domain/values';
import type { Translator } from '../../../i18n/translator';
import type { Format } from '../../context/format';

interface Words {
  readonly t: Translator['t'];
  readonly format: Format;
}

const amountOf = (format: Format, money: Money | undefined): string => (money === undefined ? '' : format.amount(money));

const numbersLine = ({ t, format }: Words, rule: Extract<ExplanationStep, { kind: 'numbers' }>['rule'], numbers: FormulaNumbers): string => {
  // Zero divided by zero would puzzle whoever redoes it by hand.
  if (rule === 'minMaxLinear' && numbers.lowest?.amount === numbers.highest?.amount) return t('evaluation.numbers.allPricesEqual', { weight: format.number(numbers.weight) });
  return t(`evaluation.numbers.${rule}`, {
    weight: format.number(numbers.weight),
    price: amountOf(format, numbers.price),
    lowest: amountOf(format, numbers.lowest),
    highest: amountOf(format, numbers.highest),
    budget: amountOf(format, numbers.budget),
    fullMarksPrice: amountOf(format, numbers.fullMarksPrice),
    fullMarksAt: numbers.fullMarksAt === undefined ? '' : format.percent(numbers.fullMarksAt),
    mean: numbers.mean === undefined ? '' : format.number(numbers.mean),
    max: numbers.max ?? 0,
  });
};

/** A life-cycle cost with its parts: how much, and when it is paid. */
const costLine = ({ t, format }: Words, { cost, total }: Extract<ExplanationStep, { kind: 'cost' }>, criterion: AwardCriterion): string => {
  const items = criterion.type === 'cost' ? criterion.costItems : {};
  const terms = cost.parts.map(({ itemId, amount, timing }) => t('evaluation.cost.part', {
    name: itemId === null ? t('call.offeredPrice') : (items[itemId]?.name ?? ''), amount: format.amount(amount), timing: t(`call.timing.${timing}`),
  }));
  return t('evaluation.cost', { years: cost.years, rate: format.percent(cost.rate), terms: terms.join(' + '), total: format.amount(total) });
};

const lineOf = (words: Words, step: ExplanationStep, criterion: AwardCriterion): string => {
  const { t, format } = words;
  switch (step.kind) {
    case 'formula': return t(`evaluation.formula.${step.rule}`);
    case 'mean': return t('evaluation.mean', { scores: step.scores.map((score) => format.number(score)).join(' + '), count: step.scores.length, mean: format.number(step.mean) });
    case 'agreed': return t('evaluation.agreed', { value: format.number(step.value) });
    case 'cost': return costLine(words, step, criterion);
    case 'numbers': return numbersLine(words, step.rule, step.numbers);
    case 'clamped': return t('evaluation.clamped', { to: format.number(step.to) });
    case 'exact': return t('evaluation.exact', { value: format.number(step.value), cut: step.cut });
    case 'rounded': return t('evaluation.rounded', { points: format.number(step.points, { minimumFractionDigits: 2 }), changed: step.changed });
    case 'missing': return t(`evaluation.missingHere.${step.reason}`);
  }
};

/** One line per step: the formula with names, with the numbers, the exact value, the rounded points; or what is missing. */
export const calculationLines = (words: Words, criterion: AwardCriterion, points: CriterionPoints): readonly string[] => {
  const steps = explain(criterion, points);
  // An exact value that needs no rounding would be written twice.
  const isExact = steps.some((step) => step.kind === 'rounded' && !step.changed);
  return steps.filter((step) => step.kind !== 'exact' || !isExact).map((step) => lineOf(words, step, criterion));
};
