/** Everything about one bid: its bidder, what it offers, and what the committee decided. */
import { useMemo } from 'react';
import type { BidCommands } from '../../../app/caiet';
import { bidProblems } from '../../../domain/bid-problems';
import { pricesSealed } from '../../../domain/envelope';
import { inOrder } from '../../../domain/position';
import { BID_STATUSES, type Bid, type Bidder, type Project } from '../../../domain/project';
import { LONG_TEXT, SHORT_TEXT } from '../../../domain/texts';
import type { Id } from '../../../domain/values';
import { useCaiet, useProject } from '../../context/caiet-context';
import { fieldRemarks, type FieldRemark, type FieldRemarks } from '../../context/field-remarks';
import { useT } from '../../context/language';
import { SEVERITY_TONES } from '../../context/severity-tone';
import { useWords } from '../../context/words';
import { Button } from '../../primitives/button';
import { DateField } from '../../primitives/date-field';
import { Dialog } from '../../primitives/dialog';
import { MoneyField } from '../../primitives/money-field';
import { Note } from '../../primitives/note';
import { NumberField } from '../../primitives/number-field';
import { Select } from '../../primitives/select';
import { TextArea } from '../../primitives/text-area';
import { TextField } from '../../primitives/text-field';
import { SealedNote } from '../evaluation/sealed-note';
import { BidCosts } from './bid-costs';
import { useLotName } from './lot-bids';

type Answer = 'yes' | 'no' | 'unknown';
const answerOf = (value: boolean | null): Answer => (value === null ? 'unknown' : value ? 'yes' : 'no');
const valueOf = (answer: Answer): boolean | null => (answer === 'unknown' ? null : answer === 'yes');

interface YesNoProps extends FieldRemark {
  readonly label: string;
  readonly value: boolean | null;
  readonly onChange: (value: boolean | null) => void;
}

const YesNo = ({ label, value, onChange, ...remark }: YesNoProps) => {
  const t = useT();
  const options = (['yes', 'no', 'unknown'] as const).map((id) => ({ id, label: t(`bids.choice.${id}`) }));
  return <Select {...remark} label={label} value={answerOf(value)} options={options} onChange={(answer) => onChange(valueOf(answer))} />;
};

interface PartProps {
  readonly project: Project;
  readonly bid: Bid;
  readonly remarks: FieldRemarks;
}

const BidderPart = ({ bidder, project, remarks }: Omit<PartProps, 'bid'> & { readonly bidder: Bidder }) => {
  const t = useT();
  const { bids } = useCaiet();
  const edit = (fields: Parameters<BidCommands['editBidder']>[1]): void => bids.editBidder(bidder.id, fields);
  const count = Object.values(project.bids).filter((bid) => bid.bidderId === bidder.id).length;
  return (
    <fieldset className="bids-part">
      <legend>{t('bids.dialog.bidderGroup')}</legend>
      {count > 1 ? <p className="bids-part-text">{t('bids.dialog.sharedBidder', { count })}</p> : null}
      <div className="bids-fields">
        <div className="bids-wide"><TextField label={t('bids.field.name')} value={bidder.name} onCommit={(name) => edit({ name })} maxLength={SHORT_TEXT} {...remarks('name')} /></div>
        <TextField label={t('bids.field.identifier')} value={bidder.identifier} onCommit={(identifier) => edit({ identifier: identifier.trim() })} maxLength={SHORT_TEXT} {...remarks('identifier')} />
        <TextField label={t('bids.field.country')} value={bidder.country} onCommit={(country) => edit({ country: country.trim().toUpperCase() })} maxLength={2} {...remarks('country')} />
        <TextField label={t('bids.field.email')} type="email" value={bidder.email} onCommit={(email) => edit({ email: email.trim() })} maxLength={SHORT_TEXT} {...remarks('email')} />
        <YesNo label={t('bids.field.sme')} value={bidder.sme} onChange={(sme) => edit({ sme })} />
      </div>
    </fieldset>
  );
};

const wholeOf = (text: string | null): number | null => (text === null ? null : Number(text));

