/** Records a phase of a contract, or corrects what was recorded: everything at once, so that it is one change and one publication. */
import { useState } from 'react';
import { contractPhases, type ContractPhase } from '../../../domain/contract-phases';
import { blankReview, GATE_DECISIONS, PHASE_STATUSES, STOP_REASONS, type PhaseReview, type PhaseStatus } from '../../../domain/phase-review';
import type { Lot, Project } from '../../../domain/project';
import { LONG_TEXT, SHORT_TEXT } from '../../../domain/texts';
import type { CivilDate } from '../../../domain/values';
import { useCaiet, useProject } from '../../context/caiet-context';
import { useFormat } from '../../context/format';
import { useT } from '../../context/language';
import { useRun } from '../../context/run';
import { today } from '../../context/today';
import { Button } from '../../primitives/button';
import { DateField } from '../../primitives/date-field';
import { Dialog } from '../../primitives/dialog';
import { Select } from '../../primitives/select';
import { TextArea } from '../../primitives/text-area';
import { TextField } from '../../primitives/text-field';

interface PhaseDialogProps {
  readonly lot: Lot;
  readonly each: ContractPhase;
  readonly name: string;
  readonly onClose: () => void;
}

interface FormProps {
  readonly review: PhaseReview;
  readonly set: (fields: Partial<PhaseReview>) => void;
}

/** When the plan alone would have it. */
const plannedDue = (project: Project, lotId: string, review: PhaseReview): CivilDate | null => {
  const unmoved = { ...project, phaseReviews: { ...project.phaseReviews, [review.id]: { ...review, dueOn: null } } };
  return contractPhases(unmoved, lotId).find(({ phase }) => phase.id === review.phaseId)?.dueOn ?? null;
};

/** Nothing of the judgement is left. */
const UNJUDGED: Partial<PhaseReview> = { status: null, metOn: null, reviewedOn: null, gate: null, stopReason: null };

/** How it ended and on which days; a phase that was met takes today, until another day is written. `canTakeBack`: it was judged before. */
const Outcome = ({ review, set, planned, canTakeBack }: FormProps & { readonly planned: CivilDate | null; readonly canTakeBack: boolean }) => {
  const t = useT();
  const format = useFormat();
  const choose = (status: PhaseStatus | 'scheduled'): void =>
    set(status === 'scheduled' ? UNJUDGED : { status, metOn: status === 'notMet' ? null : review.metOn ?? today(), reviewedOn: review.reviewedOn ?? today() });
  const choices = canTakeBack ? ([...PHASE_STATUSES, 'scheduled'] as const) : PHASE_STATUSES;
  return (
    <div className="bids-fields">
      <Select label={t('phaseReview.status')} placeholder={t('phaseReview.status.choose')} value={review.status ?? (canTakeBack ? 'scheduled' : null)} options={choices.map((id) => ({ id, label: t(`phaseReview.status.${id}`) }))} onChange={choose} />
      {review.status === 'notMet' ? null : <DateField label={t('phaseReview.metOn')} value={review.metOn} onCommit={(metOn) => set({ metOn })} />}
      <DateField label={t('phaseReview.reviewedOn')} value={review.reviewedOn} onCommit={(reviewedOn) => set({ reviewedOn })} />
      <DateField
        label={t('phaseReview.dueOn')} value={review.dueOn} onCommit={(dueOn) => set({ dueOn })}
        description={planned === null ? t('phaseReview.dueOn.hint.unknown') : t('phaseReview.dueOn.hint', { date: format.date(planned) })}
      />
    </div>
  );
};

const Gate = ({ review, set }: FormProps) => {
  const t = useT();
  return (
    <div className="bids-fields">
      <Select
        label={t('phaseReview.gate')} placeholder={t('phaseReview.gate.choose')} value={review.gate} options={GATE_DECISIONS.map((id) => ({ id, label: t(`phaseReview.gate.${id}`) }))}
        onChange={(gate) => set({ gate, stopReason: gate === 'stop' ? review.stopReason : null })}
      />
      {review.gate === 'stop' && (
        <Select
          label={t('phaseReview.stopReason')} placeholder={t('phaseReview.stopReason.choose')} value={review.stopReason} options={STOP_REASONS.map((id) => ({ id, label: t(`phaseReview.stopReason.${id}`) }))}
          onChange={(stopReason) => set({ stopReason })}
        />
      )}
      <TextField label={t('phaseReview.reviewedBy')} value={review.reviewedBy} onCommit={(reviewedBy) => set({ reviewedBy })} onType={(reviewedBy) => set({ reviewedBy })} maxLength={SHORT_TEXT} />
    </div>
  );
};

export const PhaseDialog = ({ lot, each, name, onClose }: PhaseDialogProps) => {
  const t = useT();
  const run = useRun();
  const caiet = useCaiet();
  const project = useProject();
  const [review, setReview] = useState<PhaseReview>(each.review ?? blankReview(lot.id, each.phase.id));
  const [asked, setAsked] = useState(false);
  const set = (fields: Partial<PhaseReview>): void => setReview((before) => ({ ...before, ...fields }));
  const wasJudged = (each.review?.status ?? null) !== null;
  const isEmpty = each.review === null && review.status === null && review.dueOn === null;
  const result = each.phase.result.trim();
  const save = (): void => {
    setAsked(true);
    if (isEmpty) return;
    run(async () => {
      const { id: _id, lotId, phaseId, ...fields } = review;
      caiet.phases.review(lotId, phaseId, fields);
      onClose();
    });
  };
  const actions = (
    <>
      <Button onPress={onClose}>{t('app.cancel')}</Button>
      <Button variant="primary" onPress={save}>{t(wasJudged ? 'phaseReview.save.again' : 'phaseReview.save')}</Button>
    </>
  );
  return (
    <Dialog title={t('phaseReview.dialog', { name, number: lot.number })} isOpen onClose={onClose} actions={actions} size="large">
      <div className="stack">
        {result === '' ? null : <p>{t('phaseReview.planned', { result })}</p>}
        {asked && isEmpty ? <p className="field-remark field-error" role="alert">{t('phaseReview.statusNeeded')}</p> : null}
        <Outcome review={review} set={set} planned={plannedDue(project, lot.id, review)} canTakeBack={wasJudged} />
        <TextArea label={t('phaseReview.delivered')} description={t('phaseReview.delivered.hint')} value={review.delivered} onCommit={(delivered) => set({ delivered })} maxLength={LONG_TEXT} rows={3} keepOnEscape />
        <Gate review={review} set={set} />
        <TextArea label={t('phaseReview.remarks')} description={t('phaseReview.remarks.hint')} value={review.remarks} onCommit={(remarks) => set({ remarks })} maxLength={LONG_TEXT} keepOnEscape />
      </div>
    </Dialog>
  );
};
