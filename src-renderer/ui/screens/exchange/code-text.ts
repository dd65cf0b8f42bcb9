/** Codes and ids that stand in a project, as the words and names they stand for. */
import type { Project } from '../../../domain/project';
import type { Translator } from '../../../i18n/translator';

/** `decisions.outcome`, or deeper `bids.corrections.kind` → the beginning of the keys of its words. */
const CODES: Readonly<Record<string, string>> = {
  'attachments.filedUnder.kind': 'exchange.code.filedUnder',
  'attachments.publicAs': 'attachments.public',
  'awardCriteria.costItems.timing': 'call.timing',
  'awardCriteria.formula': 'evaluation.formula',
  'awardCriteria.type': 'exchange.code.criterion',
  'bids.corrections.kind': 'admission.correction.kind',
  'bids.inquiries.kind': 'exchange.code.inquiry',
  'bids.inquiries.outcome': 'exchange.code.inquiryOutcome',
  'bids.knockOutChecks.outcome': 'admission.condition.outcome',
  'bids.rejectionGround': 'ground',
  'callRules.awardMethod': 'call.method',
  'callRules.rankingRule': 'call.ranking',
  'awardTerms.procedureGroup': 'deadlines.group',
  'decisions.outcome': 'decision.outcome',
  'decisions.cancellationGround': 'cancellation',
  'decisions.secondPlace': 'exchange.code.secondPlace',
  'errata.effect': 'errata.effect',
  'evaluators.role': 'commission.document.role',
  'handouts.form': 'exchange.code.sheet',
  'handouts.returns.form': 'exchange.code.sheet',
  'imports.kind': 'exchange.code.import',
  'knockOuts.kind': 'call.knockOut.kind',
  'moderations.votes': 'consensus.vote',
  'needs.priority': 'needs.priority',
  'needs.source': 'needs.source',
  'needs.state': 'needs.state',
  'phaseReviews.gate': 'phaseReview.gate',
  'phaseReviews.status': 'phaseReview.status',
  'phaseReviews.stopReason': 'phaseReview.stopReason',
  'procedure.buyerType': 'procedure.buyerType',
  'procedure.chosen': 'procedure.route',
  'procedure.contractType': 'procedure.contractType',
  'procedure.exception': 'procedure.exception',
  'procedure.market': 'procedure.market',
  'reopenings.decision.cancellationGround': 'cancellation',
  'reopenings.decision.outcome': 'decision.outcome',
  'reopenings.decision.secondPlace': 'exchange.code.secondPlace',
  'requirements.aspect': 'requirements.aspect',
  'requirements.kind': 'requirements.kind',
  'reopenings.kind': 'decision.reopen.kind',
  'risks.allocation': 'risks.allocation',
  'risks.category': 'risks.category',
  'sessions.kind': 'sessions.kind',
};

/** The name of what an id in this field stands for; undefined when the field holds no id. */
const nameOf = (field: string, id: string, project: Project): string | null | undefined => {
  switch (field) {
    case 'lotId': return project.lots[id]?.number ?? null;
    case 'bidderId': return project.bidders[id]?.name ?? null;
    case 'bidId': case 'winnerBidId': return project.bidders[project.bids[id]?.bidderId ?? '']?.name ?? null;
    case 'evaluatorId': return project.evaluators[id]?.name ?? null;
    case 'criterionId': case 'parentId': return project.awardCriteria[id]?.name ?? null;
    case 'phaseId': return project.phases?.[id]?.name ?? null;
    case 'importId': return project.imports[id]?.fileName ?? null;
    case 'needId': return project.needs?.[id]?.title ?? null;
    case 'erratumId': return project.errata?.[id]?.what ?? null;
    case 'mergedInto': return project.clarifications?.[id]?.publicQuestion ?? null;
    default: return undefined;
  }
};

const SHA256 = /^[0-9a-f]{64}$/;

/** Undefined for a value that is no code, id or digest: it is told as it is. */
export const codeText = (path: readonly string[], value: string, project: Project, { t, tCode }: Translator): string | undefined => {
  const [part = ''] = path;
  const field = path.at(-1) ?? '';
  const [, , parent = ''] = path;
  const prefix = path.length > 3 ? (CODES[`${part}.${parent}.${field}`] ?? CODES[`${part}.${parent}`]) : CODES[`${part}.${field}`];
  if (prefix !== undefined) return tCode(prefix, value, 'exchange.field.other', { name: value });
  const name = nameOf(field, value, project);
  if (name !== undefined) return name === null || name.trim() === '' ? t('exchange.value.changed') : name;
  return SHA256.test(value) ? `${value.slice(0, 4)}…${value.slice(-4)}` : undefined;
};
