/** The choice for a lot that is not decided, with everything that stands in its way. */
import { Lock } from 'lucide-react';
import { useMemo, useState } from 'react';
import { CANCELLATION_GROUNDS, cancellationGround, secondPlaceGround, type CancellationGround } from '../../../domain/admissibility/grounds';
import { lastOffer } from '../../../domain/admissibility/tie-offers';
import { countedPrice } from '../../../domain/bid-correction';
import { decisionObstacles, firstPlaces, type DecisionChoice } from '../../../domain/decision/decision-obstacles';
import { pricesSealed } from '../../../domain/envelope';
import type { LotResult } from '../../../domain/evaluation/result';
import type { Problem } from '../../../domain/problem';
import type { Lot, Project } from '../../../domain/project';
import { LONG_TEXT } from '../../../domain/texts';
import type { Id } from '../../../domain/values';
import { useCaiet, useProject } from '../../context/caiet-context';
import { useFormat } from '../../context/format';
import { useT } from '../../context/language';
import { useWords } from '../../context/words';
import { Button } from '../../primitives/button';
import { Card, type CardProps } from '../../primitives/card';
import { Checkbox } from '../../primitives/checkbox';
import { ConfirmDialog } from '../../primitives/confirm-dialog';
import { LawText } from '../../primitives/law-mark';
import { Note } from '../../primitives/note';
import { Pill } from '../../primitives/pill';
import { RadioGroup } from '../../primitives/radio-group';
import { Select } from '../../primitives/select';
import { TextArea } from '../../primitives/text-area';
import { GroundSource } from '../admission/ground-source';
import { useEvaluation } from '../evaluation/use-evaluation';

/** The ranked bids, best first, as options that say place, points and price. */
const useWinners = (project: Project, lot: Lot, result: LotResult | undefined) => {
  const t = useT();
  const format = useFormat();
  return useMemo(() => {
    const sealed = pricesSealed(project, lot.id);
    return firstPlaces(project, result).order.flatMap((bidId, index) => {
      const bid = project.bids[bidId];
      const ranked = result?.ranking.find((each) => each.bidId === bidId);
      if (bid === undefined || ranked === undefined) return [];
      const total = format.number(ranked.total ?? '0', { minimumFractionDigits: 2 });
      const price = sealed ? null : (lastOffer(bid) ?? countedPrice(bid));
      const description = price === null ? t('decision.winner.points', { total }) : t('decision.winner.price', { total, price: format.money(price) });
      const place = ranked.rank === 1 && index > 0 && firstPlaces(project, result).isOpen ? 1 : index + 1;
      return [{ id: bidId, label: t('decision.winner.option', { place, bidder: project.bidders[bid.bidderId]?.name ?? '' }), description }];
    });
  }, [project, lot.id, result, t, format]);
};

const Obstacles = ({ obstacles }: { readonly obstacles: readonly Problem[] }) => {
  const t = useT();
  const words = useWords();
  const errors = obstacles.filter(({ severity }) => severity === 'error');
  const shown = (problems: readonly Problem[]) => <ul className="decision-list">{problems.map((problem) => <li key={problem.code}><LawText text={words.problem(problem)} /></li>)}</ul>;
  const warnings = obstacles.filter(({ severity }) => severity !== 'error');
  return (
    <div id="decision-obstacles" className="stack">
      {errors.length === 0 ? <Note tone="ok">{t('decision.obstacles.none')}</Note> : <Note tone="bad" title={t('decision.obstacles')}>{shown(errors)}</Note>}
      {warnings.length === 0 ? null : <Note tone="warn" title={t('decision.warnings')}>{shown(warnings)}</Note>}
    </div>
  );
};

interface Draft {
  readonly outcome: DecisionChoice['outcome'];
  readonly winnerBidId: Id | null;
  readonly isSecond: boolean;
  readonly ground: CancellationGround | null;
  readonly reason: string;
}

const choiceOf = ({ outcome, winnerBidId, isSecond, ground, reason }: Draft): DecisionChoice => ({
  outcome, winnerBidId, reason,
  ...(ground === null ? {} : { cancellationGround: ground }),
  ...(isSecond ? { secondPlace: 'firstUnable' as const } : {}),
});

