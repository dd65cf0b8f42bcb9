/** Grounds the law gives for rejecting a bid and for cancelling a procedure, as data with their articles. */
import grounds from '../../../assets/rules/ro-grounds.json' with { type: 'json' };
import { fail } from '../problem';
import { RULE_CERTAINTIES } from '../rule-pack';
import { z } from '../schema';
import { civilDateSchema } from '../values';

/** An unacceptable bid fails a condition of taking part (Norms HG 395/2016 art. 137 par. 2), a non-compliant one what was asked for (par. 3). */
export const REJECTION_KINDS = ['unacceptable', 'noncompliant'] as const;
export type RejectionKind = (typeof REJECTION_KINDS)[number];

export const REJECTION_GROUNDS = [
  'late', 'notQualified', 'alternativeNotAllowed', 'priceAboveEstimate', 'bondMissing', 'notSigned', 'correctionRefused', 'clarificationMissing',
  'specificationNotMet', 'contractTermsChanged', 'pricesNotCompetitive', 'partsDoNotMatch', 'abnormallyLow', 'socialOrEnvironmental',
] as const;
export type RejectionGround = (typeof REJECTION_GROUNDS)[number];

export const CANCELLATION_GROUNDS = ['noBids', 'noAdmissibleBids', 'notComparable', 'lawBroken', 'contractImpossible', 'ordered'] as const;
export type CancellationGround = (typeof CANCELLATION_GROUNDS)[number];

/** Why a bid that is not the first may win: the first cannot sign or perform. */
export const SECOND_PLACE_REASONS = ['firstUnable'] as const;

const source = { legalReference: z.string().min(1).max(500), checkedOn: civilDateSchema, certainty: z.enum(RULE_CERTAINTIES) };
const groundListSchema = z.looseObject({
  rejection: z.array(z.looseObject({ code: z.enum(REJECTION_GROUNDS), kind: z.enum(REJECTION_KINDS), ...source })),
  cancellation: z.array(z.looseObject({ code: z.enum(CANCELLATION_GROUNDS), ...source })),
  secondPlace: z.array(z.looseObject({ code: z.enum(SECOND_PLACE_REASONS), ...source })),
});
type GroundList = z.infer<typeof groundListSchema>;
export type LegalGround = Pick<GroundList['cancellation'][number], 'legalReference' | 'checkedOn' | 'certainty'>;

/** Reads a list; throws `rulePack.invalid` with a pointer to the first thing that is wrong. */
export const parseGrounds = (json: unknown): GroundList => {
  const read = groundListSchema.safeParse(json);
  if (read.success) return read.data;
  const issue = read.error.issues[0];
  throw fail('rulePack.invalid', { detail: issue?.message ?? '' }, `/${(issue?.path ?? []).map(String).join('/')}`);
};

const LIST = parseGrounds(grounds);
const REJECTION = new Map(LIST.rejection.map((ground) => [ground.code, ground]));
const CANCELLATION = new Map(LIST.cancellation.map((ground) => [ground.code, ground]));

const present = <Ground>(ground: Ground | undefined, code: string): Ground => {
  if (ground === undefined) throw fail('rulePack.invalid', { detail: code });
  return ground;
};

/** The article a rejection rests on, and which kind of rejection it is. */
export const rejectionGround = (code: RejectionGround): GroundList['rejection'][number] => present(REJECTION.get(code), code);

/** The article that lets the second place win. */
export const secondPlaceGround = (): LegalGround => present(LIST.secondPlace[0], 'firstUnable');

/** The article a cancellation rests on. */
export const cancellationGround = (code: CancellationGround): LegalGround => present(CANCELLATION.get(code), code);
