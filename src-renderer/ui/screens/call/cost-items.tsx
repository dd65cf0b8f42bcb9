/** What a life-cycle cost adds up: the price or not, each cost with the time it is paid, and the years counted. */
import { Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { COST_TIMINGS, LONGEST_HORIZON } from '../../../domain/life-cycle';
import { inOrder } from '../../../domain/position';
import type { CostCriterion } from '../../../domain/project';
import { SHORT_TEXT } from '../../../domain/texts';
import { useCaiet } from '../../context/caiet-context';
import type { FieldRemarks } from '../../context/field-remarks';
import { useT } from '../../context/language';
import { Button } from '../../primitives/button';
import { Checkbox } from '../../primitives/checkbox';
import { useFocusKept } from '../../primitives/focus-kept';
import { IconButton } from '../../primitives/icon-button';
import { NumberField } from '../../primitives/number-field';
import { Editing } from '../../primitives/read-only';
import { Select } from '../../primitives/select';
import { TextField } from '../../primitives/text-field';
import { LawHelp } from './law-help';

export const CostItems = ({ criterion, remarks }: { readonly criterion: CostCriterion; readonly remarks: FieldRemarks }) => {
  const t = useT();
  const { call, criteria } = useCaiet();
  const [refused, setRefused] = useState(false);
  const items = inOrder(criterion.costItems);
  const list = useFocusKept<HTMLOListElement>(items.length);
  const setYears = (text: string | null): void => {
    const years = Number(text ?? 0);
    const fits = years >= 1 && years <= LONGEST_HORIZON;
    setRefused(!fits);
    if (fits) call.editCriterion(criterion.id, { horizonYears: years });
  };
  return (
    <fieldset className="scale-editor">
      <legend>{t('call.costs')} <LawHelp subject={t('call.costs')} text="call.help.costs" source="call.help.costs.source" /></legend>
      <div className="short-field">
        <NumberField
          label={t('call.costs.years')} whole value={String(criterion.horizonYears)} onCommit={setYears}
          {...(refused ? { error: t('call.costs.years.refused', { longest: LONGEST_HORIZON }) } : remarks('horizonYears'))}
        />
      </div>
      <Checkbox isSelected={criterion.includesPrice} onChange={(includesPrice) => call.editCriterion(criterion.id, { includesPrice })}>{t('call.costs.includesPrice')}</Checkbox>
      <ol className="cost-items" ref={list} tabIndex={-1} aria-label={t('call.costs')}>
        {items.map((item, index) => (
          <li key={item.id} className="cost-item">
            <TextField
              label={t('call.costs.name', { index: index + 1 })} labelHidden value={item.name} maxLength={SHORT_TEXT} {...remarks(`costItems/${item.id}/name`)}
              onCommit={(name) => criteria.editCostItem(criterion.id, item.id, { name })}
            />
            <Select
              label={t('call.costs.timing', { name: item.name })} labelHidden value={item.timing} options={COST_TIMINGS.map((id) => ({ id, label: t(`call.timing.${id}`) }))}
              onChange={(timing) => criteria.editCostItem(criterion.id, item.id, { timing })}
            />
            <Editing><IconButton icon={Trash2} tone="danger" label={t('call.costs.remove', { name: item.name })} onPress={() => criteria.removeCostItem(criterion.id, item.id)} /></Editing>
          </li>
        ))}
      </ol>
      <Editing><div><Button icon={Plus} onPress={() => criteria.addCostItem(criterion.id)}>{t('call.costs.add')}</Button></div></Editing>
    </fieldset>
  );
};
