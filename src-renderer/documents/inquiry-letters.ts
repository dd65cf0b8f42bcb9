/** Letters of the examination: clarification requests, requests to explain a low price, notices of a correction. */
import type { Inquiry } from '../domain/admissibility/admission-fields';
import { inOrderOfNumber } from '../domain/admissibility/numbered';
import { inquiriesOf } from '../domain/admissibility/verdict';
import { countedPrice, type BidCorrection } from '../domain/bid-correction';
import { pricesSealed } from '../domain/envelope';
import { ABNORMALLY_LOW_RULE } from '../domain/evaluation/evaluate';
import type { Block, DocumentEntry } from '../domain/ports/document';
import type { Bid } from '../domain/project';
import { dayOrGap, heading, paragraph, ruleOf, ruleSource } from './common-blocks';
import { documentOf, type DocumentContext, type DocumentSource } from './document-context';
import { letterOpening, letterSignature } from './letter-parts';
import { bidderName, priceText } from './lot-of-document';

const textOrGap = ({ words: { t } }: DocumentContext, text: string): string => (text.trim() === '' ? t('documents.gap.text') : text);

const lowPriceBlocks = (context: DocumentContext, bid: Bid): readonly Block[] => {
  const { project, words: { t }, format } = context;
  const rule = ruleOf(context, ABNORMALLY_LOW_RULE);
  const estimate = project.lots[bid.lotId]?.estimatedValue ?? null;
  if (rule === null || estimate === null) return [];
  return [
    paragraph(t('letters.lowPrice.text', { price: priceText(context, bid), estimate: format.money(estimate), share: format.percent(rule.value) }), ' ', { text: `(${ruleSource(context, rule)})`, weight: 'quiet' }),
    paragraph(t('letters.lowPrice.elements')),
  ];
};

const composeInquiry = (context: DocumentContext, bid: Bid, inquiry: Inquiry, title: string) => {
  const { words: { t } } = context;
  return documentOf(context, title, [
    ...letterOpening(context, bid, title),
    ...(inquiry.kind === 'lowPrice' ? lowPriceBlocks(context, bid) : [paragraph(t('letters.clarification.text'))]),
    heading(t('letters.question')),
    paragraph(textOrGap(context, inquiry.question)),
    paragraph({ text: t('letters.answerBy', { date: dayOrGap(context, inquiry.dueOn) }), weight: 'strong' }),
    paragraph(t(inquiry.kind === 'lowPrice' ? 'letters.lowPrice.consequence' : 'letters.clarification.consequence')),
    letterSignature(context),
  ]);
};

const inquiryEntry = (context: DocumentContext, bid: Bid, inquiry: Inquiry): DocumentEntry => {
  const { words: { t } } = context;
  const title = t(`letters.${inquiry.kind}.title`);
  return {
    id: `letter.inquiry.${bid.id}.${inquiry.id}`, group: 'bidders', title, about: t('letters.aboutBid', { bidder: bidderName(context, bid), lot: context.project.lots[bid.lotId]?.number ?? '' }),
    missing: [...(inquiry.question.trim() === '' ? [t('letters.missing.question')] : []), ...(inquiry.dueOn === null ? [t('letters.missing.dueOn')] : [])],
    compose: () => composeInquiry(context, bid, inquiry, title),
  };
};

const composeCorrection = (context: DocumentContext, bid: Bid, correction: BidCorrection) => {
  const { words: { t } } = context;
  const title = t('letters.correction.title');
  const others = Object.fromEntries(Object.entries(bid.corrections ?? {}).filter(([id]) => Number(id) < Number(correction.id)));
  return documentOf(context, title, [
    ...letterOpening(context, bid, title),
    paragraph(t(`letters.correction.${correction.kind}`)),
    {
      kind: 'facts', label: title,
      rows: [
        [t('letters.correction.before'), priceText(context, bid, countedPrice({ price: bid.price, corrections: others }))],
        [t('letters.correction.after'), priceText(context, bid, correction.correctedPrice)],
        [t('letters.correction.how'), textOrGap(context, correction.reason)],
      ],
    },
    paragraph(t('letters.correction.ask')),
    ...(correction.kind === 'arithmetic' ? [paragraph(t('letters.correction.consequence'))] : []),
    letterSignature(context),
  ]);
};

const correctionEntry = (context: DocumentContext, bid: Bid, correction: BidCorrection): DocumentEntry => {
  const { words: { t } } = context;
  return {
    id: `letter.correction.${bid.id}.${correction.id}`, group: 'bidders', title: t('letters.correction.title'),
    about: t('letters.aboutBid', { bidder: bidderName(context, bid), lot: context.project.lots[bid.lotId]?.number ?? '' }),
    missing: correction.reason.trim() === '' ? [t('letters.missing.correction')] : [],
    compose: () => composeCorrection(context, bid, correction),
  };
};

/** A letter for each question and each correction of each bid. While prices are sealed, nothing that would tell one. */
export const inquiryLetters: DocumentSource = (context) =>
  Object.values(context.project.bids).flatMap((bid) => {
    const sealed = pricesSealed(context.project, bid.lotId);
    return [
      ...inquiriesOf(bid).filter(({ kind }) => !sealed || kind === 'clarification').map((inquiry) => inquiryEntry(context, bid, inquiry)),
      ...(sealed ? [] : inOrderOfNumber(bid.corrections).map((correction) => correctionEntry(context, bid, correction))),
    ];
  });
