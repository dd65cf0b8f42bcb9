/** A constant of law as the rule pack has it: value, article, when it was last checked and how surely it is known. */
import { utcDate } from '../../../domain/civil-date';
import { ruleOn } from '../../../domain/rule-pack';
import { useProject } from '../../context/caiet-context';
import { useFormat } from '../../context/format';
import { useT } from '../../context/language';
import { useRulePack } from '../../context/rule-pack';

/** Shows nothing when the pack has no such rule on the day the project began. */
export const RuleReference = ({ id }: { readonly id: string }) => {
  const t = useT();
  const format = useFormat();
  const rule = ruleOn(useRulePack(), id, utcDate(useProject().createdAt));
  if (rule === null) return null;
  const value = rule.unit === 'percent' ? format.percent(rule.value) : format.number(rule.value);
  return (
    <p className="law-source">
      {t('call.rule.checked', { reference: rule.legalReference, value, certainty: rule.certainty, date: format.date(rule.checkedOn) })} {t('call.rule.advice')}
    </p>
  );
};
