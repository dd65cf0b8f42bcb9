/** One lot: its decision if it has one, else the choice and what stands in its way. */
import { decisionOf } from '../../../domain/lot-decision';
import type { Lot } from '../../../domain/project';
import { reopeningsOf } from '../../../domain/decision/reopening';
import { useProject } from '../../context/caiet-context';
import { useFormat } from '../../context/format';
import { useT } from '../../context/language';
import { Card } from '../../primitives/card';
import { useFocusKept } from '../../primitives/focus-kept';
import { AfterCard } from './after-card';
import { ChoiceCard } from './choice-card';
import { MadeCard } from './made-card';
import { PhasesCard } from './phases-card';

export const LotDecisionPart = ({ lot }: { readonly lot: Lot }) => {
  const t = useT();
  const format = useFormat();
  const project = useProject();
  const decision = decisionOf(project, lot.id);
  const heading = useFocusKept<HTMLHeadingElement>(decision === null);
  const history = reopeningsOf(project, lot.id);
  return (
    <>
      {decision === null ? <ChoiceCard lot={lot} headingRef={heading} /> : <MadeCard lot={lot} decision={decision} headingRef={heading} />}
      {decision === null ? null : <AfterCard lot={lot} decision={decision} />}
      {decision?.outcome === 'award' ? <PhasesCard lot={lot} /> : null}
      {history.length === 0 ? null : (
        <Card title={t('decision.history')}>
          <ul className="decision-history">
            {history.map(({ id, at, kind, reason, orderedBy }) => <li key={id}>{t('decision.history.line', { when: format.instant(at), kind: t(`decision.reopen.kind.${kind}`), reason, orderedBy })}</li>)}
          </ul>
        </Card>
      )}
    </>
  );
};
