/**
 * Law as data: thresholds, shares and periods with the dates between which they hold, the article they come from and
 * how surely that is known. A project names the pack it uses. The packs help a person find the article; they are not
 * legal advice.
 */
import { fail } from './problem';
import { z } from './schema';
import { civilDateSchema, decimalSchema, idSchema, type CivilDate, type DecimalString } from './values';

export const RULE_UNITS = ['percent', 'RON', 'EUR', 'months', 'days', 'workingDays', 'people', 'share', 'points', 'rounds'] as const;

/** `verbatim`: read in the text of the law. `derived`: computed from such a value. `memory`: to be checked before relying on it. */
export const RULE_CERTAINTIES = ['verbatim', 'derived', 'memory'] as const;

export const ruleSchema = z.looseObject({
  id: idSchema.describe('What the rule is about; the same id again with other dates is a later value.'),
  value: decimalSchema,
  unit: z.enum(RULE_UNITS).describe('RON and EUR are whole units of the currency, without VAT.'),
  validFrom: civilDateSchema.nullable().describe('First day it holds; null when it held before this pack begins.'),
  validTo: civilDateSchema.nullable().describe('Last day it holds; null while no end is known.'),
  legalReference: z.string().min(1).max(500),
  checkedOn: civilDateSchema.describe('When the value was last compared with its source.'),
  certainty: z.enum(RULE_CERTAINTIES),
  note: z.string().max(2000),
});
export type Rule = z.infer<typeof ruleSchema>;

export const rulePackSchema = z.looseObject({
  id: idSchema,
  country: z.string().regex(/^[A-Z]{2}$/),
  checkedOn: civilDateSchema,
  rules: z.array(ruleSchema).max(1000),
});
export type RulePack = z.infer<typeof rulePackSchema>;

/** Reads a pack; throws `rulePack.invalid` with a pointer to the first thing that is wrong. */
export const parseRulePack = (json: unknown): RulePack => {
  const read = rulePackSchema.safeParse(json);
  if (read.success) return read.data;
  const issue = read.error.issues[0];
  throw fail('rulePack.invalid', { detail: issue?.message ?? '' }, `/${(issue?.path ?? []).map(String).join('/')}`);
};

const holds = (rule: Rule, on: CivilDate): boolean => (rule.validFrom === null || rule.validFrom <= on) && (rule.validTo === null || on <= rule.validTo);

/** The rule that holds on a day, with its reference; the one that began last when several do. */
export const ruleOn = (pack: RulePack, id: string, on: CivilDate): Rule | null =>
  pack.rules
    .filter((rule) => rule.id === id && holds(rule, on))
    .toSorted((left, right) => ((left.validFrom ?? '') < (right.validFrom ?? '') ? 1 : -1))[0] ?? null;

/** The value that holds on a day; null when the pack has none. */
export const ruleValue = (pack: RulePack, id: string, on: CivilDate): DecimalString | null => ruleOn(pack, id, on)?.value ?? null;
