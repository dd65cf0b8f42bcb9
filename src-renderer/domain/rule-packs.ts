/** The rule packs that come with Caiet. */
import ro2026 from '../../assets/rules/ro-2026.json' with { type: 'json' };
import { parseRulePack, type RulePack } from './rule-pack';

/** Romania, thresholds of 2026-2027. */
export const RO_2026: RulePack = parseRulePack(ro2026);

const RULE_PACKS: readonly RulePack[] = [RO_2026];

/** A pack by the id a project names; undefined when this version does not have it. */
export const rulePackById = (id: string): RulePack | undefined => RULE_PACKS.find((pack) => pack.id === id);
