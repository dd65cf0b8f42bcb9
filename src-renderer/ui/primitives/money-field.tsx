/** An amount in whole minor units, typed and shown in the reader's notation. */
import { parseMoney } from '../../domain/money';
import { ProblemError } from '../../domain/problem';
import type { Money } from '../../domain/values';
import { formatOf } from '../context/format';
import { useTranslator } from '../context/language';
import { parseDecimalText } from '../context/number-text';
import type { FieldProps } from './field';
import { NumericInput } from './numeric-input';

export interface MoneyFieldProps extends FieldProps {
  readonly value: Money | null;
  /** ISO 4217 code of amounts typed here. */
  readonly currency: string;
  readonly onCommit: (value: Money | null) => void;
}

/** What people write around an amount; taken away before reading it. */
const CURRENCY_WORDS = /\b(lei|leu|ron|eur|euro)\b|[€$£]/gi;

const currencySign = (currency: string, tag: string): string =>
  new Intl.NumberFormat(tag, { style: 'currency', currency, currencyDisplay: tag.startsWith('ro') ? 'narrowSymbol' : 'symbol' })
    .formatToParts(1).find((part) => part.type === 'currency')?.value ?? currency;

export const MoneyField = ({ value, currency, onCommit, ...rest }: MoneyFieldProps) => {
  const { t, tCode, tag } = useTranslator();
  const format = formatOf(tag);
  const store = (text: string): string | null => {
    if (text.trim() === '') {
      onCommit(null);
      return null;
    }
    const parsed = parseDecimalText(text.replace(CURRENCY_WORDS, ''), tag);
    if (parsed === null) return t('app.field.notANumber', { example: format.number('1234.56') });
    if (parsed.startsWith('-')) return t('app.field.negative');
    try {
      const money = parseMoney(parsed, currency);
      if (money.amount !== value?.amount || money.currency !== value.currency) onCommit(money);
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      return tCode('app.field', error.problem.code, 'app.field.notANumber', { ...error.problem.data, example: format.number('1234.56') });
    }
    return null;
  };
  const shownCurrency = value?.currency ?? currency;
  return <NumericInput {...rest} unit={currencySign(shownCurrency, tag)} shown={value === null ? '' : format.amount(value)} store={store} />;
};
