/** A decision as it stands: what was decided, on what, whether that is still intact, and the way to open it again. */
import { LockOpen } from 'lucide-react';
import { useMemo, useState } from 'react';
import { cancellationGround } from '../../../domain/admissibility/grounds';
import { lotBasisHash } from '../../../domain/decision/lot-basis';
import { mayReturn, REOPENING_KINDS, type ReopeningKind } from '../../../domain/decision/reopening';
import type { LotDecision } from '../../../domain/lot-decision';
import type { Lot } from '../../../domain/project';
import { LONG_TEXT, SHORT_TEXT } from '../../../domain/texts';
import { useCaiet, useProject } from '../../context/caiet-context';
import { useFormat } from '../../context/format';
import { useT } from '../../context/language';
import { projectHref } from '../../context/routes';
import { useRulePack } from '../../context/rule-pack';
import { Button } from '../../primitives/button';
import { Card, type CardProps } from '../../primitives/card';
import { DateField } from '../../primitives/date-field';
import { Dialog } from '../../primitives/dialog';
import { LinkButton } from '../../primitives/link-button';
import { Note } from '../../primitives/note';
import { Pill } from '../../primitives/pill';
import { RadioGroup } from '../../primitives/radio-group';
import { TextArea } from '../../primitives/text-area';
import { TextField } from '../../primitives/text-field';
import { GroundSource } from '../admission/ground-source';

interface MadeProps extends Pick<CardProps, 'headingRef'> {
  readonly lot: Lot;
  readonly decision: LotDecision;
}

const ReopenDialog = ({ lot, onClose }: { readonly lot: Lot; readonly onClose: () => void }) => {
  const t = useT();
  const caiet = useCaiet();
  const project = useProject();
  const [kind, setKind] = useState<ReopeningKind>(mayReturn(project, lot.id) ? 'returned' : 'newCommission');
  const [orderedBy, setOrderedBy] = useState('');
  const [reason, setReason] = useState('');
  const isReady = orderedBy.trim() !== '' && reason.trim() !== '';
  const options = REOPENING_KINDS.map((id) => ({ id, label: t(`decision.reopen.kind.${id}`), isDisabled: id === 'returned' && !mayReturn(project, lot.id) }));
  const reopen = (): void => {
    if (caiet.decisions.reopen(lot.id, { kind, orderedBy, reason })) onClose();
  };
  return (
    <Dialog
      title={t('decision.reopen.title', { number: lot.number })} isOpen onClose={onClose}
      actions={<><Button onPress={onClose}>{t('app.cancel')}</Button><Button variant="danger" isDisabled={!isReady} onPress={reopen}>{t('decision.reopen.do')}</Button></>}
    >
      <div className="stack">
        <p>{t('decision.reopen.text')}</p>
        <RadioGroup label={t('decision.reopen.kind')} value={kind} options={options} onChange={setKind} />
        <TextField label={t('decision.reopen.orderedBy')} value={orderedBy} onCommit={setOrderedBy} onType={setOrderedBy} maxLength={SHORT_TEXT} />
        <TextArea label={t('decision.reopen.reason')} value={reason} onCommit={setReason} maxLength={LONG_TEXT} keepOnEscape />
      </div>
    </Dialog>
  );
};

const useOutcome = ({ decision }: Pick<MadeProps, 'decision'>): string => {
  const t = useT();
  const project = useProject();
  if (decision.outcome === 'cancel') return t('decision.made.cancel', { ground: decision.cancellationGround === undefined ? '' : t(`cancellation.${decision.cancellationGround}`) });
  const bid = project.bids[decision.winnerBidId ?? ''];
  return t('decision.made.award', { bidder: bid === undefined ? '' : (project.bidders[bid.bidderId]?.name ?? '') });
};

export const MadeCard = ({ lot, decision, headingRef }: MadeProps) => {
  const t = useT();
  const format = useFormat();
  const caiet = useCaiet();
  const project = useProject();
  const rulePack = useRulePack();
  const outcome = useOutcome({ decision });
  const [reopening, setReopening] = useState(false);
  const isIntact = useMemo(() => lotBasisHash(project, lot.id, rulePack) === decision.basisHash, [project, lot.id, rulePack, decision.basisHash]);
  return (
    <Card title={t('decision.part', { number: lot.number })} aside={<Pill tone={decision.outcome === 'award' ? 'ok' : 'warn'}>{outcome}</Pill>} headingRef={headingRef}>
      {decision.secondPlace === undefined ? null : <p>{t('decision.made.second')}</p>}
      {decision.cancellationGround === undefined ? null : <GroundSource ground={cancellationGround(decision.cancellationGround)} />}
      {decision.reason.trim() === '' ? null : <p>{decision.reason}</p>}
      <dl className="admission-facts">
        <div><dt>{t('decision.made.at')}</dt><dd>{format.instant(decision.decidedAt)}</dd></div>
        <div><dt>{t('decision.made.hash')}</dt><dd className="decision-hash mono">{decision.basisHash}</dd></div>
      </dl>
      <Note tone={isIntact ? 'ok' : 'bad'}>{t(isIntact ? 'decision.made.intact' : 'decision.made.changed')}</Note>
      <div className="bids-fields">
        <TextField label={t('decision.approvedBy')} value={decision.approvedBy} onCommit={(approvedBy) => caiet.decisions.approve(lot.id, { approvedBy })} maxLength={SHORT_TEXT} />
        <DateField label={t('decision.approvedOn')} value={decision.approvedOn} onCommit={(approvedOn) => caiet.decisions.approve(lot.id, { approvedOn })} />
      </div>
      <div className="cluster">
        <LinkButton href={projectHref(project.id, 'evaluation')}>{t('decision.made.calculation')}</LinkButton>
        <Button icon={LockOpen} onPress={() => setReopening(true)}>{t('decision.reopen')}</Button>
      </div>
      {reopening ? <ReopenDialog lot={lot} onClose={() => setReopening(false)} /> : null}
    </Card>
  );
};
