/** A number as decimal text, typed and shown in the reader's notation. */
import type { DecimalString } from '../../domain/values';
import { formatOf } from '../context/format';
import { useTranslator } from '../context/language';
import { parseDecimalText } from '../context/number-text';
import type { FieldProps } from './field';
import { NumericInput } from './numeric-input';

export interface NumberFieldProps extends FieldProps {
  readonly value: DecimalString | null;
  readonly onCommit: (value: DecimalString | null) => void;
  /** Shown after the number: `%`, `zile`. */
  readonly unit?: string;
  /** Refuses decimals. */
  readonly whole?: boolean;
  readonly allowNegative?: boolean;
}

export const NumberField = ({ value, onCommit, whole = false, allowNegative = false, unit, ...rest }: NumberFieldProps) => {
  const { t, tag } = useTranslator();
  const format = formatOf(tag);
  const store = (text: string): string | null => {
    if (text.trim() === '') {
      onCommit(null);
      return null;
    }
    const parsed = parseDecimalText(unit === undefined ? text : text.replace(unit, ''), tag);
    if (parsed === null || parsed.length > 40) return t('app.field.notANumber', { example: format.number('1234.5') });
    if (whole && parsed.includes('.')) return t('app.field.notWhole');
    if (!allowNegative && parsed.startsWith('-')) return t('app.field.negative');
    if (parsed !== value) onCommit(parsed);
    return null;
  };
  return <NumericInput {...rest} unit={unit} shown={value === null ? '' : format.number(value)} store={store} />;
};
