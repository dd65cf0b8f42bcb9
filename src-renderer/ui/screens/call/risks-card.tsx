/** The risks of the contract: what may happen, who bears it, and what is done about it. */
import { Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { inOrder } from '../../../domain/position';
import type { Project } from '../../../domain/project';
import { RISK_ALLOCATIONS, RISK_CATEGORIES, type Risk, type RiskAllocation, type RiskCategory } from '../../../domain/risk';
import { LONG_TEXT, SHORT_TEXT } from '../../../domain/texts';
import type { Id } from '../../../domain/values';
import { useCaiet } from '../../context/caiet-context';
import { useT } from '../../context/language';
import { Button } from '../../primitives/button';
import { Card } from '../../primitives/card';
import { EmptyState } from '../../primitives/empty-state';
import { useFocusKept } from '../../primitives/focus-kept';
import { HelpTip } from '../../primitives/help-tip';
import { IconButton } from '../../primitives/icon-button';
import { Select, type SelectOption } from '../../primitives/select';
import { TextArea } from '../../primitives/text-area';
import { TextField } from '../../primitives/text-field';
import { MoveButtons } from './move-buttons';
import { useNewRecord } from './new-record';

interface RiskRowProps {
  readonly risk: Risk;
  readonly number: number;
  readonly count: number;
  readonly isNew: boolean;
  readonly onLeave: () => void;
}

const RiskRow = ({ risk: { id, description, category, allocation, measures }, number, count, isNew, onLeave }: RiskRowProps) => {
  const t = useT();
  const { plan } = useCaiet();
  const record = useNewRecord<HTMLLIElement>(isNew, onLeave);
  const name = t('risks.named', { number });
  const categories = RISK_CATEGORIES.map((code): SelectOption<RiskCategory> => ({ id: code, label: t(`risks.category.${code}`) }));
  const allocations = RISK_ALLOCATIONS.map((code): SelectOption<RiskAllocation> => ({ id: code, label: t(`risks.allocation.${code}`) }));
  return (
    <li className="phase" aria-label={name} ref={record}>
      <div className="phase-head">
        <div className="first-field"><TextField label={t('risks.description')} value={description} maxLength={SHORT_TEXT} onCommit={(text) => plan.editRisk(id, { description: text })} /></div>
        <span className="phase-acts">
          <MoveButtons name={name} index={number - 1} count={count} onMove={(to) => plan.moveRisk(id, to)} />
          <IconButton icon={Trash2} tone="danger" label={t('risks.remove', { number })} onPress={() => plan.removeRisk(id)} />
        </span>
      </div>
      <div className="risk-fields">
        <Select label={t('risks.category')} placeholder={t('risks.choose')} value={category} options={categories} onChange={(chosen) => plan.editRisk(id, { category: chosen })} />
        <Select label={t('risks.allocation')} placeholder={t('risks.choose')} value={allocation} options={allocations} onChange={(chosen) => plan.editRisk(id, { allocation: chosen })} />
      </div>
      <TextArea label={t('risks.measures')} value={measures} maxLength={LONG_TEXT} onCommit={(text) => plan.editRisk(id, { measures: text })} />
    </li>
  );
};

export const RisksCard = ({ project }: { readonly project: Project }) => {
  const t = useT();
  const { plan } = useCaiet();
  const risks = inOrder(project.risks ?? {});
  const [added, setAdded] = useState<Id | null>(null);
  const list = useFocusKept<HTMLOListElement>(risks.length);
  const button = <Button icon={Plus} onPress={() => setAdded(plan.addRisk())}>{t('risks.add')}</Button>;
  return (
    <Card
      title={t('risks.title')} padding={risks.length === 0 ? 'flush' : 'normal'}
      aside={<><HelpTip label={t('risks.title')}><p>{t('risks.help')}</p></HelpTip>{risks.length > 0 && button}</>}
    >
      {risks.length === 0 ? <EmptyState title={t('risks.empty')} body={<p>{t('risks.empty.body')}</p>} action={button} /> : (
        <ol className="phases" ref={list} tabIndex={-1} aria-label={t('risks.title')}>
          {risks.map((risk, index) => (
            <RiskRow key={risk.id} risk={risk} number={index + 1} count={risks.length} isNew={risk.id === added} onLeave={() => setAdded(null)} />
          ))}
        </ol>
      )}
    </Card>
  );
};
