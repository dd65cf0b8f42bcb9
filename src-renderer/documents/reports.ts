/** The intermediate report on the examination and the procedure report (Norms HG 395/2016 art. 127). */
import { rejectionGround } from '../domain/admissibility/grounds';
import { inOrderOfNumber } from '../domain/admissibility/numbered';
import { groundOf, inquiriesOf, verdictOf } from '../domain/admissibility/verdict';
import { freezeInForce } from '../domain/frozen-call';
import { pricesSealed } from '../domain/envelope';
import { inOrder } from '../domain/position';
import type { Block, DocumentEntry } from '../domain/ports/document';
import type { Bid } from '../domain/project';
import { dayOrGap, heading, letterhead, paragraph } from './common-blocks';
import { commissionSignatures } from './commission-documents';
import { documentOf, type DocumentContext, type DocumentSource } from './document-context';
import { bidderName, lotOfDocument, priceText, rankedOf, type LotOfDocument } from './lot-of-document';

const lotTitle = ({ words: { t } }: DocumentContext, { lot }: LotOfDocument): string =>
  (lot.title.trim() === '' ? t('bids.lotHeadingUntitled', { number: lot.number }) : t('bids.lotHeading', { number: lot.number, title: lot.title }));

/** Why a bid is where it is: ground, article and facts. */
const findingText = ({ words: { t } }: DocumentContext, bid: Bid): string => {
  const code = groundOf(bid);
  const law = code === null ? '' : `${t(`ground.${code}`)} (${rejectionGround(code).legalReference}). `;
  return bid.status === 'valid' ? '' : `${law}${bid.statusReason}`;
};

const examinationTable = (context: DocumentContext, subject: LotOfDocument): Block => {
  const { words: { t } } = context;
  return {
    kind: 'table', label: lotTitle(context, subject),
    columns: [{ title: t('admission.bidder'), share: 3 }, { title: t('reports.price'), share: 2, numeric: true }, { title: t('admission.verdict'), share: 2 }, { title: t('reports.why'), share: 4 }],
    rows: subject.bids.map((bid) => [bidderName(context, bid), priceText(context, bid), t(`admission.verdict.${verdictOf(bid)}`), findingText(context, bid)]),
  };
};

/** What was asked of bidders and corrected in their prices, with what came of it. */
const exchangeBlocks = (context: DocumentContext, { bids, lot }: LotOfDocument): Block[] => {
  const { words: { t } } = context;
  const sealed = pricesSealed(context.project, lot.id);
  const items = bids.flatMap((bid) => [
    ...inquiriesOf(bid).filter(({ askedOn }) => askedOn !== null).map((inquiry) => [t('reports.inquiry', {
      bidder: bidderName(context, bid), kind: t(`letters.${inquiry.kind}.title`), askedOn: dayOrGap(context, inquiry.askedOn), answer: inquiry.answer.trim() === '' ? t('reports.noAnswer') : inquiry.answer,
      outcome: t(`admission.inquiry.outcome.${inquiry.outcome ?? 'none'}`),
    })]),
    ...(sealed ? [] : inOrderOfNumber(bid.corrections).map((correction) => [t('reports.correction', {
      bidder: bidderName(context, bid), kind: t(`admission.correction.kind.${correction.kind}`), price: priceText(context, bid, correction.correctedPrice), reason: correction.reason,
      answer: t(`admission.correction.answer.${correction.accepted === null ? 'none' : correction.accepted ? 'accepted' : 'refused'}`),
    })])),
  ]);
  return items.length === 0 ? [] : [{ kind: 'list', ordered: false, items }];
};

const rankingTable = (context: DocumentContext, subject: LotOfDocument): Block => {
  const { words: { t }, format } = context;
  const points = (value: string | null | undefined): string => (value === null || value === undefined ? '' : format.number(value, { minimumFractionDigits: 2 }));
  const ranked = subject.bids.flatMap((bid) => {
    const found = rankedOf(subject, bid);
    return found?.rank === null || found === undefined ? [] : [{ bid, found }];
  });
  return {
    kind: 'table', label: t('reports.ranking'),
    columns: [
      { title: t('reports.place'), share: 1, numeric: true }, { title: t('admission.bidder'), share: 4 }, { title: t('reports.price'), share: 2.2, numeric: true },
      { title: t('call.axis.costEffectiveness'), share: 2, numeric: true }, { title: t('call.axis.transformativePotential'), share: 2, numeric: true }, { title: t('letters.total'), share: 1.4, numeric: true },
    ],
    rows: ranked.map(({ bid, found }) => [String(found.rank), bidderName(context, bid), priceText(context, bid), points(found.costEffectiveness), points(found.transformativePotential), points(found.total)]),
  };
};

