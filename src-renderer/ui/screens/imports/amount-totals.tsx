/** What the amounts of the rows come to, beside the total the file itself states. */
import { decimal, plainDecimal } from '../../../domain/exact';
import type { AmountTotal } from '../../../domain/ports/sheet-import';
import { parseMoney } from '../../../domain/money';
import { useFormat } from '../../context/format';
import { useT } from '../../context/language';
import { Pill } from '../../primitives/pill';
import { fieldWords } from './field-words';

const Total = ({ total: { field, currency, accepted, all, stated } }: { readonly total: AmountTotal }) => {
  const t = useT();
  const format = useFormat();
  const money = (amount: string): string => format.money(parseMoney(amount, currency));
  const fits = stated !== null && decimal(stated.amount).eq(all);
  const difference = stated === null ? '0' : plainDecimal(decimal(stated.amount).minus(all));
  return (
    <p className="imports-total">
      <strong>{t('imports.totals.title', { field: fieldWords(field, t) })}:</strong>
      <span>{t('imports.totals.accepted', { amount: money(accepted) })}</span>
      {accepted === all ? null : <span>{t('imports.totals.all', { amount: money(all) })}</span>}
      {stated === null ? <span>{t('imports.totals.none')}</span> : fits
        ? <Pill tone="ok">{t('imports.totals.fits', { row: stated.row })}</Pill>
        : <Pill tone="warn">{t('imports.totals.differs', { row: stated.row, amount: money(stated.amount), difference: format.number(difference, { minimumFractionDigits: 2 }) })}</Pill>}
    </p>
  );
};

export const AmountTotals = ({ totals }: { readonly totals: readonly AmountTotal[] }) => totals.map((total) => <Total key={total.field} total={total} />);
