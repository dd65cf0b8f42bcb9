/** One score discussed by the commission: what each said alone, the common score, the votes and the notes of those against. */
import { useId, useState } from 'react';
import { agreementObstacle, tally, voters, type Cell } from '../../../../domain/consensus';
import { ownValue } from '../../../../domain/json-equal';
import { moderationId, type Moderation } from '../../../../domain/moderation';
import type { Evaluator, Project } from '../../../../domain/project';
import { LONG_TEXT } from '../../../../domain/texts';
import type { Id } from '../../../../domain/values';
import { useCaiet } from '../../../context/caiet-context';
import { useFormat } from '../../../context/format';
import { useT } from '../../../context/language';
import { useRulePack } from '../../../context/rule-pack';
import { useRun } from '../../../context/run';
import { Button } from '../../../primitives/button';
import { DateField } from '../../../primitives/date-field';
import { Dialog } from '../../../primitives/dialog';
import { LawMark } from '../../../primitives/law-mark';
import { Note } from '../../../primitives/note';
import { RadioGroup } from '../../../primitives/radio-group';
import { Select } from '../../../primitives/select';
import { TextArea } from '../../../primitives/text-area';

export interface ModerationDialogProps {
  readonly project: Project;
  readonly cell: Cell;
  readonly locked: boolean;
  readonly onClose: () => void;
}

const Originals = ({ cell }: { readonly cell: Cell }) => {
  const t = useT();
  return (
    <section>
      <h3>{t('consensus.original')}</h3>
      <ul className="calculation-reasons">
        {cell.scores.map(({ evaluator, level, reason }) => (
          <li key={evaluator.id}>
            <b>{t('consensus.scoreBy', { name: evaluator.name, level: level === null ? t('consensus.missing') : String(level) })}</b>
            {evaluator.role === 'expert' && <span className="quiet-text"> {t('commission.role.expert')}, {t('commission.noVote')}</span>}
            {reason.trim() === '' ? <p className="quiet-text">{t('evaluation.reason.none')}</p> : <blockquote>{reason}</blockquote>}
          </li>
        ))}
      </ul>
    </section>
  );
};

interface VoteProps {
  readonly person: Evaluator;
  readonly moderation: Moderation;
  readonly isReadOnly: boolean;
  readonly onVote: (vote: 'for' | 'against') => void;
  readonly onNote: (note: string) => void;
}

const Vote = ({ person, moderation, isReadOnly, onVote, onNote }: VoteProps) => {
  const t = useT();
  const vote = ownValue(moderation.votes, person.id) ?? null;
  return (
    <div className="consensus-vote">
      <RadioGroup
        label={person.name} orientation="horizontal" value={vote} isDisabled={isReadOnly}
        options={(['for', 'against'] as const).map((id) => ({ id, label: t(`consensus.vote.${id}`) }))} onChange={onVote}
      />
      {vote === 'against' && <TextArea label={t('consensus.dissent', { name: person.name })} value={ownValue(moderation.dissents, person.id) ?? ''} maxLength={LONG_TEXT} isReadOnly={isReadOnly} onCommit={onNote} />}
    </div>
  );
};

const without = <Value,>(record: Readonly<Record<Id, Value>>, id: Id): Record<Id, Value> => Object.fromEntries(Object.entries(record).filter(([key]) => key !== id));

export const ModerationDialog = ({ project, cell, locked, onClose }: ModerationDialogProps) => {
  const t = useT();
  const format = useFormat();
  const run = useRun();
  const rulePack = useRulePack();
  const { consensus } = useCaiet();
  const obstacleId = useId();
  const [asked, setAsked] = useState(false);
  const { bid, criterion } = cell;
  const bidder = project.bidders[bid.bidderId]?.name ?? '';
  const moderation: Moderation = cell.moderation ?? { id: moderationId(bid.id, criterion.id), bidId: bid.id, criterionId: criterion.id, value: null, reason: '', agreedAt: null, votes: {}, dissents: {} };
  const agreed = moderation.agreedAt !== null;
  const isReadOnly = agreed || locked;
  const obstacle = agreementObstacle(project, moderation, criterion.scale.max, rulePack);
  const votes = tally(project, moderation, rulePack);
  const set = (fields: Parameters<typeof consensus.moderate>[2]): void => run(async () => consensus.moderate(bid.id, criterion.id, fields));
  const agree = (): void => {
    setAsked(true);
    if (obstacle === null) run(async () => consensus.agree(bid.id, criterion.id));
  };
  const levels = Array.from({ length: criterion.scale.max + 1 }, (_, level) => ({ id: String(level), label: String(level), ...(criterion.scale.anchors[String(level)] === undefined ? {} : { description: criterion.scale.anchors[String(level)] ?? '' }) }));
  const vote = (person: Evaluator, choice: 'for' | 'against'): void =>
    set({ votes: { ...moderation.votes, [person.id]: choice }, ...(choice === 'for' ? { dissents: without(moderation.dissents, person.id) } : {}) });
  const actions = (
    <>
      <Button onPress={onClose}>{t('consensus.close')}</Button>
      {agreed && !locked && <Button onPress={() => run(async () => consensus.reopen(bid.id, criterion.id))}>{t('consensus.reopen')}</Button>}
      {!isReadOnly && <Button variant="primary" onPress={agree} describedBy={obstacleId}>{t('consensus.agree')}</Button>}
    </>
  );
  return (
    <Dialog title={t('consensus.dialog', { bidder, criterion: criterion.name })} isOpen onClose={onClose} actions={actions} size="large">
      <div className="consensus-form">
        <Originals cell={cell} />
        <Select label={t('consensus.value')} value={moderation.value} placeholder={t('consensus.none.value')} options={levels} onChange={(value) => set({ value })} isDisabled={isReadOnly} />
        <TextArea label={t('consensus.reason')} description={t('consensus.reason.hint')} value={moderation.reason} maxLength={LONG_TEXT} rows={3} isReadOnly={isReadOnly} onCommit={(reason) => set({ reason })} />
        <fieldset className="consensus-votes">
          <legend>{t('consensus.votes')}</legend>
          {voters(project).map((person) => (
            <Vote
              key={person.id} person={person} moderation={moderation} isReadOnly={isReadOnly} onVote={(choice) => vote(person, choice)}
              onNote={(note) => set({ dissents: { ...moderation.dissents, [person.id]: note } })}
            />
          ))}
        </fieldset>
        <DateField label={t('consensus.reanalysed')} description={t('consensus.reanalysed.hint')} value={moderation.reanalysedOn ?? null} isReadOnly={isReadOnly} onCommit={(reanalysedOn) => set({ reanalysedOn })} />
        <output>{t('consensus.tally', { for: votes.for, voters: votes.voters, needed: votes.needed, carried: votes.carriedBy ?? 'none' })}</output>
        {agreed ? <Note tone="ok" live>{t('consensus.agreedAt', { date: format.instant(moderation.agreedAt ?? '') })}</Note> : (
          <p id={obstacleId} className={asked && obstacle !== null ? 'field-remark field-error' : 'quiet-text'} role={asked ? 'alert' : undefined}>{obstacle === null ? '' : t(`consensus.obstacle.${obstacle}`)}{obstacle === null ? null : <LawMark text={t(`consensus.obstacle.${obstacle}`)} />}</p>
        )}
      </div>
    </Dialog>
  );
};
