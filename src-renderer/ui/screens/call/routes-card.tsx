/** Every route to a contract: whether it fits, why or why not, its article and its shortest times; and the person's choice. */
import type { Verdict } from '../../../domain/procedure/decide';
import { groundOf } from '../../../domain/procedure/grounds';
import { ROUTES } from '../../../domain/procedure/procedure';
import { LONG_TEXT } from '../../../domain/texts';
import type { CallPlan } from '../../../domain/timeline/call-plan';
import { minimumPeriods } from '../../../domain/timeline/minimum-periods';
import { useCaiet } from '../../context/caiet-context';
import type { FieldRemarks } from '../../context/field-remarks';
import { useT } from '../../context/language';
import { Button } from '../../primitives/button';
import { Card } from '../../primitives/card';
import { Note } from '../../primitives/note';
import { Pill } from '../../primitives/pill';
import { Select } from '../../primitives/select';
import { TextArea } from '../../primitives/text-area';
import { RuleSource } from './rule-source';

const TONES = { fits: 'ok', unusual: 'warn', excluded: 'neutral' } as const;

const RouteVerdict = ({ verdict, plan, isRecommended }: { readonly verdict: Verdict; readonly plan: CallPlan; readonly isRecommended: boolean }) => {
  const t = useT();
  const { route, fit, grounds } = verdict;
  const periods = fit === 'excluded' ? [] : minimumPeriods(route, plan.procedure, plan.pack, plan.on);
  return (
    <li className="route">
      <h3 className="route-name">{t(`procedure.route.${route}`)} <Pill tone={isRecommended ? 'info' : TONES[fit]}>{t(isRecommended ? 'procedure.fit.recommended' : `procedure.fit.${fit}`)}</Pill></h3>
      <ul className="route-grounds">
        {grounds.map((code) => <li key={code}>{t(`procedure.ground.${code}`)}<RuleSource rule={groundOf(code)} /></li>)}
        {periods.map(({ from, to, term, rule }) => (
          <li key={rule.id}>{t('procedure.period', { from: t(`timeline.kind.${from}`), to: t(`timeline.kind.${to}`), days: term.amount })}<RuleSource rule={rule} /></li>
        ))}
      </ul>
    </li>
  );
};

const Choice = ({ plan, remarks }: { readonly plan: CallPlan; readonly remarks: FieldRemarks }) => {
  const t = useT();
  const caiet = useCaiet();
  const { recommended } = plan.decision;
  return (
    <>
      <div className="route-choice">
        <Select
          label={t('procedure.chosen')} value={plan.route} placeholder={t('procedure.chosen.none')} {...remarks('chosen')}
          options={ROUTES.map((id) => ({ id, label: t(`procedure.route.${id}`) }))} onChange={(chosen) => caiet.plan.editProcedure({ chosen })}
        />
        {recommended !== null && recommended !== plan.route && (
          <Button variant={plan.route === null ? 'primary' : 'secondary'} onPress={() => caiet.plan.editProcedure({ chosen: recommended })}>{t('procedure.takeRecommended')}</Button>
        )}
      </div>
      <TextArea
        label={t('procedure.chosenReason')} description={t('procedure.chosenReason.help')} value={plan.procedure.chosenReason ?? ''} maxLength={LONG_TEXT} {...remarks('chosenReason')}
        onCommit={(chosenReason) => caiet.plan.editProcedure({ chosenReason })}
      />
    </>
  );
};

const Recommendation = ({ plan: { decision: { recommended, missing } } }: { readonly plan: CallPlan }) => {
  const t = useT();
  if (recommended !== null) return <Note title={t('procedure.recommended', { route: t(`procedure.route.${recommended}`) })}>{t('procedure.advice')}</Note>;
  return (
    <Note title={t('procedure.unanswered', { count: missing.length })}>
      <ul className="missing-list">{missing.map((question) => <li key={question}>{t(`procedure.ask.${question}`)}</li>)}</ul>
    </Note>
  );
};

/** The recommended route first, then those that fit, the unusual ones and the excluded. */
const RANK = { fits: 1, unusual: 2, excluded: 3 } as const;

export const RoutesCard = ({ plan, remarks }: { readonly plan: CallPlan; readonly remarks: FieldRemarks }) => {
  const t = useT();
  const { recommended, verdicts } = plan.decision;
  const rank = ({ route, fit }: Verdict): number => (route === recommended ? 0 : RANK[fit]);
  return (
    <Card title={t('procedure.routes')}>
      <Recommendation plan={plan} />
      <Choice plan={plan} remarks={remarks} />
      <ol className="routes" aria-label={t('procedure.routes')}>
        {verdicts.toSorted((left, right) => rank(left) - rank(right)).map((verdict) => <RouteVerdict key={verdict.route} verdict={verdict} plan={plan} isRecommended={verdict.route === recommended} />)}
      </ol>
    </Card>
  );
};
