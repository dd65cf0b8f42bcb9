/** The figures of a robustness check in words: points, money, or money for a point. */
import type { FigureUnit } from '../../../../domain/robustness/order';
import type { Formula } from '../../../../domain/robustness/other-formulas';
import type { DecimalString } from '../../../../domain/values';
import type { MessageKey } from '../../../../i18n/translator';
import { useFormat } from '../../../context/format';

/** Name of a price formula or of a ranking rule. */
export const formulaKey = (formula: Formula): MessageKey =>
  (formula === 'pricePerQuality' || formula === 'monetisedQuality' ? `call.ranking.${formula}` : `call.formula.${formula}.name`);

/** A figure as the reader's language writes it; `–` where there is none. `alone`: no heading tells its currency. */
export const useFigures = (currency: string) => {
  const format = useFormat();
  return (figure: DecimalString | null, unit: FigureUnit, alone = false): string => {
    if (figure === null) return '–';
    if (unit === 'points') return format.number(figure, { minimumFractionDigits: 2 });
    // Figures in money are minor units over a hundred, so nothing is lost on the way back.
    const money = { amount: Math.round(Number(figure) * 100), currency };
    return alone ? format.money(money) : format.amount(money);
  };
};
