/** The estimated value as the law counts it, and how far it stands from each threshold of the day. */
import { ruleMoney } from '../../../domain/procedure/estimated-value';
import type { Rule } from '../../../domain/rule-pack';
import { LONG_TEXT } from '../../../domain/texts';
import type { CallPlan } from '../../../domain/timeline/call-plan';
import type { Money } from '../../../domain/values';
import { useCaiet, useProject } from '../../context/caiet-context';
import type { FieldRemarks } from '../../context/field-remarks';
import { useFormat } from '../../context/format';
import { useT } from '../../context/language';
import { Card } from '../../primitives/card';
import { MoneyField } from '../../primitives/money-field';
import { Note } from '../../primitives/note';
import { Table, Tbody, Td, Th, Thead, Tr } from '../../primitives/table';
import { TextArea } from '../../primitives/text-area';
import { LawHelp } from './law-help';
import { RuleSource } from './rule-source';
import { SmallLotsNote } from './small-lots-note';

const LimitRow = ({ name, rule, value }: { readonly name: string; readonly rule: Rule; readonly value: Money | null }) => {
  const t = useT();
  const format = useFormat();
  const limit = ruleMoney(rule);
  const distance = value === null || value.currency !== limit.currency ? null : limit.amount - value.amount;
  const told = distance === null ? t('procedure.distance.unknown')
    : t(distance > 0 ? 'procedure.distance.below' : 'procedure.distance.above', { amount: format.money({ amount: Math.abs(distance), currency: limit.currency }) });
  return (
    <Tr>
      <Th scope="row">{name}<RuleSource rule={rule} /></Th>
      <Td numeric>{format.money(limit)}</Td>
      <Td>{told}</Td>
    </Tr>
  );
};

export const ValueCard = ({ plan, remarks }: { readonly plan: CallPlan; readonly remarks: FieldRemarks }) => {
  const t = useT();
  const format = useFormat();
  const caiet = useCaiet();
  const { currency } = useProject();
  const { value, threshold, cap } = plan.value;
  return (
    <Card title={t('procedure.value')} aside={<LawHelp subject={t('procedure.value')} text="procedure.value.help" source="procedure.value.help.source" />}>
      <p className="value-total">{value === null ? t('procedure.value.unknown') : t('procedure.value.total', { total: format.money(value) })}</p>
      <div className="short-field">
        <MoneyField
          label={t('procedure.extraValue')} description={t('procedure.extraValue.help')} value={plan.procedure.extraValue ?? null} currency={currency} {...remarks('extraValue')}
          onCommit={(extraValue) => caiet.plan.editProcedure({ extraValue })}
        />
      </div>
      <TextArea
        label={t('procedure.valueReason')} description={t('procedure.valueReason.help')} value={plan.procedure.valueReason ?? ''} maxLength={LONG_TEXT} {...remarks('valueReason')}
        onCommit={(valueReason) => caiet.plan.editProcedure({ valueReason })}
      />
      {threshold === null && cap === null ? <Note>{t('procedure.limits.unknown')}</Note> : (
        <Table label={t('procedure.limits', { date: format.date(plan.on) })} density="compact">
          <Thead><Tr><Th>{t('procedure.limits', { date: format.date(plan.on) })}</Th><Th numeric>{t('procedure.limit')}</Th><Th>{t('procedure.distance')}</Th></Tr></Thead>
          <Tbody>
            {cap !== null && <LimitRow name={t('procedure.limit.cap')} rule={cap} value={value} />}
            {threshold !== null && <LimitRow name={t('procedure.limit.threshold')} rule={threshold} value={value} />}
          </Tbody>
        </Table>
      )}
      <SmallLotsNote plan={plan} />
    </Card>
  );
};