interface FieldsProps {
  readonly draft: Draft;
  readonly onChange: (fields: Partial<Draft>) => void;
  readonly winners: ReturnType<typeof useWinners>;
}

const AwardFields = ({ draft, onChange, winners }: FieldsProps) => {
  const t = useT();
  const isNotFirst = draft.winnerBidId !== null && winners[0]?.id !== draft.winnerBidId;
  return (
    <>
      <Select label={t('decision.winner')} value={draft.winnerBidId} options={winners} onChange={(winnerBidId) => onChange({ winnerBidId, isSecond: false })} placeholder={t('decision.winner.choose')} />
      {isNotFirst ? <Checkbox isSelected={draft.isSecond} onChange={(isSecond) => onChange({ isSecond })}>{t('decision.secondPlace')}</Checkbox> : null}
      {isNotFirst ? <GroundSource ground={secondPlaceGround()} /> : null}
    </>
  );
};

const CancelFields = ({ draft, onChange }: Omit<FieldsProps, 'winners'>) => {
  const t = useT();
  const options = CANCELLATION_GROUNDS.map((id) => ({ id, label: t(`cancellation.${id}`) }));
  return (
    <>
      <Select label={t('decision.cancellationGround')} value={draft.ground} options={options} onChange={(ground) => onChange({ ground })} placeholder={t('decision.cancellationGround.choose')} />
      {draft.ground === null ? null : <GroundSource ground={cancellationGround(draft.ground)} />}
    </>
  );
};

export const ChoiceCard = ({ lot, headingRef }: { readonly lot: Lot } & Pick<CardProps, 'headingRef'>) => {
  const t = useT();
  const caiet = useCaiet();
  const project = useProject();
  const { result: evaluation } = useEvaluation();
  const result = evaluation.lots.find(({ lotId }) => lotId === lot.id);
  const winners = useWinners(project, lot, result);
  const [draft, setDraft] = useState<Draft>({ outcome: 'award', winnerBidId: winners[0]?.id ?? null, isSecond: false, ground: null, reason: '' });
  const [asking, setAsking] = useState(false);
  const change = (fields: Partial<Draft>): void => setDraft({ ...draft, ...fields });
  const choice = choiceOf(draft);
  const obstacles = useMemo(() => decisionObstacles(project, lot.id, result, choice), [project, lot.id, result, choice]);
  const isRefused = obstacles.some(({ severity }) => severity === 'error');
  const winner = project.bids[draft.winnerBidId ?? ''];
  const bidder = winner === undefined ? '' : (project.bidders[winner.bidderId]?.name ?? '');
  const outcomes = (['award', 'cancel'] as const).map((id) => ({ id, label: t(`decision.outcome.${id}`) }));
  return (
    <Card title={t('decision.part', { number: lot.number })} aside={<Pill>{t('decision.open')}</Pill>} headingRef={headingRef}>
      <RadioGroup label={t('decision.outcome')} value={draft.outcome} options={outcomes} onChange={(outcome) => change({ outcome })} orientation="horizontal" />
      {draft.outcome === 'award' ? <AwardFields draft={draft} onChange={change} winners={winners} /> : <CancelFields draft={draft} onChange={change} />}
      <TextArea label={t('decision.reason')} description={t('decision.reasonHint')} value={draft.reason} onCommit={(reason) => change({ reason })} maxLength={LONG_TEXT} rows={3} />
      <Obstacles obstacles={obstacles} />
      <div className="cluster"><Button variant="primary" icon={Lock} isDisabled={isRefused} onPress={() => setAsking(true)} describedBy="decision-obstacles">{t('decision.decide')}</Button></div>
      <ConfirmDialog
        title={t('decision.confirm.title', { number: lot.number })} body={<p>{draft.outcome === 'award' ? t('decision.confirm.award', { bidder }) : t('decision.confirm.cancel')}</p>}
        confirmLabel={t('decision.decide')} isOpen={asking} onClose={() => setAsking(false)} onConfirm={() => { caiet.decisions.decide(lot.id, choice); }}
      />
    </Card>
  );
};