const OfferPart = ({ project, bid, remarks }: PartProps) => {
  const t = useT();
  const { bids } = useCaiet();
  const lotName = useLotName();
  const edit = (fields: Parameters<BidCommands['edit']>[1]): void => bids.edit(bid.id, fields);
  const sealed = pricesSealed(project, bid.lotId);
  const whole = (value: number | null): string | null => (value === null ? null : String(value));
  return (
    <fieldset className="bids-part">
      <legend>{t('bids.dialog.bidGroup')}</legend>
      <div className="bids-fields">
        <div className="bids-wide">
          <Select label={t('bids.field.lot')} value={bid.lotId} options={inOrder(project.lots).map((lot) => ({ id: lot.id, label: lotName(lot) }))} onChange={(lotId) => edit({ lotId })} {...remarks('lotId')} />
        </div>
        {sealed ? <div className="bids-wide"><SealedNote /></div> : (
          <>
            <MoneyField label={t('bids.field.price')} value={bid.price} currency={project.currency} onCommit={(price) => edit({ price })} {...remarks('price')} />
            <YesNo label={t('bids.field.vatIncluded')} value={bid.vatIncluded} onChange={(vatIncluded) => edit({ vatIncluded })} {...remarks('vatIncluded')} />
          </>
        )}
        <DateField label={t('bids.field.received')} value={bid.receivedAt} onCommit={(receivedAt) => edit({ receivedAt })} {...remarks('receivedAt')} />
        <NumberField label={t('bids.field.duration')} whole value={whole(bid.durationDays)} onCommit={(days) => edit({ durationDays: wholeOf(days) })} {...remarks('durationDays')} />
        <NumberField label={t('bids.field.warranty')} whole value={whole(bid.warrantyMonths)} onCommit={(months) => edit({ warrantyMonths: wholeOf(months) })} {...remarks('warrantyMonths')} />
        <div className="bids-wide"><TextArea label={t('bids.field.notes')} value={bid.notes} onCommit={(notes) => edit({ notes })} maxLength={LONG_TEXT} /></div>
      </div>
    </fieldset>
  );
};

const DecisionPart = ({ bid, remarks }: Omit<PartProps, 'project'>) => {
  const t = useT();
  const { bids } = useCaiet();
  return (
    <fieldset className="bids-part">
      <legend>{t('bids.dialog.statusGroup')}</legend>
      <div className="bids-fields">
        <Select label={t('bids.field.status')} value={bid.status} options={BID_STATUSES.map((id) => ({ id, label: t(`bids.status.${id}`) }))} onChange={(status) => bids.edit(bid.id, { status })} />
        {bid.status === 'valid' ? null : (
          <div className="bids-wide">
            <TextArea
              label={t('bids.field.statusReason')} value={bid.statusReason} onCommit={(statusReason) => bids.edit(bid.id, { statusReason })} maxLength={LONG_TEXT}
              description={t('bids.field.statusReasonHint')} {...remarks('statusReason')}
            />
          </div>
        )}
      </div>
    </fieldset>
  );
};

/** Closes by itself when the bid is gone (undone, or removed in another window). */
export const BidDialog = ({ bidId, onClose }: { readonly bidId: Id; readonly onClose: () => void }) => {
  const t = useT();
  const project = useProject();
  const words = useWords();
  const problems = useMemo(() => bidProblems(project), [project]);
  const bid = project.bids[bidId];
  const bidder = bid === undefined ? undefined : project.bidders[bid.bidderId];
  if (bid === undefined || bidder === undefined) return null;
  const name = bidder.name.trim() === '' ? t('bids.unnamed') : bidder.name;
  const remarks = fieldRemarks(problems, `/bids/${bid.id}`, words.problem);
  const ofTheWhole = problems.filter(({ pointer }) => pointer === `/bids/${bid.id}`);
  return (
    <Dialog title={t('bids.dialog.title', { bidder: name })} isOpen onClose={onClose} size="large" actions={<Button variant="primary" onPress={onClose}>{t('bids.dialog.close')}</Button>}>
      <p className="bids-part-text">{t('bids.dialog.saved')}</p>
      {ofTheWhole.map((problem) => <Note key={problem.code} tone={SEVERITY_TONES[problem.severity]}>{words.problem(problem)}</Note>)}
      <BidderPart bidder={bidder} project={project} remarks={fieldRemarks(problems, `/bidders/${bidder.id}`, words.problem)} />
      <OfferPart project={project} bid={bid} remarks={remarks} />
      {!pricesSealed(project, bid.lotId) && <BidCosts project={project} bid={bid} />}
      <DecisionPart bid={bid} remarks={remarks} />
    </Dialog>
  );
};
