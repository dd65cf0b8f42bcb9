/** Similar purchases of the months before, from the other projects and noted by hand, and what they add up to. */
import { Plus, Trash2 } from 'lucide-react';
import { useMemo, useState } from 'react';
import { Link } from 'wouter';
import { similarPurchases, type SimilarPurchases } from '../../../domain/procedure/similar-purchases';
import type { NotedPurchase } from '../../../domain/procedure/procedure';
import type { Problem } from '../../../domain/problem';
import { LONG_TEXT, SHORT_TEXT } from '../../../domain/texts';
import type { CallPlan } from '../../../domain/timeline/call-plan';
import type { Id } from '../../../domain/values';
import { useCaiet, useProject } from '../../context/caiet-context';
import type { FieldRemarks, ProblemWords } from '../../context/field-remarks';
import { useFormat } from '../../context/format';
import { useT } from '../../context/language';
import { useOtherPurchases } from '../../context/other-purchases';
import { callHref } from '../../context/routes';
import { SEVERITY_TONES } from '../../context/severity-tone';
import { Button } from '../../primitives/button';
import { Card } from '../../primitives/card';
import { DateField } from '../../primitives/date-field';
import { useFocusKept } from '../../primitives/focus-kept';
import { IconButton } from '../../primitives/icon-button';
import { MoneyField } from '../../primitives/money-field';
import { Note } from '../../primitives/note';
import { Table, Tbody, Td, Th, Thead, Tr } from '../../primitives/table';
import { TextArea } from '../../primitives/text-area';
import { TextField } from '../../primitives/text-field';
import { LawHelp } from './law-help';
import { useNewRecord } from './new-record';
import { RuleSource } from './rule-source';

const Found = ({ similar }: { readonly similar: SimilarPurchases }) => {
  const t = useT();
  const format = useFormat();
  const inCaiet = similar.purchases.filter(({ projectId }) => projectId !== null);
  if (inCaiet.length === 0) return <p>{t('procedure.similar.none')}</p>;
  return (
    <Table label={t('procedure.similar.found')} density="compact">
      <Thead><Tr><Th>{t('procedure.similar.found')}</Th><Th>{t('procedure.similar.on')}</Th><Th numeric>{t('procedure.similar.value')}</Th></Tr></Thead>
      <Tbody>
        {inCaiet.map(({ id, what, on, value, groups }) => (
          <Tr key={id}>
            <Th scope="row"><Link href={callHref(id, 'lots')}>{what}</Link> <span className="quiet-text">{t('procedure.similar.groups', { groups: groups.join(', ') })}</span></Th>
            <Td>{format.date(on)}</Td>
            <Td numeric>{format.money(value)}</Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
};

interface NotedProps {
  readonly purchase: NotedPurchase;
  readonly number: number;
  readonly currency: string;
  readonly isNew: boolean;
  readonly onLeave: () => void;
}

const Noted = ({ purchase: { id, what, on, value }, number, currency, isNew, onLeave }: NotedProps) => {
  const t = useT();
  const { plan } = useCaiet();
  const record = useNewRecord<HTMLLIElement>(isNew, onLeave);
  return (
    <li className="noted-purchase" aria-label={t('procedure.similar.named', { number })} ref={record}>
      <div className="first-field"><TextField label={t('procedure.similar.what')} value={what} maxLength={SHORT_TEXT} onCommit={(text) => plan.editNotedPurchase(id, { what: text })} /></div>
      <DateField label={t('procedure.similar.on')} value={on} onCommit={(day) => plan.editNotedPurchase(id, { on: day })} />
      <MoneyField label={t('procedure.similar.value')} value={value} currency={currency} onCommit={(amount) => plan.editNotedPurchase(id, { value: amount })} />
      <IconButton icon={Trash2} tone="danger" label={t('procedure.similar.remove', { number })} onPress={() => plan.removeNotedPurchase(id)} />
    </li>
  );
};

export interface SimilarCardProps {
  readonly plan: CallPlan;
  readonly problems: readonly Problem[];
  readonly remarks: FieldRemarks;
  readonly words: ProblemWords;
}

export const SimilarCard = ({ plan, problems, remarks, words }: SimilarCardProps) => {
  const t = useT();
  const format = useFormat();
  const { plan: commands } = useCaiet();
  const project = useProject();
  const others = useOtherPurchases(project.id);
  const similar = useMemo(() => similarPurchases(project, others, plan.pack), [project, others, plan.pack]);
  const noted = Object.values(plan.procedure.otherPurchases ?? {}).toSorted((left, right) => (left.id < right.id ? -1 : 1));
  const [added, setAdded] = useState<Id | null>(null);
  const list = useFocusKept<HTMLUListElement>(noted.length);
  if (similar === null || Object.keys(project.lots).length === 0) return null;
  const { value } = plan.value;
  const summed = similar.purchases.length > 0 && value !== null && value.currency === similar.sum.currency;
  return (
    <Card
      title={t('procedure.similar')}
      aside={<><LawHelp subject={t('procedure.similar')} text="procedure.similar.help" source="procedure.similar.help.source"><p><RuleSource rule={similar.rule} /></p></LawHelp><Button icon={Plus} onPress={() => setAdded(commands.addNotedPurchase())}>{t('procedure.similar.add')}</Button></>}
    >
      <p>{t('procedure.similar.window', { from: format.date(similar.from), until: format.date(similar.until), groups: similar.groups.length === 0 ? '–' : similar.groups.join(', ') })}</p>
      {problems.filter(({ pointer }) => pointer === '/procedure/otherPurchases').map((problem) => <Note key={problem.code} tone={SEVERITY_TONES[problem.severity]}>{words(problem)}</Note>)}
      <Found similar={similar} />
      {noted.length > 0 && (
        <ul className="noted-purchases" ref={list} tabIndex={-1} aria-label={t('procedure.similar.noted')}>
          {noted.map((purchase, index) => <Noted key={purchase.id} purchase={purchase} number={index + 1} currency={project.currency} isNew={purchase.id === added} onLeave={() => setAdded(null)} />)}
        </ul>
      )}
      {summed && <p className="value-total">{t('procedure.similar.sum', { sum: format.money(similar.sum), total: format.money({ amount: value.amount + similar.sum.amount, currency: value.currency }) })}</p>}
      {(similar.purchases.length > 0 || noted.length > 0) && (
        <TextArea
          label={t('procedure.notSplitReason')} description={t('procedure.notSplitReason.help')} value={plan.procedure.notSplitReason ?? ''} maxLength={LONG_TEXT} {...remarks('notSplitReason')}
          onCommit={(notSplitReason) => commands.editProcedure({ notSplitReason })}
        />
      )}
    </Card>
  );
};