const decisionBlocks = (context: DocumentContext, { decision }: LotOfDocument): Block[] => {
  const { words: { t }, project, format } = context;
  if (decision === null) return [paragraph({ text: t('reports.undecided'), weight: 'strong' })];
  const winner = project.bids[decision.winnerBidId ?? ''];
  const outcome = decision.outcome === 'cancel'
    ? t('decision.made.cancel', { ground: decision.cancellationGround === undefined ? '' : t(`cancellation.${decision.cancellationGround}`) })
    : t('decision.made.award', { bidder: winner === undefined ? '' : bidderName(context, winner) });
  return [
    paragraph({ text: outcome, weight: 'strong' }),
    ...(decision.reason.trim() === '' ? [] : [paragraph(decision.reason)]),
    { kind: 'facts', label: t('reports.decision'), rows: [[t('decision.made.at'), format.instant(decision.decidedAt)], [t('decision.made.hash'), decision.basisHash]] },
  ];
};

const procedureFacts = (context: DocumentContext): Block => {
  const { words: { t }, project } = context;
  const freeze = freezeInForce(project);
  return {
    kind: 'facts', label: t('reports.facts'),
    rows: [
      [t('reports.authority'), project.buyer.name], [t('reports.object'), project.title],
      [t('reports.bidsDeadline'), dayOrGap(context, project.awardTerms?.bidsDeadline ?? null)],
      [t('documents.criteria.hash'), freeze === null ? t('documents.criteria.notFrozen') : freeze.hash], [t('reports.rulePack'), project.rulePackId],
    ],
  };
};

const sessionBlocks = (context: DocumentContext): Block[] => {
  const { words: { t }, project } = context;
  const sessions = inOrderOfNumber(project.sessions);
  if (sessions.length === 0) return [];
  return [heading(t('sessions.title')), { kind: 'list', ordered: false, items: sessions.map(({ id, kind, heldOn }) => [t('reports.session', { number: id, kind: t(`sessions.kind.${kind}`), date: dayOrGap(context, heldOn) })]) }];
};

const opening = (context: DocumentContext, title: string): Block[] => [letterhead(context), { kind: 'title', text: title }, procedureFacts(context)];

const intermediate = (context: DocumentContext): DocumentEntry => {
  const { words: { t }, project } = context;
  const title = t('reports.intermediate');
  const examined = Object.values(project.bids).filter((bid) => verdictOf(bid) === 'examined').length;
  return {
    id: 'report.intermediate', group: 'decision', title, about: '', missing: examined > 0 ? [t('reports.missing.examined', { count: examined })] : [],
    compose: () => documentOf(context, title, [
      ...opening(context, title),
      ...inOrder(project.lots).map((lot) => lotOfDocument(context, lot)).flatMap((subject) => [heading(lotTitle(context, subject)), examinationTable(context, subject), ...exchangeBlocks(context, subject)]),
      ...sessionBlocks(context),
      commissionSignatures(context),
    ]),
  };
};

const procedureReport = (context: DocumentContext): DocumentEntry => {
  const { words: { t }, project } = context;
  const title = t('reports.procedure');
  const lots = inOrder(project.lots).map((lot) => lotOfDocument(context, lot));
  const undecided = lots.filter(({ decision }) => decision === null);
  const approvedBy = lots.map(({ decision }) => decision?.approvedBy ?? '').find((name) => name !== '') ?? '';
  return {
    id: 'report.procedure', group: 'decision', title, about: '', missing: undecided.map(({ lot }) => t('reports.missing.decision', { number: lot.number })),
    compose: () => documentOf(context, title, [
      ...opening(context, title),
      ...lots.flatMap((subject) => [
        heading(lotTitle(context, subject)), examinationTable(context, subject), ...exchangeBlocks(context, subject), rankingTable(context, subject), ...decisionBlocks(context, subject),
      ]),
      paragraph(t('documents.criteria.rounding')),
      ...sessionBlocks(context),
      commissionSignatures(context),
      { kind: 'signatures', people: [{ role: t('reports.approved'), name: approvedBy }] },
    ]),
  };
};

/** Both reports, once there are bids to report on. */
export const reports: DocumentSource = (context) => (Object.keys(context.project.bids).length === 0 ? [] : [intermediate(context), procedureReport(context)]);
