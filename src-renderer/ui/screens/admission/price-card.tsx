/** The price of one bid: against the estimate, as corrected, and offered anew after a tie. Nothing of it while it is sealed. */
import { Plus, Trash2 } from 'lucide-react';
import { useMemo, useState } from 'react';
import { admissionLimits, priceStanding } from '../../../domain/admissibility/admission-problems';
import { minorDeviation, MINOR_DEVIATION_RULE } from '../../../domain/admissibility/minor-deviation';
import { inOrderOfNumber } from '../../../domain/admissibility/numbered';
import { tieOutcome } from '../../../domain/admissibility/tie-offers';
import { countedPrice, type BidCorrection } from '../../../domain/bid-correction';
import { pricesSealed } from '../../../domain/envelope';
import { ABNORMALLY_LOW_RULE, evaluate } from '../../../domain/evaluation/evaluate';
import type { Bid, Project } from '../../../domain/project';
import { LONG_TEXT } from '../../../domain/texts';
import type { Money } from '../../../domain/values';
import { useCaiet } from '../../context/caiet-context';
import { useFormat } from '../../context/format';
import { useT } from '../../context/language';
import { useRulePack } from '../../context/rule-pack';
import { Button } from '../../primitives/button';
import { Card } from '../../primitives/card';
import { DateField } from '../../primitives/date-field';
import { Dialog } from '../../primitives/dialog';
import { MoneyField } from '../../primitives/money-field';
import { Note } from '../../primitives/note';
import { Select } from '../../primitives/select';
import { TextArea } from '../../primitives/text-area';
import { RuleReference } from '../call/rule-reference';

interface PartProps {
  readonly project: Project;
  readonly bid: Bid;
}

const KINDS = ['arithmetic', 'minorDeviation'] as const;

const NewCorrection = ({ project, bid, onClose }: PartProps & { readonly onClose: () => void }) => {
  const t = useT();
  const { admission } = useCaiet();
  const [kind, setKind] = useState<BidCorrection['kind']>('arithmetic');
  const [price, setPrice] = useState<Money | null>(countedPrice(bid));
  const [reason, setReason] = useState('');
  const isReady = price !== null && reason.trim() !== '';
  const add = (): void => {
    if (price === null) return;
    admission.addCorrection(bid.id, { kind, correctedPrice: price, reason });
    onClose();
  };
  return (
    <Dialog title={t('admission.newCorrection')} isOpen onClose={onClose} actions={<><Button onPress={onClose}>{t('app.cancel')}</Button><Button variant="primary" isDisabled={!isReady} onPress={add}>{t('admission.save')}</Button></>}>
      <div className="stack">
        <Select label={t('admission.correction.kind')} value={kind} options={KINDS.map((id) => ({ id, label: t(`admission.correction.kind.${id}`) }))} onChange={setKind} />
        <MoneyField label={t('admission.correction.price')} value={price} currency={project.currency} onCommit={setPrice} />
        <TextArea label={t('admission.correction.reason')} value={reason} onCommit={setReason} maxLength={LONG_TEXT} rows={3} keepOnEscape />
        {isReady ? null : <p className="soft">{t('admission.correctionNeeds')}</p>}
      </div>
    </Dialog>
  );
};

/** What the tool reckons of a deviation: its worth against the share, and the ranking with and without it. */
const DeviationNote = ({ project, bid, correction }: PartProps & { readonly correction: BidCorrection }) => {
  const t = useT();
  const format = useFormat();
  const rulePack = useRulePack();
  const found = useMemo(() => minorDeviation(project, rulePack, bid, correction), [project, rulePack, bid, correction]);
  if (found === null) return null;
  const money = (amount: number): string => format.money({ amount, currency: project.currency });
  const values = { worth: money(found.worth), limit: money(found.limit), share: format.percent(found.share) };
  const isMinor = found.withinShare && found.sameRanking;
  return (
    <Note tone={isMinor ? 'ok' : 'warn'}>
      {found.withinShare ? t('admission.deviation.minor', { ...values, same: String(found.sameRanking) }) : t('admission.deviation.large', values)}
      <RuleReference id={MINOR_DEVIATION_RULE} />
    </Note>
  );
};

const answerOf = (accepted: boolean | null) => (accepted === null ? 'none' : accepted ? 'accepted' : 'refused');

