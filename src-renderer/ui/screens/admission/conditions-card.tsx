/** The conditions of the call, each held against the bid with where it shows and why. */
import { CHECK_OUTCOMES } from '../../../domain/admissibility/admission-fields';
import { knockOutsOfBid, type CheckedKnockOut } from '../../../domain/admissibility/knock-outs-of-bid';
import type { Bid, Project } from '../../../domain/project';
import { LONG_TEXT } from '../../../domain/texts';
import { useCaiet } from '../../context/caiet-context';
import { useT } from '../../context/language';
import { Card } from '../../primitives/card';
import { Select } from '../../primitives/select';
import { TextArea } from '../../primitives/text-area';

const Condition = ({ bid, checked: { knockOut, check } }: { readonly bid: Bid; readonly checked: CheckedKnockOut }) => {
  const t = useT();
  const { admission } = useCaiet();
  const options = [...CHECK_OUTCOMES, 'none' as const].map((id) => ({ id, label: t(`admission.condition.outcome.${id}`) }));
  return (
    <fieldset className="bids-part">
      <legend>{knockOut.title}</legend>
      {knockOut.description.trim() === '' ? null : <p className="bids-part-text">{knockOut.description}</p>}
      {knockOut.evidence.trim() === '' ? null : <p className="bids-part-text">{t('admission.condition.evidenceAsked', { evidence: knockOut.evidence })}</p>}
      <div className="bids-fields">
        <Select label={t('admission.condition.outcome')} value={check?.outcome ?? 'none'} options={options} onChange={(outcome) => admission.check(bid.id, knockOut.id, { outcome: outcome === 'none' ? null : outcome })} />
        <TextArea label={t('admission.condition.evidence')} value={check?.evidence ?? ''} onCommit={(evidence) => admission.check(bid.id, knockOut.id, { evidence })} maxLength={LONG_TEXT} rows={1} />
        <TextArea label={t('admission.condition.reason')} value={check?.reason ?? ''} onCommit={(reason) => admission.check(bid.id, knockOut.id, { reason })} maxLength={LONG_TEXT} rows={1} />
      </div>
    </fieldset>
  );
};

export const ConditionsCard = ({ project, bid }: { readonly project: Project; readonly bid: Bid }) => {
  const t = useT();
  const conditions = knockOutsOfBid(project, bid);
  return (
    <Card title={t('admission.part.conditions')}>
      {conditions.length === 0 ? <p className="soft">{t('admission.part.conditions.none')}</p> : conditions.map((checked) => <Condition key={checked.knockOut.id} bid={bid} checked={checked} />)}
    </Card>
  );
};
