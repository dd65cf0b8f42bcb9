/** The commission's finding on one bid: admissible, or rejected on a ground of the law with its facts. */
import { Ban, Check, RotateCcw } from 'lucide-react';
import { useId, useState } from 'react';
import { REJECTION_GROUNDS, rejectionGround, type RejectionGround } from '../../../domain/admissibility/grounds';
import { groundOf, verdictOf } from '../../../domain/admissibility/verdict';
import type { Bid } from '../../../domain/project';
import { LONG_TEXT } from '../../../domain/texts';
import { useCaiet } from '../../context/caiet-context';
import { useT } from '../../context/language';
import { today } from '../../context/today';
import { Button } from '../../primitives/button';
import { Card } from '../../primitives/card';
import { DateField } from '../../primitives/date-field';
import { Dialog } from '../../primitives/dialog';
import { useFocusKept } from '../../primitives/focus-kept';
import { Select } from '../../primitives/select';
import { TextArea } from '../../primitives/text-area';
import { GroundSource } from './ground-source';
import { VerdictPill } from './verdict-pill';

const RejectDialog = ({ bid, onClose }: { readonly bid: Bid; readonly onClose: () => void }) => {
  const t = useT();
  const caiet = useCaiet();
  const needsId = useId();
  const [ground, setGround] = useState<RejectionGround | null>(null);
  const [reason, setReason] = useState('');
  const options = REJECTION_GROUNDS.map((id) => ({ id, label: t(`ground.${id}`), description: t(`admission.kind.${rejectionGround(id).kind}`) }));
  const isReady = ground !== null && reason.trim() !== '';
  const reject = (): void => {
    if (ground !== null && caiet.admission.reject(bid.id, ground, reason)) onClose();
  };
  const actions = (
    <>
      <Button onPress={onClose}>{t('app.cancel')}</Button>
      <Button variant="danger" onPress={reject} isDisabled={!isReady} {...(isReady ? {} : { describedBy: needsId })}>{t('admission.reject')}</Button>
    </>
  );
  return (
    <Dialog title={t('admission.rejectTitle')} isOpen onClose={onClose} actions={actions}>
      <div className="stack">
        <Select label={t('admission.ground')} value={ground} options={options} onChange={setGround} placeholder={t('admission.ground.choose')} />
        {ground === null ? null : <GroundSource ground={rejectionGround(ground)} />}
        <TextArea label={t('admission.reason')} description={t('admission.reasonHint')} value={reason} onCommit={setReason} maxLength={LONG_TEXT} rows={4} keepOnEscape />
        {isReady ? null : <p id={needsId} className="soft">{t('admission.rejectNeeds')}</p>}
      </div>
    </Dialog>
  );
};

const Rejected = ({ bid }: { readonly bid: Bid }) => {
  const t = useT();
  const caiet = useCaiet();
  const code = groundOf(bid);
  return (
    <>
      {code === null ? null : <p><strong>{t(`ground.${code}`)}</strong></p>}
      {code === null ? null : <GroundSource ground={rejectionGround(code)} />}
      <TextArea label={t('admission.reason')} value={bid.statusReason} onCommit={(statusReason) => caiet.bids.edit(bid.id, { statusReason })} maxLength={LONG_TEXT} />
    </>
  );
};

export const VerdictCard = ({ bid }: { readonly bid: Bid }) => {
  const t = useT();
  const caiet = useCaiet();
  const [rejecting, setRejecting] = useState(false);
  const verdict = verdictOf(bid);
  const isOpen = verdict === 'examined';
  const heading = useFocusKept<HTMLHeadingElement>(verdict);
  return (
    <Card title={t('admission.part.verdict')} aside={<VerdictPill verdict={verdict} />} headingRef={heading}>
      {bid.status === 'disqualified' ? <Rejected bid={bid} /> : null}
      {verdict === 'admissible' ? (
        <div className="admission-fields"><DateField label={t('admission.admittedOn')} value={bid.admittedOn ?? null} onCommit={(on) => (on === null ? caiet.admission.examineAgain(bid.id) : caiet.admission.admit(bid.id, on))} /></div>
      ) : null}
      <div className="cluster">
        {isOpen ? <Button variant="primary" icon={Check} onPress={() => caiet.admission.admit(bid.id, today())}>{t('admission.admit')}</Button> : null}
        {isOpen || verdict === 'admissible' || verdict === 'rejected' ? <Button icon={Ban} onPress={() => setRejecting(true)}>{t('admission.reject')}</Button> : null}
        {isOpen || verdict === 'withdrawn' ? null : <Button icon={RotateCcw} onPress={() => caiet.admission.examineAgain(bid.id)}>{t('admission.again')}</Button>}
      </div>
      {rejecting ? <RejectDialog bid={bid} onClose={() => setRejecting(false)} /> : null}
    </Card>
  );
};
