/** The phases of a signed contract: when each is due, what became of it, and the way to record it. */
import { useState } from 'react';
import { contractPhases, isUnderContract, reviewsWithoutPhase, type ContractPhase } from '../../../domain/contract-phases';
import { phaseReviewProblems } from '../../../domain/phase-review-problems';
import type { Lot } from '../../../domain/project';
import type { Id } from '../../../domain/values';
import { useCaiet, useProject } from '../../context/caiet-context';
import { useFormat } from '../../context/format';
import { useT } from '../../context/language';
import { SEVERITY_TONES } from '../../context/severity-tone';
import { today } from '../../context/today';
import { useWords } from '../../context/words';
import { Button } from '../../primitives/button';
import { Card } from '../../primitives/card';
import { Note } from '../../primitives/note';
import { Pill, type Tone } from '../../primitives/pill';
import { Table, Tbody, Td, Th, Thead, Tr } from '../../primitives/table';
import { LawHelp } from '../call/law-help';
import { PhaseDialog } from './phase-dialog';
import { phaseName, phaseState, type PhaseState } from './phase-state';

const TONES: Readonly<Record<PhaseState, Tone | 'neutral'>> = { met: 'ok', partiallyMet: 'warn', notMet: 'warn', scheduled: 'info', late: 'bad', stopped: 'neutral' };

interface RowProps {
  readonly each: ContractPhase;
  readonly name: string;
  readonly canRecord: boolean;
  readonly onRecord: () => void;
}

const PhaseRow = ({ each, name, canRecord, onRecord }: RowProps) => {
  const t = useT();
  const format = useFormat();
  const { review, dueOn, phase: { months } } = each;
  const state = phaseState(each, today());
  const isRecorded = (review?.status ?? null) !== null;
  return (
    <Tr>
      <Th scope="row">{name}</Th>
      <Td>{dueOn === null ? (months === null ? t('phaseReview.due.unknown') : '') : format.date(dueOn)}</Td>
      <Td><Pill tone={TONES[state]}>{t(`phaseReview.status.${state}`)}</Pill></Td>
      <Td>{typeof review?.metOn === 'string' ? format.date(review.metOn) : ''}</Td>
      <Td>{review === null || review.gate === null ? '' : t(`phaseReview.gate.${review.gate}`)}</Td>
      <Td>
        {!canRecord || (each.isStopped && review === null) ? null : (
          <Button onPress={onRecord} label={t(isRecorded ? 'phaseReview.edit.named' : 'phaseReview.record.named', { name })}>{t(isRecorded ? 'phaseReview.edit' : 'phaseReview.record')}</Button>
        )}
      </Td>
    </Tr>
  );
};

/** Only where the call plans phases, or something was recorded of one that it no longer plans. */
export const PhasesCard = ({ lot }: { readonly lot: Lot }) => {
  const t = useT();
  const words = useWords();
  const caiet = useCaiet();
  const project = useProject();
  const [recording, setRecording] = useState<Id | null>(null);
  const phases = contractPhases(project, lot.id);
  const lost = reviewsWithoutPhase(project, lot.id);
  if (phases.length === 0 && lost.length === 0) return null;
  const canRecord = isUnderContract(project, lot.id);
  const chosen = phases.findIndex(({ phase }) => phase.id === recording);
  const open = phases[chosen];
  return (
    <Card title={t('phaseReview.title', { number: lot.number })} aside={<LawHelp subject={t('phaseReview.title', { number: lot.number })} text="phaseReview.help" source="phaseReview.help.source" />}>
      <p className="soft">{t('phaseReview.text')}</p>
      {canRecord ? null : <Note>{t('phaseReview.unsigned')}</Note>}
      {phaseReviewProblems(project, lot.id, today()).map((problem) => <Note key={`${problem.code}${problem.pointer ?? ''}`} tone={SEVERITY_TONES[problem.severity]}>{words.problem(problem)}</Note>)}
      {phases.length === 0 ? null : (
        <Table label={t('phaseReview.title', { number: lot.number })}>
          <Thead><Tr><Th>{t('phaseReview.phase')}</Th><Th>{t('phaseReview.due')}</Th><Th>{t('phaseReview.state')}</Th><Th>{t('phaseReview.met')}</Th><Th>{t('phaseReview.next')}</Th><Td /></Tr></Thead>
          <Tbody>
            {phases.map((each, index) => <PhaseRow key={each.phase.id} each={each} name={phaseName(each.phase, index, t)} canRecord={canRecord} onRecord={() => setRecording(each.phase.id)} />)}
          </Tbody>
        </Table>
      )}
      {lost.map(({ id }) => (
        <Note key={id} tone="warn">{t('phaseReview.withoutPhase')} <Button onPress={() => caiet.phases.removeReview(id)}>{t('phaseReview.withoutPhase.remove')}</Button></Note>
      ))}
      {open === undefined ? null : <PhaseDialog key={open.phase.id} lot={lot} each={open} name={phaseName(open.phase, chosen, t)} onClose={() => setRecording(null)} />}
    </Card>
  );
};
