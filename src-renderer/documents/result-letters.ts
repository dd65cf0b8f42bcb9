/**
 * Letters that tell bidders the result (Law 98/2016 art. 215): the winner, those that did not win, those rejected, and
 * all when a lot is cancelled. Each bidder reads their own points with the reasons, and of the winner the name and the
 * points: nothing of what the winning bid says, and no evaluator's name.
 */
import { cancellationGround, rejectionGround } from '../domain/admissibility/grounds';
import { groundOf, verdictOf } from '../domain/admissibility/verdict';
import type { CriterionPoints } from '../domain/evaluation/result';
import { inOrder } from '../domain/position';
import type { Block, DocumentEntry, DocumentModel } from '../domain/ports/document';
import type { AwardCriterion, Bid } from '../domain/project';
import { heading, paragraph } from './common-blocks';
import { documentOf, type DocumentContext, type DocumentSource } from './document-context';
import { contestBlocks, letterOpening, letterSignature, standstillBlocks } from './letter-parts';
import { bidderName, lotOfDocument, priceText, rankedOf, type LotOfDocument } from './lot-of-document';

const pointsText = ({ format, words: { t } }: DocumentContext, points: string | null | undefined): string =>
  (points === null || points === undefined ? t('letters.noPoints') : format.number(points, { minimumFractionDigits: 2 }));

/** The sentences behind a score, without who wrote them: of the commission where it agreed on one. */
const reasonsOf = ({ explanation }: CriterionPoints): readonly string[] => {
  if (explanation.rule !== 'score') return [];
  const { agreed, scores } = explanation;
  return (agreed === undefined ? scores : [agreed]).map(({ reason }) => reason.trim()).filter((reason) => reason !== '');
};

const pointsBlocks = (context: DocumentContext, subject: LotOfDocument, bid: Bid, winner: Bid | undefined): Block[] => {
  const { words: { t } } = context;
  const own = rankedOf(subject, bid);
  const best = winner === undefined ? undefined : rankedOf(subject, winner);
  const pointsUnder = (ranked: typeof own, id: string) => ranked?.criteria.find(({ criterionId }) => criterionId === id);
  const compared = winner !== undefined && winner.id !== bid.id;
  const columns = [
    { title: t('documents.column.criterion'), share: 5 }, { title: t('letters.column.most'), share: 1.5, numeric: true }, { title: t('letters.column.own'), share: 1.5, numeric: true },
    ...(compared ? [{ title: t('letters.column.winner'), share: 1.8, numeric: true }] : []),
  ];
  const row = (name: string, most: string, mine: string | null | undefined, theirs: string | null | undefined): string[] =>
    [name, most, pointsText(context, mine), ...(compared ? [pointsText(context, theirs)] : [])];
  return [
    heading(t('letters.points')),
    {
      kind: 'table', label: t('letters.points'), columns,
      rows: [
        ...subject.criteria.map((criterion) => row(criterion.name, context.format.number(criterion.weight), pointsUnder(own, criterion.id)?.points, pointsUnder(best, criterion.id)?.points)),
        row(t('letters.total'), '', own?.total, best?.total),
      ],
    },
  ];
};

const reasonBlocks = (context: DocumentContext, subject: LotOfDocument, bid: Bid): Block[] => {
  const { words: { t } } = context;
  const items = subject.criteria.flatMap((criterion: AwardCriterion) => {
    const points = rankedOf(subject, bid)?.criteria.find(({ criterionId }) => criterionId === criterion.id);
    return (points === undefined ? [] : reasonsOf(points)).map((reason) => [{ text: `${criterion.name}: `, weight: 'strong' as const }, reason]);
  });
  return items.length === 0 ? [] : [heading(t('letters.reasons')), { kind: 'list', ordered: false, items }];
};

/** Where the winner has more points, by how much: the advantages of the winning bid, said in what is public. */
const advantageBlocks = (context: DocumentContext, subject: LotOfDocument, bid: Bid, winner: Bid): Block[] => {
  const { words: { t }, format } = context;
  const pointsOf = (each: Bid, id: string): number | null => {
    const points = rankedOf(subject, each)?.criteria.find(({ criterionId }) => criterionId === id)?.points;
    return points === null || points === undefined ? null : Math.round(Number(points) * 100);
  };
  const items = subject.criteria.flatMap(({ id, name }) => {
    const [mine, theirs] = [pointsOf(bid, id), pointsOf(winner, id)];
    return mine === null || theirs === null || theirs <= mine ? [] : [[t('letters.advantage', { criterion: name, points: format.number(((theirs - mine) / 100).toFixed(2), { minimumFractionDigits: 2 }) })]];
  });
  return items.length === 0 ? [] : [heading(t('letters.advantages')), { kind: 'list', ordered: false, items }];
};

const closing = (context: DocumentContext, { decision }: LotOfDocument): Block[] =>
  [...standstillBlocks(context), ...contestBlocks(context), letterSignature(context, decision?.approvedBy ?? '')];

const composeWinner = (context: DocumentContext, subject: LotOfDocument, bid: Bid, title: string): DocumentModel => documentOf(context, title, [
  ...letterOpening(context, bid, title),
  paragraph(context.words.t('letters.winner.text', { lot: subject.lot.number, price: priceText(context, bid) })),
  ...pointsBlocks(context, subject, bid, bid),
  ...closing(context, subject),
]);

