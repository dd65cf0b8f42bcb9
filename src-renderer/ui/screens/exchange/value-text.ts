/** A value of a project as text, by the field it stands in. */
import { isFiling } from '../../../domain/field-path';
import { inOrder } from '../../../domain/position';
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

/** Where a document is filed, as the list of documents says it. A record that is gone is told by its kind. */
const filingText = ({ kind, id, priceEnvelope }: Readonly<Record<string, Json>>, project: Project, { t, tCode }: Translator): string => {
  const key = typeof id === 'string' ? id : '';
  const [lot, bid] = [project.lots[key], project.bids[key]];
  if (kind === 'lot' && lot !== undefined) return t('attachments.lot', { number: lot.number });
  if (kind === 'bid' && bid !== undefined) {
    const names = { bidder: project.bidders[bid.bidderId]?.name ?? '', number: project.lots[bid.lotId]?.number ?? '' };
    return t(priceEnvelope === true ? 'attachments.priceEnvelope' : 'attachments.bid', names);
  }
  const question = inOrder(project.clarifications ?? {}).findIndex((each) => each.id === key);
  if (kind === 'clarification' && question >= 0) return t('attachments.clarification', { number: question + 1 });
  const name = typeof kind === 'string' ? kind : '';
  return tCode('exchange.code.filedUnder', name, 'exchange.field.other', { name });
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
  if (isFiling(value)) return shortened(filingText(value, project, translator));
  const money = moneySchema.safeParse(value);
  if (money.success) return format.money(money.data);
  const isWholeRecord = path.length === 0 || path.length === 2;
  return t(isWholeRecord ? 'exchange.value.present' : 'exchange.value.other');
};
