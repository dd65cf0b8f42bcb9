/** Which lots the law lets be awarded apart although all of them together reach the threshold. */
import { smallLots } from '../../../domain/procedure/small-lots';
import type { CallPlan } from '../../../domain/timeline/call-plan';
import { useProject } from '../../context/caiet-context';
import { useFormat } from '../../context/format';
import { useT } from '../../context/language';
import { Disclosure } from '../../primitives/disclosure';
import { RuleSource } from './rule-source';

/** Shows nothing where the exception has no place. */
export const SmallLotsNote = ({ plan }: { readonly plan: CallPlan }) => {
  const t = useT();
  const format = useFormat();
  const project = useProject();
  const small = smallLots(project, plan);
  if (small === null) return null;
  const { lots, together, most, fit, limit, share } = small;
  return (
    <Disclosure title={t('procedure.smallLots', { count: lots.length })}>
      <p>{t('procedure.smallLots.rule', { limit: format.number(limit.value), share: format.percent(share.value), most: format.money(most) })}</p>
      {lots.length > 0 && <ul>{lots.map(({ lotId, value }) => <li key={lotId}>{t('procedure.smallLots.lot', { number: project.lots[lotId]?.number ?? '', value: format.money(value) })}</li>)}</ul>}
      {lots.length > 0 && <p>{t(fit ? 'procedure.smallLots.fit' : 'procedure.smallLots.choose', { together: format.money(together), most: format.money(most) })}</p>}
      <p><RuleSource rule={limit} /> <RuleSource rule={share} /></p>
    </Disclosure>
  );
};
