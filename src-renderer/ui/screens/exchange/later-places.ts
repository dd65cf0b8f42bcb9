/** Where something is in the parts of a project that came after version 1 of the package format, in words a person knows. */
import type { Project } from '../../../domain/project';
import { MILESTONES } from '../../../domain/timeline/milestone';
import type { Id } from '../../../domain/values';
import type { MessageKey, Translator } from '../../../i18n/translator';

/** Parts of a project that are one record each: their fields lie one level higher than those of a collection. */
export const SINGLE_PARTS: Readonly<Record<string, MessageKey>> = {
  callRules: 'exchange.place.callRules', amendment: 'exchange.place.amendment', procedure: 'exchange.place.procedure', awardTerms: 'exchange.place.awardTerms',
};

export interface Namer {
  /** A name as it stands inside a place: short, and never nothing. */
  readonly named: (name: string | undefined) => string;
  readonly bidderOf: (bidId: Id | undefined) => string;
}

const dayName = (project: Project, id: Id, { t }: Pick<Translator, 't'>): string | undefined => {
  const kind = MILESTONES.find((each) => each === id);
  return kind === undefined ? project.milestones?.[id]?.title : t(`timeline.kind.${kind}`);
};

/** `Decizia lotului 2`, `Întrebarea „…”`; undefined for a collection this version does not know. */
export const laterPlace = (project: Project, collection: string, id: Id, { t }: Pick<Translator, 't'>, { named, bidderOf }: Namer): string | undefined => {
  const lot = (lotId: Id | undefined): string => named(project.lots[lotId ?? '']?.number);
  switch (collection) {
    case 'knockOuts': return t('exchange.place.knockOuts', { name: named(project.knockOuts?.[id]?.title) });
    case 'freezes': return t('exchange.place.freezes', { name: id });
    case 'envelopes': return t('exchange.place.envelopes', { name: lot(id) });
    case 'moderations': {
      const moderation = project.moderations?.[id];
      return t('exchange.place.moderations', { bidder: bidderOf(moderation?.bidId), criterion: named(project.awardCriteria[moderation?.criterionId ?? '']?.name) });
    }
    case 'decisions': return t('exchange.place.decisions', { name: lot(id) });
    case 'milestones': return t('exchange.place.milestones', { name: named(dayName(project, id, { t })) });
    case 'phases': return t('exchange.place.phases', { name: named(project.phases?.[id]?.name) });
    case 'phaseReviews': {
      const review = project.phaseReviews?.[id];
      return t('exchange.place.phaseReviews', { name: named(project.phases?.[review?.phaseId ?? '']?.name), lot: lot(review?.lotId) });
    }
    case 'risks': return t('exchange.place.risks', { name: named(project.risks?.[id]?.description) });
    case 'clarifications': return t('exchange.place.clarifications', { name: named(project.clarifications?.[id]?.publicQuestion || project.clarifications?.[id]?.question) });
    case 'errata': return t('exchange.place.errata', { name: named(project.errata?.[id]?.what) });
    case 'attachments': return t('exchange.place.attachments', { name: named(project.attachments?.[id]?.title || project.attachments?.[id]?.fileName) });
    case 'reopenings': return t('exchange.place.reopenings', { name: lot(project.reopenings?.[id]?.lotId) });
    case 'sessions': return t('exchange.place.sessions', { name: id });
    case 'handouts': return t('exchange.place.handouts', { name: named(project.evaluators[project.handouts?.[id]?.evaluatorId ?? '']?.name) });
    case 'afterDecisions': return t('exchange.place.afterDecisions', { name: lot(id) });
    case 'needs': return t('exchange.place.needs', { name: named(project.needs?.[id]?.title || project.needs?.[id]?.problem) });
    case 'requirements': return t('exchange.place.requirements', { name: named(project.requirements?.[id]?.code || project.requirements?.[id]?.text) });
    default: return undefined;
  }
};
