/** A value of a project as text, by the field it stands in. */
import { moneySchema, type Json } from '../../../domain/values';
import { BID_STATUSES, type Project } from '../../../domain/project';
import type { Translator } from '../../../i18n/translator';
import type { Format } from '../../context/format';
import { codeText } from './code-text';

const LONGEST = 160;
const CIVIL_DATE = /^\d{4}-\d{2}-\d{2}$/;
const DECIMAL = /^-?\d+(\.\d+)?$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T/;
const PERCENT_FIELDS: ReadonlySet<string> = new Set(['weight', 'fullMarksAt']);

const shortened = (text: string): string => (text.length <= LONGEST ? text : `${text.slice(0, LONGEST).trimEnd()}…`);

const textOfString = (path: readonly string[], value: string, project: Project, translator: Translator, format: Format): string => {
  const { t } = translator;
  const field = path.at(-1) ?? '';
  if (value === '') return t('exchange.value.empty');
  if (field === 'status') {
    const status = BID_STATUSES.find((each) => each === value);
    if (status !== undefined) return t(`bids.status.${status}`);
  }
  if (value === 'costEffectiveness' || value === 'transformativePotential') return t(`exchange.axis.${value}`);
  const known = codeText(path, value, project, translator);
  if (known !== undefined) return shortened(known);
  if (CIVIL_DATE.test(value)) return format.date(value);
  if (INSTANT.test(value)) return format.instant(value);
  if (PERCENT_FIELDS.has(field) && DECIMAL.test(value)) return format.percent(value);
  return field === 'value' && DECIMAL.test(value) ? format.number(value) : shortened(value);
};

/** `project` is the state the value comes from: it names the lot or bidder an id stands for. */
export const valueText = (path: readonly string[], value: Json | undefined, project: Project, translator: Translator, format: Format): string => {
  const { t } = translator;
  const field = path.at(-1) ?? '';
  if (value === undefined || value === null) return t('exchange.value.absent');
  if (field === 'position') return t('exchange.value.changed');
  if (typeof value === 'boolean') return t(value ? 'exchange.value.yes' : 'exchange.value.no');
  if (typeof value === 'number') return format.number(value);
  if (typeof value === 'string') return textOfString(path, value, project, translator, format);
  const money = moneySchema.safeParse(value);
  if (money.success) return format.money(money.data);
  const isWholeRecord = path.length === 0 || path.length === 2;
  return t(isWholeRecord ? 'exchange.value.present' : 'exchange.value.other');
};
