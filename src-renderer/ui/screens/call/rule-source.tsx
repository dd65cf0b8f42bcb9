/** Where a constant of law comes from, when it was last checked and how surely it is known. */
import type { RULE_CERTAINTIES } from '../../../domain/rule-pack';
import { useFormat } from '../../context/format';
import { useT } from '../../context/language';

export interface RuleSourceProps {
  readonly rule: { readonly legalReference: string; readonly checkedOn: string; readonly certainty: (typeof RULE_CERTAINTIES)[number] };
}

export const RuleSource = ({ rule }: RuleSourceProps) => {
  const t = useT();
  const format = useFormat();
  return <span className="rule-source">{t('procedure.source', { reference: rule.legalReference, certainty: rule.certainty, date: format.date(rule.checkedOn) })}</span>;
};
