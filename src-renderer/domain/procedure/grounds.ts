/** What speaks for or against a route, each with its article: the table behind the choice of a procedure. */
import roProcedures from '../../../assets/rules/ro-procedures.json' with { type: 'json' };
import { RULE_CERTAINTIES } from '../rule-pack';
import { z } from '../schema';
import { civilDateSchema } from '../values';

/** Words live in `i18n/` under `procedure.ground.<code>`. */
export const GROUNDS = [
  'openIsTheRule', 'anyoneMayBid', 'selectionFirst', 'belowThreshold', 'aboveThreshold', 'betweenCapAndThreshold', 'stagesWithNegotiation', 'belowCap', 'aboveCap',
  'neverSplit', 'needsAdaptation', 'innovativeSolutions', 'meansUnknown', 'noCaseOfArticle70', 'minimumsNeeded', 'developAndBuy', 'onTheMarket', 'noResearch',
  'noLaterPurchase', 'laterPurchaseApart', 'resultsShared', 'resultsKept', 'maturityHigh', 'conceptSought', 'noConcept', 'socialServices', 'notSocialServices',
  'noBids', 'soleOperator', 'extremeUrgency', 'repeated', 'noCaseOfArticle104',
] as const;
export type GroundCode = (typeof GROUNDS)[number];

const groundSchema = z.looseObject({ id: z.enum(GROUNDS), legalReference: z.string().min(1), checkedOn: civilDateSchema, certainty: z.enum(RULE_CERTAINTIES) });
export type Ground = z.infer<typeof groundSchema>;

const { grounds } = z.looseObject({ grounds: z.array(groundSchema) }).parse(roProcedures);
const BY_CODE = new Map(grounds.map((ground) => [ground.id, ground]));

/** A ground with its article; every code has one, which the tests check. */
export const groundOf = (code: GroundCode): Ground => {
  const ground = BY_CODE.get(code);
  if (ground === undefined) throw new Error(`The table of grounds lacks ${code}`);
  return ground;
};
