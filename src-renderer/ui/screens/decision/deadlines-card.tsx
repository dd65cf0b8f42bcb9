/** The periods that run, what comes next and what is late, each with its article. */
import { CalendarPlus } from 'lucide-react';
import { useMemo } from 'react';
import { awardDeadlines, awardRegime, nextDeadline, type AwardGroup } from '../../../domain/decision/award-deadlines';
import type { Deadline, DeadlineState } from '../../../domain/decision/deadline';
import { bidsDeadline } from '../../../domain/bids-deadline';
import { REPORT_GROUPS } from '../../../domain/decision/after-decision';
import type { CalendarDay } from '../../../domain/decision/calendar-file';
import { utcDate } from '../../../domain/civil-date';
import { ruleOn } from '../../../domain/rule-pack';
import { useCaiet, useProject } from '../../context/caiet-context';
import { useFormat } from '../../context/format';
import { useT } from '../../context/language';
import { useRulePack } from '../../context/rule-pack';
import { useRun } from '../../context/run';
import { today } from '../../context/today';
import { Button } from '../../primitives/button';
import { Card } from '../../primitives/card';
import { DateField } from '../../primitives/date-field';
import { Note } from '../../primitives/note';
import { Pill, type Tone } from '../../primitives/pill';
import { Select } from '../../primitives/select';
import { Table, Tbody, Td, Th, Thead, Tr } from '../../primitives/table';

const TONES: Readonly<Record<DeadlineState, Tone | 'neutral'>> = { waiting: 'neutral', running: 'info', today: 'warn', late: 'bad', done: 'ok', doneLate: 'warn', over: 'neutral', early: 'bad' };

const useDeadlineWords = () => {
  const t = useT();
  const format = useFormat();
  const project = useProject();
  const rulePack = useRulePack();
  return {
    what: ({ kind, bidId, phaseId }: Deadline): string => {
      const bid = project.bids[bidId ?? ''];
      return t(`deadlines.kind.${kind}`, { bidder: bid === undefined ? '' : (project.bidders[bid.bidderId]?.name ?? ''), phase: project.phases?.[phaseId ?? '']?.name ?? '' });
    },
    lot: ({ lotId }: Deadline): string => (lotId === null ? t('deadlines.whole') : (project.lots[lotId]?.number ?? '')),
    law: ({ kind, ruleId }: Deadline): string => {
      if (kind === 'phase') return t('deadlines.ofContract');
      const rule = ruleId === null ? null : ruleOn(rulePack, ruleId, utcDate(project.createdAt));
      return rule === null ? t('deadlines.ownDay') : t('documents.ruleSource', { reference: rule.legalReference, checkedOn: format.date(rule.checkedOn), certainty: t(`settings.certainty.${rule.certainty}`) });
    },
  };
};

/** Which periods hold: reckoned, unless a person says otherwise. */
const Terms = () => {
  const t = useT();
  const { decisions } = useCaiet();
  const project = useProject();
  const regime = awardRegime(project, useRulePack());
  const sides = (['above', 'below'] as const).map((id) => ({ id, label: t(`deadlines.threshold.${id}`) }));
  const choices: readonly AwardGroup[] = [...new Set<AwardGroup>([...REPORT_GROUPS, regime.group])];
  const groups = choices.map((id) => ({ id, label: t(`deadlines.group.${id}`) }));
  const choose = (group: AwardGroup): void => {
    const procedureGroup = REPORT_GROUPS.find((each) => each === group);
    if (procedureGroup !== undefined) decisions.editTerms({ procedureGroup });
  };
  const planned = (project.awardTerms?.bidsDeadline ?? null) === null && bidsDeadline(project) !== null;
  return (
    <fieldset className="bids-part">
      <legend>{t('deadlines.terms')}</legend>
      {regime.isChosen ? null : <p className="bids-part-text">{regime.route === null ? t('deadlines.reckoned') : t('deadlines.reckoned.route', { route: t(`procedure.route.${regime.route}`) })}</p>}
      {regime.group === 'outside' ? <Note>{t('deadlines.outside')}</Note> : null}
      <div className="bids-fields">
        <Select label={t('deadlines.threshold')} value={regime.aboveThreshold ? 'above' : 'below'} options={sides} onChange={(side) => decisions.editTerms({ aboveThreshold: side === 'above' })} />
        <Select label={t('deadlines.group')} value={regime.group} options={groups} onChange={choose} />
        <DateField
          label={t('deadlines.bidsDeadline')} value={bidsDeadline(project)} {...(planned ? { description: t('deadlines.bidsDeadline.planned') } : {})}
          onCommit={(day) => decisions.editTerms({ bidsDeadline: day })}
        />
      </div>
    </fieldset>
  );
};

const DeadlineTable = ({ deadlines }: { readonly deadlines: readonly Deadline[] }) => {
  const t = useT();
  const format = useFormat();
  const words = useDeadlineWords();
  return (
    <Table label={t('deadlines.title')}>
      <Thead><Tr><Th>{t('deadlines.what')}</Th><Th>{t('deadlines.lot')}</Th><Th>{t('deadlines.on')}</Th><Th>{t('deadlines.state')}</Th><Th>{t('deadlines.law')}</Th></Tr></Thead>
      <Tbody>
        {deadlines.map((deadline) => (
          <Tr key={deadline.id}>
            <Th scope="row">{words.what(deadline)}</Th>
            <Td>{words.lot(deadline)}</Td>
            <Td>{deadline.on === null ? '' : format.date(deadline.on)}</Td>
            <Td><Pill tone={TONES[deadline.state]}>{t(`deadlines.state.${deadline.state}`)}</Pill></Td>
            <Td><span className="quiet-text">{words.law(deadline)}</span></Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
};

export const DeadlinesCard = () => {
  const t = useT();
  const run = useRun();
  const format = useFormat();
  const { decisions } = useCaiet();
  const project = useProject();
  const rulePack = useRulePack();
  const words = useDeadlineWords();
  const deadlines = useMemo(() => awardDeadlines(project, rulePack, today()), [project, rulePack]);
  const next = nextDeadline(deadlines);
  const days: readonly CalendarDay[] = deadlines.flatMap((deadline) => (deadline.on === null ? [] : [{
    id: `${project.id}.${deadline.id}`, on: deadline.on, summary: `${words.what(deadline)} (${words.lot(deadline)})`, description: words.law(deadline),
  }]));
  return (
    <Card title={t('deadlines.title')} aside={days.length === 0 ? undefined : <Button icon={CalendarPlus} onPress={() => run(() => decisions.exportCalendar(t('deadlines.title'), days))}>{t('deadlines.export')}</Button>}>
      <p className="soft">{t('deadlines.text')}</p>
      {next === null ? null : <Note tone={next.state === 'late' ? 'bad' : 'info'}>{t('deadlines.next', { what: words.what(next), date: format.date(next.on ?? '') })}</Note>}
      {deadlines.length === 0 ? <p>{t('deadlines.none')}</p> : <DeadlineTable deadlines={deadlines} />}
      <Terms />
    </Card>
  );
};
