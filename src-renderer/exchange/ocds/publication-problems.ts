/** What a person should know before publishing a project as OCDS. None of it makes the file invalid. */
import { pointerTo } from '../../domain/json-pointer';
import type { Problem } from '../../domain/problem';
import type { Project } from '../../domain/project';
import { publishedPrice } from './bids';
import { isOcidPrefix } from './ocid';
import { buyerIdentifier } from './parties';
import type { OcdsOptions } from './release-package';
import { said } from './written';
import { ocdsValue } from './value';

export type OcdsProblemCode =
  | 'ocds.prefixMissing'
  | 'ocds.prefixInvalid' // error; data: {prefix}
  | 'ocds.buyerUnnamed'
  | 'ocds.buyerWithoutIdentifier' // no fiscal code, or not one
  | 'ocds.eventsLost' // data: {count}: publications of which nobody here knows what they said
  | 'ocds.pricesLeftOut'; // data: {count}: with VAT, or in a currency the standard does not know

type OcdsProblem = Problem<OcdsProblemCode>;

const warning = (code: OcdsProblemCode, path?: readonly string[], data: Problem['data'] = {}): OcdsProblem =>
  ({ severity: 'warning', code, data, ...(path === undefined ? {} : { pointer: pointerTo(path) }) });

const prefixProblems = (prefix: string): OcdsProblem[] => {
  if (prefix === '') return [warning('ocds.prefixMissing')];
  return isOcidPrefix(prefix) ? [] : [{ severity: 'error', code: 'ocds.prefixInvalid', data: { prefix } }];
};

const buyerProblems = ({ buyer }: Project): OcdsProblem[] => [
  ...(said(buyer.name) === '' ? [warning('ocds.buyerUnnamed', ['buyer', 'name'])] : []),
  ...(buyerIdentifier(buyer) === null ? [warning('ocds.buyerWithoutIdentifier', ['buyer', 'identifier'])] : []),
];

const priceProblems = ({ bids }: Project): OcdsProblem[] => {
  const count = Object.values(bids).filter((bid) => {
    const price = publishedPrice(bid);
    return bid.price !== null && (price === null || ocdsValue(price) === null);
  }).length;
  return count === 0 ? [] : [warning('ocds.pricesLeftOut', ['bids'], { count })];
};

/** An error here is one the export itself refuses with. `lost`: see `OcdsPublication`. */
export const ocdsProblems = (project: Project, { phase, ocidPrefix }: Pick<OcdsOptions, 'phase' | 'ocidPrefix'>, lost = 0): OcdsProblem[] => [
  ...prefixProblems(ocidPrefix),
  ...buyerProblems(project),
  ...(lost === 0 ? [] : [warning('ocds.eventsLost', undefined, { count: lost })]),
  ...(phase === 'afterReport' ? priceProblems(project) : []),
];
