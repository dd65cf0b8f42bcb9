/**
 * What a publication may look like, written down a second time and strictly: a field that is not here fails. Core
 * fields from the OCDS 1.1.5 reference, the others from the extensions the package declares.
 */
import type { AuditEntry } from '../../../src-renderer/domain/change';
import type { Project } from '../../../src-renderer/domain/project';
import { ocdsPublication, type OcdsOptions } from '../../../src-renderer/exchange/ocds/release-package';
import { RELEASE_TAGS, type OcdsReleasePackage } from '../../../src-renderer/exchange/ocds/release';
import { z } from '../../../src-renderer/domain/schema';

/** What the file holds. */
export const publicationOf = (project: Project, options: OcdsOptions, history: readonly AuditEntry[] = []): OcdsReleasePackage => ocdsPublication(project, options, history).content;

const text = z.string().regex(/\S/);
const dateTime = z.iso.datetime();
const value = z.strictObject({ amount: z.number(), currency: z.string().length(3) });
const reference = z.strictObject({ id: text, name: text.optional() });

const organization = z.strictObject({
  id: text,
  name: text.optional(),
  identifier: z.strictObject({ scheme: z.literal('RO-CUI'), id: z.string().regex(/^\d{2,10}$/), legalName: text.optional() }).optional(),
  address: z.strictObject({ region: text }).optional(),
  roles: z.array(z.enum(['buyer', 'procuringEntity', 'tenderer', 'supplier'])).nonempty(),
});

const criterion = z.strictObject({
  type: z.enum(['price', 'quality']), name: text.optional(), description: text.optional(),
  numbers: z.tuple([z.strictObject({ number: z.number(), weight: z.literal('percentageExact') })]).optional(),
});

const lot = z.strictObject({
  id: text, title: text.optional(), description: text.optional(), value: value.optional(),
  awardCriteria: z.strictObject({ criteria: z.array(criterion).nonempty() }).optional(),
});

const classification = z.strictObject({ scheme: z.literal('CPV'), id: z.string().regex(/^\d{8}$/), description: text.optional() });

const item = z.strictObject({
  id: text, description: text.optional(), classification, additionalClassifications: z.array(classification).nonempty().optional(), relatedLot: text,
});

const period = z.strictObject({ startDate: dateTime.optional(), endDate: dateTime });

const milestone = z.strictObject({
  id: z.enum(['answersUntil', 'requestsUntil', 'invitation', 'opening', 'result', 'contract']), title: text,
  type: z.enum(['engagement', 'assessment', 'approval']), dueDate: dateTime, status: z.literal('scheduled'),
});

const delivery = z.strictObject({
  id: z.string().startsWith('phase-'), title: text.optional(), type: z.literal('delivery'), description: text.optional(), dueDate: dateTime.optional(), dateMet: dateTime.optional(), dateModified: dateTime.optional(),
  status: z.enum(['scheduled', 'met', 'notMet', 'partiallyMet']),
});

const document = z.strictObject({
  id: text, documentType: z.enum([
    'needsAssessment', 'marketStudies', 'procurementPlan', 'tenderNotice', 'biddingDocuments', 'technicalSpecifications', 'evaluationCriteria', 'clarifications',
    'evaluationReports', 'awardNotice', 'contractSigned', 'completionCertificate',
  ]),
  title: text.optional(), format: z.string().regex(/^[a-z]+\/[a-z0-9.+-]+$/).optional(), language: z.literal('ro'),
});
const documents = z.array(document).nonempty().optional();

const requirement = z.strictObject({ id: text, title: text.optional(), description: text.optional() });
const condition = z.strictObject({
  id: text, title: text.optional(), description: text.optional(), source: z.literal('tenderer'), relatesTo: z.literal('tenderer').optional(),
  requirementGroups: z.tuple([z.strictObject({ id: text, requirements: z.tuple([requirement]) })]),
});

