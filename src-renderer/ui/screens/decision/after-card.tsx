/** What was done after a lot was decided, in days from which the periods are counted, and the contract. */
import { dayAfterDecision } from '../../../domain/decision/after-decision';
import type { LotDecision } from '../../../domain/lot-decision';
import type { Lot } from '../../../domain/project';
import { SHORT_TEXT } from '../../../domain/texts';
import { useCaiet, useProject } from '../../context/caiet-context';
import { useT } from '../../context/language';
import { Card } from '../../primitives/card';
import { DateField } from '../../primitives/date-field';
import { TextField } from '../../primitives/text-field';

export const AfterCard = ({ lot, decision }: { readonly lot: Lot; readonly decision: LotDecision }) => {
  const t = useT();
  const caiet = useCaiet();
  const project = useProject();
  const fields = decision.outcome === 'cancel' ? (['communicatedOn'] as const) : (['communicatedOn', 'signedOn', 'contractEndsOn', 'noticeSentOn'] as const);
  return (
    <Card title={t('after.title', { number: lot.number })}>
      <div className="bids-fields">
        {fields.map((field) => <DateField key={field} label={t(`after.${field}`)} value={dayAfterDecision(project, lot.id, field)} onCommit={(day) => caiet.decisions.editAfter(lot.id, { [field]: day })} />)}
        {decision.outcome === 'cancel' ? null : (
          <TextField
            label={t('after.contractNumber')} value={project.afterDecisions?.[lot.id]?.contractNumber ?? ''} maxLength={SHORT_TEXT}
            onCommit={(contractNumber) => caiet.decisions.editAfter(lot.id, { contractNumber })}
          />
        )}
      </div>
    </Card>
  );
};
