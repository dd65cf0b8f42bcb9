/** What each lot buys, by the Common Procurement Vocabulary. */
import { cpvDigits, cpvName, OWN_CPV_LIST } from '../../domain/cpv/cpv-list';
import { inOrder } from '../../domain/position';
import type { Lot, Project } from '../../domain/project';
import { maybe, said } from './written';

/** `itemClassificationScheme.csv` names the scheme; codes are written without their check digit, as eForms does (BT-262). */
export interface OcdsClassification {
  readonly scheme: 'CPV';
  readonly id: string;
  readonly description?: string;
}

export interface OcdsItem {
  readonly id: string;
  readonly description?: string;
  readonly classification: OcdsClassification;
  readonly additionalClassifications?: readonly OcdsClassification[];
  /** Lots extension. */
  readonly relatedLot: string;
}

/** Named from our own selection only, so that the same project gives the same bytes on every computer. */
const classification = (code: string): OcdsClassification =>
  ({ scheme: 'CPV', id: cpvDigits(code), ...maybe('description', cpvName(OWN_CPV_LIST, code, 'ro')) });

const itemOf = ({ id, title, cpv, additionalCpv }: Lot): OcdsItem[] => {
  if (cpv === undefined || cpv === null) return [];
  const others = additionalCpv ?? [];
  return [{
    id: `item-${id}`,
    ...maybe('description', said(title)),
    classification: classification(cpv),
    ...maybe('additionalClassifications', others.length === 0 ? null : others.map(classification)),
    relatedLot: id,
  }];
};

/** One item a lot that has a main code; null when none has. */
export const itemsOf = ({ lots }: Project): readonly OcdsItem[] | null => {
  const items = inOrder(lots).flatMap(itemOf);
  return items.length === 0 ? null : items;
};
