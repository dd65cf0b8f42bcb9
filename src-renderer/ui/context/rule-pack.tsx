/** Hands the dated rule pack (thresholds, shares and their articles of law) to the screens that show or apply it. */
import { createContext, useContext, type ReactNode } from 'react';
import type { RulePack } from '../../domain/rule-pack';

const RulePackContext = createContext<RulePack | null>(null);

/** Put once, by the composition root, with the same pack the application evaluates with. */
export const RulePackProvider = ({ rulePack, children }: { readonly rulePack: RulePack; readonly children: ReactNode }) => (
  <RulePackContext value={rulePack}>{children}</RulePackContext>
);

/** The rule pack in use. Throws outside `RulePackProvider`, which is a defect. */
export const useRulePack = (): RulePack => {
  const rulePack = useContext(RulePackContext);
  if (rulePack === null) throw new Error('useRulePack outside RulePackProvider');
  return rulePack;
};