const Correction = ({ project, bid, correction }: PartProps & { readonly correction: BidCorrection }) => {
  const t = useT();
  const { admission } = useCaiet();
  const { id, kind, accepted } = correction;
  const edit = (fields: Parameters<typeof admission.editCorrection>[2]): void => admission.editCorrection(bid.id, id, fields);
  const options = (['none', 'accepted', 'refused'] as const).map((answer) => ({ id: answer, label: t(`admission.correction.answer.${answer}`) }));
  return (
    <fieldset className="bids-part">
      <legend>{t('admission.correction.title', { number: id })}: {t(`admission.correction.kind.${kind}`)}</legend>
      <div className="bids-fields">
        <MoneyField label={t('admission.correction.price')} value={correction.correctedPrice} currency={project.currency} onCommit={(price) => { if (price !== null) edit({ correctedPrice: price }); }} />
        <DateField label={t('admission.correction.notifiedOn')} value={correction.notifiedOn} onCommit={(notifiedOn) => edit({ notifiedOn })} />
        <DateField label={t('admission.correction.answeredOn')} value={correction.answeredOn ?? null} onCommit={(answeredOn) => edit({ answeredOn })} />
        <Select label={t('admission.correction.answer')} value={answerOf(accepted)} options={options} onChange={(answer) => edit({ accepted: answer === 'none' ? null : answer === 'accepted' })} />
        <div className="bids-wide"><TextArea label={t('admission.correction.reason')} value={correction.reason} onCommit={(reason) => edit({ reason })} maxLength={LONG_TEXT} /></div>
      </div>
      {kind === 'minorDeviation' ? <DeviationNote project={project} bid={bid} correction={correction} /> : null}
      {kind === 'arithmetic' && accepted === false ? <Note tone="warn">{t('admission.refusedToReject')}</Note> : null}
      <div className="cluster"><Button variant="quiet" icon={Trash2} onPress={() => admission.removeCorrection(bid.id, id)}>{t('admission.correction.remove', { number: id })}</Button></div>
    </fieldset>
  );
};

/** New prices are asked of bids that share the first place, and only of those. */
const NewOffers = ({ project, bid }: PartProps) => {
  const t = useT();
  const { admission } = useCaiet();
  const rulePack = useRulePack();
  const firsts = useMemo(() => {
    const lot = evaluate(project, rulePack).lots.find(({ lotId }) => lotId === bid.lotId);
    return (lot?.ranking ?? []).filter(({ rank }) => rank === 1).map(({ bidId }) => bidId);
  }, [project, rulePack, bid.lotId]);
  if (firsts.length < 2 || !firsts.includes(bid.id)) return null;
  const outcome = tieOutcome(project, firsts);
  const round = outcome.status === 'again' ? String(Number(outcome.round) + 1) : outcome.round;
  const offer = bid.newOffers?.[round] ?? null;
  const set = (price: Money | null, receivedOn: string | null): void => admission.setOffer(bid.id, round, price === null ? null : { price, receivedOn });
  return (
    <fieldset className="bids-part">
      <legend>{t('admission.part.offers')}</legend>
      <p className="bids-part-text">{t('admission.offers.text')}</p>
      <div className="bids-fields">
        <MoneyField label={t('admission.offers.price', { round })} value={offer?.price ?? null} currency={project.currency} onCommit={(price) => set(price, offer?.receivedOn ?? null)} />
        {offer === null ? null : <DateField label={t('admission.offers.receivedOn')} value={offer.receivedOn} onCommit={(receivedOn) => set(offer.price, receivedOn)} />}
      </div>
    </fieldset>
  );
};

const Standing = ({ project, bid }: PartProps) => {
  const t = useT();
  const format = useFormat();
  const { admission } = useCaiet();
  const { lowShare } = admissionLimits(project, useRulePack());
  const standing = priceStanding(project, bid, lowShare);
  const money = (value: Money | null): string => (value === null ? t('admission.price.none') : format.money(value));
  return (
    <>
      <dl className="admission-facts">
        <div><dt>{t('admission.price.estimate')}</dt><dd>{money(project.lots[bid.lotId]?.estimatedValue ?? null)}</dd></div>
        <div><dt>{t('admission.price.offered')}</dt><dd>{money(bid.price)}</dd></div>
        <div><dt>{t('admission.price.counted')}</dt><dd>{money(countedPrice(bid))}</dd></div>
      </dl>
      {standing === 'low' ? <Note tone="warn">{t('admission.price.low', { share: format.percent(lowShare ?? '') })}<RuleReference id={ABNORMALLY_LOW_RULE} /></Note> : null}
      {standing === 'above' ? <Note tone="warn">{t('admission.price.above')}</Note> : null}
      {standing === 'above' || bid.extraFunds !== undefined ? <TextArea label={t('admission.extraFunds')} value={bid.extraFunds ?? ''} onCommit={(document) => admission.setExtraFunds(bid.id, document)} maxLength={LONG_TEXT} rows={1} /> : null}
    </>
  );
};

export const PriceCard = ({ project, bid }: PartProps) => {
  const t = useT();
  const [adding, setAdding] = useState(false);
  if (pricesSealed(project, bid.lotId)) return <Card title={t('admission.part.price')}><p className="soft">{t('admission.sealed')}</p></Card>;
  return (
    <Card title={t('admission.part.price')} aside={<Button icon={Plus} onPress={() => setAdding(true)}>{t('admission.correction.add')}</Button>}>
      <Standing project={project} bid={bid} />
      {inOrderOfNumber(bid.corrections).map((correction) => <Correction key={correction.id} project={project} bid={bid} correction={correction} />)}
      <NewOffers project={project} bid={bid} />
      {adding ? <NewCorrection project={project} bid={bid} onClose={() => setAdding(false)} /> : null}
    </Card>
  );
};
