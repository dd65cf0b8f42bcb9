/** The words people write in tables for the choices a need or a requirement has, folded; Romanian first, then English. */
import { foldText } from '../domain/fold-text';
import type { NeedPriority } from '../domain/need';
import type { RequirementAspect, RequirementKind } from '../domain/requirement';

/** Undefined for a word that stands for none of the choices: it is kept as it is written. */
const choiceBy = <Choice extends string>(words: Readonly<Record<Choice, readonly string[]>>): ((written: string) => Choice | undefined) => {
  const known = new Map((Object.keys(words) as Choice[]).flatMap((choice) => words[choice].map((word) => [word, choice] as const)));
  return (written) => known.get(foldText(written).replace(/[.:!]+$/u, ''));
};

/** Bare numbers are left alone: some count from the most urgent, some towards it. */
export const writtenPriority = choiceBy<NeedPriority>({
  high: ['mare', 'ridicata', 'ridicat', 'inalta', 'maxima', 'urgenta', 'urgent', 'critica', 'foarte mare', 'foarte ridicata', 'esentiala', 'high', 'very high', 'top', 'critical', 'urgency', 'essential', 'must', 'p1'],
  medium: ['medie', 'mediu', 'moderata', 'normala', 'normal', 'importanta', 'medium', 'moderate', 'average', 'should', 'p2'],
  low: ['mica', 'mic', 'scazuta', 'redusa', 'minima', 'joasa', 'low', 'minor', 'very low', 'could', 'nice to have', 'p3'],
});

export const writtenKind = choiceBy<RequirementKind>({
  mandatory: ['obligatorie', 'obligatoriu', 'obligatorii', 'da', 'eliminatorie', 'minima', 'cerinta minima', 'esentiala', 'critica', 'mandatory', 'must', 'must have', 'm', 'required', 'yes', 'essential', 'shall', 'minimum'],
  desirable: ['de dorit', 'dorita', 'dezirabila', 'optionala', 'optional', 'facultativa', 'importanta', 'recomandata', 'nu', 'desirable', 'desired', 'should', 'should have', 's', 'could', 'could have', 'c', 'nice to have', 'wanted', 'no'],
});

export const writtenAspect = choiceBy<RequirementAspect>({
  functional: ['functionala', 'functional', 'functionalitate', 'functionale', 'functional requirement'],
  technical: ['tehnica', 'tehnic', 'tehnice', 'performanta', 'technical', 'performance', 'non-functional', 'nefunctionala'],
  scalability: ['scalabilitate', 'scalabila', 'scalabil', 'extensibilitate', 'scalability', 'scalable'],
  interoperability: ['interoperabilitate', 'interoperabila', 'interoperabil', 'integrare', 'interoperability', 'interoperable', 'integration'],
  sustainability: ['sustenabilitate', 'sustenabila', 'durabilitate', 'durabila', 'mediu', 'sustainability', 'sustainable', 'environmental'],
  security: ['securitate', 'securitatea datelor', 'siguranta', 'protectia datelor', 'security', 'data protection', 'safety'],
  service: ['servicii', 'serviciu', 'servicii si garantie', 'garantie', 'mentenanta', 'suport', 'instruire', 'service', 'service and warranty', 'services', 'warranty', 'maintenance', 'support', 'training'],
});