const composeLoser = (context: DocumentContext, subject: LotOfDocument, bid: Bid, winner: Bid, title: string): DocumentModel => documentOf(context, title, [
  ...letterOpening(context, bid, title),
  paragraph(context.words.t('letters.loser.text', { winner: bidderName(context, winner) })),
  ...pointsBlocks(context, subject, bid, winner),
  ...reasonBlocks(context, subject, bid),
  ...advantageBlocks(context, subject, bid, winner),
  ...closing(context, subject),
]);

const composeRejected = (context: DocumentContext, subject: LotOfDocument, bid: Bid, winner: Bid | undefined, title: string): DocumentModel => {
  const { words: { t }, format } = context;
  const code = groundOf(bid);
  const ground = code === null ? null : rejectionGround(code);
  return documentOf(context, title, [
    ...letterOpening(context, bid, title),
    paragraph(t('letters.rejected.text', { kind: t(ground === null ? 'letters.rejected.kind' : `admission.kind.${ground.kind}`) })),
    ...(ground === null || code === null ? [] : [paragraph({ text: t(`ground.${code}`), weight: 'strong' }, ' ', { text: `(${t('documents.ruleSource', { reference: ground.legalReference, checkedOn: format.date(ground.checkedOn), certainty: t(`settings.certainty.${ground.certainty}`) })})`, weight: 'quiet' })]),
    heading(t('letters.rejected.reason')),
    paragraph(bid.statusReason.trim() === '' ? t('documents.gap.text') : bid.statusReason),
    ...(winner === undefined ? [] : [paragraph(t('letters.rejected.winner', { winner: bidderName(context, winner) }))]),
    ...closing(context, subject),
  ]);
};

const composeCancelled = (context: DocumentContext, subject: LotOfDocument, bid: Bid, title: string): DocumentModel => {
  const { words: { t }, format } = context;
  const code = subject.decision?.cancellationGround;
  const ground = code === undefined ? null : cancellationGround(code);
  return documentOf(context, title, [
    ...letterOpening(context, bid, title),
    paragraph(t('letters.cancelled.text', { lot: subject.lot.number })),
    ...(ground === null || code === undefined ? [] : [paragraph({ text: t(`cancellation.${code}`), weight: 'strong' }, ' ', { text: `(${t('documents.ruleSource', { reference: ground.legalReference, checkedOn: format.date(ground.checkedOn), certainty: t(`settings.certainty.${ground.certainty}`) })})`, weight: 'quiet' })]),
    paragraph(subject.decision?.reason ?? ''),
    ...contestBlocks(context),
    letterSignature(context, subject.decision?.approvedBy ?? ''),
  ]);
};

type LetterKind = 'winner' | 'loser' | 'rejected' | 'cancelled';

const kindOf = ({ decision }: LotOfDocument, bid: Bid): LetterKind | null => {
  const verdict = verdictOf(bid);
  if (verdict === 'withdrawn' || decision === null) return null;
  if (decision.outcome === 'cancel') return 'cancelled';
  if (bid.status === 'disqualified') return 'rejected';
  return decision.winnerBidId === bid.id ? 'winner' : 'loser';
};

const missingOf = ({ words: { t } }: DocumentContext, { decision }: LotOfDocument, bid: Bid, kind: LetterKind): string[] => [
  ...((decision?.approvedOn ?? null) === null ? [t('letters.missing.approval')] : []),
  ...(kind === 'rejected' && bid.statusReason.trim() === '' ? [t('letters.missing.reason')] : []),
  ...(kind === 'rejected' && groundOf(bid) === null ? [t('letters.missing.ground')] : []),
];

const resultEntry = (context: DocumentContext, subject: LotOfDocument, bid: Bid, kind: LetterKind): DocumentEntry => {
  const { words: { t }, project } = context;
  const title = t(`letters.${kind}.title`);
  const winner = project.bids[subject.decision?.winnerBidId ?? ''];
  return {
    id: `letter.${kind}.${bid.id}`, group: 'bidders', title, about: t('letters.aboutBid', { bidder: bidderName(context, bid), lot: subject.lot.number }),
    missing: missingOf(context, subject, bid, kind),
    compose: () => {
      if (kind === 'rejected') return composeRejected(context, subject, bid, winner, title);
      if (kind === 'cancelled') return composeCancelled(context, subject, bid, title);
      return kind === 'winner' || winner === undefined ? composeWinner(context, subject, bid, title) : composeLoser(context, subject, bid, winner, title);
    },
  };
};

/** A letter to every bidder of every decided lot. Before the decision nothing of the result leaves. */
export const resultLetters: DocumentSource = (context) =>
  inOrder(context.project.lots).filter(({ id }) => context.project.decisions?.[id] !== undefined).flatMap((lot) => {
    const subject = lotOfDocument(context, lot);
    return subject.bids.flatMap((bid) => {
      const kind = kindOf(subject, bid);
      return kind === null ? [] : [resultEntry(context, subject, bid, kind)];
    });
  });
