/** What every letter to a bidder has: who writes to whom, about what, and where it can be contested. */
import { awardRegime } from '../domain/decision/award-deadlines';
import type { Block } from '../domain/ports/document';
import type { Bid } from '../domain/project';
import { letterhead, paragraph, ruleOf, ruleSource } from './common-blocks';
import type { DocumentContext } from './document-context';
import { bidderName } from './lot-of-document';

const NOTHING: readonly Block[] = [];

/** Letterhead, recipient, title and the sentence that names the procedure and the lot. */
export const letterOpening = (context: DocumentContext, bid: Bid, title: string): readonly Block[] => {
  const { project, words: { t } } = context;
  const bidder = project.bidders[bid.bidderId];
  const lot = project.lots[bid.lotId];
  const address = [t('letters.to', { bidder: bidderName(context, bid) }), (bidder?.identifier ?? '') === '' ? '' : t('documents.identifier', { identifier: bidder?.identifier ?? '' }), bidder?.email ?? ''];
  return [
    letterhead(context),
    { kind: 'lines', at: 'start', lines: [t('letters.number')] },
    { kind: 'lines', at: 'end', lines: address.filter((line) => line !== '') },
    { kind: 'title', text: title },
    paragraph(t('letters.about', { title: project.title, lot: lot?.number ?? '', lotTitle: lot?.title ?? '' })),
  ];
};

/** A legal period in a sentence, followed by its article, day of checking and certainty. */
export const periodBlock = (context: DocumentContext, ruleId: string, sentence: 'letters.contest' | 'letters.standstill'): readonly Block[] => {
  const rule = ruleOf(context, ruleId);
  if (rule === null) return NOTHING;
  return [paragraph(context.words.t(sentence, { days: Number(rule.value) }), ' ', { text: `(${ruleSource(context, rule)})`, weight: 'quiet' })];
};

export const contestBlocks = (context: DocumentContext): readonly Block[] => {
  const below = awardRegime(context.project, context.rulePack).aboveThreshold ? '' : '.belowThreshold';
  return periodBlock(context, `period.contest${below}`, 'letters.contest');
};

export const standstillBlocks = (context: DocumentContext): readonly Block[] => {
  const below = awardRegime(context.project, context.rulePack).aboveThreshold ? '' : '.belowThreshold';
  return periodBlock(context, `period.standstill${below}`, 'letters.standstill');
};

/** Who signs for the authority. */
export const letterSignature = ({ words: { t } }: DocumentContext, name = ''): Block => ({ kind: 'signatures', people: [{ role: t('letters.head'), name }] });