const tender = z.strictObject({
  id: text, title: text.optional(), status: z.enum(['planning', 'planned', 'active', 'complete', 'cancelled', 'unsuccessful']), procuringEntity: reference, value: value.optional(),
  awardCriteria: z.enum(['priceOnly', 'qualityOnly', 'ratedCriteria']).optional(), lots: z.array(lot).nonempty().optional(),
  procurementMethod: z.enum(['open', 'selective', 'limited', 'direct']).optional(), procurementMethodDetails: text.optional(),
  mainProcurementCategory: z.enum(['goods', 'works', 'services']).optional(), items: z.array(item).nonempty().optional(),
  tenderPeriod: period.optional(), enquiryPeriod: period.optional(), awardPeriod: period.optional(), milestones: z.array(z.union([milestone, delivery])).nonempty().optional(),
  documents, amendments: z.array(z.strictObject({ id: text, date: dateTime, description: text.optional() })).nonempty().optional(), criteria: z.array(condition).nonempty().optional(),
  numberOfTenderers: z.int().min(1).optional(), tenderers: z.array(reference).nonempty().optional(),
});

const bids = z.strictObject({
  statistics: z.array(z.strictObject({
    id: text, measure: z.enum(['bids', 'validBids', 'bidders', 'smeBids', 'lowestValidBidValue', 'highestValidBidValue']), value: z.number(),
    currency: z.string().optional(), relatedLot: text.optional(),
  })).nonempty(),
  details: z.array(z.strictObject({
    id: text, date: dateTime.optional(), status: z.enum(['valid', 'disqualified', 'withdrawn']), tenderers: z.tuple([reference]).optional(), value: value.optional(),
    relatedLots: z.tuple([text]),
    requirementResponses: z.array(z.strictObject({ id: text, value: z.boolean(), requirement: reference.omit({ name: true }).extend({ title: text.optional() }), relatedTenderer: reference.optional() })).nonempty().optional(),
  })).nonempty(),
});

const award = z.strictObject({
  id: z.string().startsWith('award-'), title: text.optional(), status: z.enum(['active', 'cancelled', 'unsuccessful']), date: dateTime, value: value.optional(),
  suppliers: z.tuple([reference]).optional(), items: z.tuple([item]).optional(), documents, relatedLots: z.tuple([text]),
});

const risk = z.strictObject({
  id: text, category: text.optional(), description: text.optional(), allocation: z.enum(['publicAuthority', 'privateParty', 'undefined']).optional(), notes: text.optional(),
});

const contract = z.strictObject({
  id: z.string().startsWith('contract-'), awardID: z.string().startsWith('award-'), title: text.optional(), status: z.enum(['active', 'terminated']),
  period: z.strictObject({ startDate: dateTime, endDate: dateTime.optional() }), value: value.optional(), items: z.tuple([item]).optional(), dateSigned: dateTime, documents,
  implementation: z.strictObject({ milestones: z.array(delivery).nonempty() }).optional(), riskAllocation: z.array(risk).nonempty().optional(),
});

const release = z.strictObject({
  ocid: text, id: text.regex(/^[^#]+$/), date: dateTime, language: z.literal('ro'), tag: z.array(z.enum(RELEASE_TAGS)).nonempty(), initiationType: z.literal('tender'),
  parties: z.array(organization).nonempty(), buyer: reference,
  planning: z.strictObject({ rationale: text.optional(), budget: z.strictObject({ amount: value }).optional(), documents }).optional(),
  tender, bids: bids.optional(), awards: z.array(award).nonempty().optional(), contracts: z.array(contract).nonempty().optional(),
});

export const publicationSchema = z.strictObject({
  uri: z.string().regex(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/),
  version: z.literal('1.1'), extensions: z.array(z.url()), publishedDate: dateTime,
  publisher: z.strictObject({ name: z.string(), scheme: z.literal('RO-CUI').optional(), uid: z.string().optional() }),
  releases: z.array(release).nonempty().refine((releases) => new Set(releases.map(({ id }) => id)).size === releases.length, 'release ids are unique')
    .refine((releases) => releases.every(({ date }, index) => date >= (releases[index - 1]?.date ?? '')), 'releases are in order of time'),
});
