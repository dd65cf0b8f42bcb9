/** The part of the call that plans its days: typed one by one, or proposed from one that is fixed. */
import { CalendarRange } from 'lucide-react';
import { useMemo, useState } from 'react';
import { ROMANIAN_CALENDAR } from '../../../domain/calendar/romania';
import { workingDaysBetween } from '../../../domain/calendar/work-calendar';
import { daysBetween } from '../../../domain/civil-date';
import type { Project } from '../../../domain/project';
import { callPlanOf, type CallPlan } from '../../../domain/timeline/call-plan';
import { plannedDate, type MilestoneKind } from '../../../domain/timeline/milestone';
import { minimumPeriods } from '../../../domain/timeline/minimum-periods';
import { proposeDates } from '../../../domain/timeline/propose';
import { milestonesOf } from '../../../domain/timeline/timeline-problems';
import type { CivilDate } from '../../../domain/values';
import { useCaiet, useProject } from '../../context/caiet-context';
import { fieldRemarks, type FieldRemarks } from '../../context/field-remarks';
import { useT } from '../../context/language';
import { callHref } from '../../context/routes';
import { useRulePack } from '../../context/rule-pack';
import { useWords } from '../../context/words';
import { Button } from '../../primitives/button';
import { Card } from '../../primitives/card';
import { DateField } from '../../primitives/date-field';
import { LinkButton } from '../../primitives/link-button';
import { Note } from '../../primitives/note';
import { Select } from '../../primitives/select';
import { CallPage } from './call-page';
import { LawHelp } from './law-help';
import { NextPart } from './next-part';
import { RuleSource } from './rule-source';
import { TimelineChart } from './timeline-chart';
import { useCallProblems } from './use-call-problems';

interface DayRowProps {
  readonly kind: MilestoneKind;
  readonly date: CivilDate | null;
  /** The planned day before it in the list. */
  readonly before: CivilDate | null;
  readonly plan: CallPlan;
  readonly remarks: FieldRemarks;
}

const DayRow = ({ kind, date, before, plan, remarks }: DayRowProps) => {
  const t = useT();
  const caiet = useCaiet();
  const period = plan.route === null ? undefined : minimumPeriods(plan.route, plan.procedure, plan.pack, plan.on).find(({ to }) => to === kind);
  const counted = date === null || before === null || date < before ? null : { days: daysBetween(before, date), working: workingDaysBetween(ROMANIAN_CALENDAR, before, date) };
  return (
    <li className="timeline-day">
      <DateField label={t(`timeline.kind.${kind}`)} value={date} {...remarks(`${kind}/date`)} onCommit={(next) => caiet.plan.setDates({ [kind]: next })} />
      <div className="timeline-facts">
        {counted !== null && <p>{t('timeline.counted', counted)}</p>}
        {period !== undefined && <p>{t('timeline.least', { days: period.term.amount })}<RuleSource rule={period.rule} /></p>}
      </div>
    </li>
  );
};

const Days = ({ project, plan, remarks }: { readonly project: Project; readonly plan: CallPlan; readonly remarks: FieldRemarks }) => {
  const t = useT();
  const days = milestonesOf(plan).map((kind) => ({ kind, date: plannedDate(project, kind) }));
  return (
    <ol className="timeline-days" aria-label={t('timeline.days')}>
      {days.map(({ kind, date }, index) => (
        <DayRow key={kind} kind={kind} date={date} before={days.slice(0, index).findLast((day) => day.date !== null)?.date ?? null} plan={plan} remarks={remarks} />
      ))}
    </ol>
  );
};

const Proposal = ({ project, plan }: { readonly project: Project; readonly plan: CallPlan }) => {
  const t = useT();
  const caiet = useCaiet();
  const [fixed, setFixed] = useState<MilestoneKind>('publication');
  const [day, setDay] = useState<CivilDate | null>(null);
  const date = day ?? plannedDate(project, fixed);
  const dates = useMemo(() => (date === null ? null : proposeDates(plan, fixed, date)), [plan, fixed, date]);
  return (
    <Card title={t('timeline.propose')}>
      <p>{t('timeline.propose.lede')}</p>
      <div className="timeline-proposal">
        <Select label={t('timeline.fixed')} value={fixed} options={milestonesOf(plan).map((id) => ({ id, label: t(`timeline.kind.${id}`) }))} onChange={setFixed} />
        <DateField label={t('timeline.fixedDate')} value={date} onCommit={setDay} />
        <Button icon={CalendarRange} isDisabled={dates === null} onPress={() => { if (dates !== null) caiet.plan.setDates(dates); }}>{t('timeline.proposeNow')}</Button>
      </div>
      {date === null && <p className="quiet-text">{t('timeline.propose.needsDate')}</p>}
    </Card>
  );
};

export const TimelinePage = () => {
  const t = useT();
  const project = useProject();
  const rulePack = useRulePack();
  const problems = useCallProblems();
  const plan = useMemo(() => callPlanOf(project, rulePack), [project, rulePack]);
  const words = useWords().problem;
  const days = milestonesOf(plan)
    .flatMap((kind) => { const date = plannedDate(project, kind); return date === null ? [] : [{ kind, date }]; })
    .toSorted((left, right) => (left.date < right.date ? -1 : left.date > right.date ? 1 : 0));
  return (
    <CallPage part="timeline" project={project} problems={problems} actions={days.length > 1 && <NextPart projectId={project.id} after="timeline" />}>
      {plan.route === null && <Note tone="warn" actions={<LinkButton href={callHref(project.id, 'procedure')}>{t('timeline.toProcedure')}</LinkButton>}>{t('timeline.noProcedure')}</Note>}
      <Proposal project={project} plan={plan} />
      <Card title={t('timeline.days')} aside={<LawHelp subject={t('timeline.days')} text="timeline.help" source="timeline.help.source" />}>
        <Days project={project} plan={plan} remarks={fieldRemarks(problems, '/milestones', words)} />
        {days.length > 1 && <TimelineChart days={days} />}
      </Card>
    </CallPage>
  );
};
