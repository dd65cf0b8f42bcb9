/** Who takes part: the buyer and, once the report is published, the bidders. Never a person. */
import type { Bidder, Buyer } from '../../domain/project';
import { maybe, said } from './written';

export interface OcdsIdentifier {
  readonly scheme: string;
  readonly id: string;
  readonly legalName?: string;
}

export interface OcdsReference {
  readonly id: string;
  readonly name?: string;
}

export interface OcdsOrganization extends OcdsReference {
  readonly identifier?: OcdsIdentifier;
  readonly address?: { readonly region: string };
  readonly roles: readonly ('buyer' | 'procuringEntity' | 'tenderer' | 'supplier')[];
}

/** Romania's trade register in the list of organisation registers OCDS uses (https://org-id.guide/list/RO-CUI). */
export const RO_CUI = 'RO-CUI';

/**
 * A fiscal code under its register. Ten digits at most: thirteen would be a personal number (CNP), which is nobody's
 * business. A foreign number has no scheme that is known from the country alone, so it stays out.
 */
const identifierOf = (identifier: string, country: string, legalName: string): OcdsIdentifier | null => {
  const code = said(identifier);
  const romanian = country === '' || country === 'RO';
  return romanian && /^[1-9]\d{1,9}$/.test(code) ? { scheme: RO_CUI, id: code, ...maybe('legalName', said(legalName)) } : null;
};

/** The buyer's id within the release; not its fiscal code, so that correcting that leaves the id as it was. */
const BUYER_ID = 'buyer';

const NUTS = /^[A-Z]{2}[A-Z0-9]{0,3}$/;

export const buyerReference = (buyer: Buyer): OcdsReference => ({ id: BUYER_ID, ...maybe('name', said(buyer.name)) });

export const buyerIdentifier = (buyer: Buyer): OcdsIdentifier | null => identifierOf(buyer.identifier, 'RO', buyer.name);

/** The authority both pays and runs the procurement. `address.region` takes the NUTS code, as OCDS for the EU does. */
export const buyerParty = (buyer: Buyer): OcdsOrganization => ({
  ...buyerReference(buyer),
  ...maybe('identifier', buyerIdentifier(buyer)),
  ...maybe('address', NUTS.test(buyer.nutsCode) ? { region: buyer.nutsCode } : null),
  roles: ['buyer', 'procuringEntity'],
});

/** Bidder ids have a prefix of their own, so that no record's id can be the buyer's. */
export const tendererReference = (bidder: Bidder): OcdsReference => ({ id: `tenderer-${bidder.id}`, ...maybe('name', said(bidder.name)) });

/** Name and fiscal code of an economic operator. The e-mail stays here. */
export const tendererParty = (bidder: Bidder, hasWon: boolean): OcdsOrganization => ({
  ...tendererReference(bidder),
  ...maybe('identifier', identifierOf(bidder.identifier, bidder.country, bidder.name)),
  roles: hasWon ? ['tenderer', 'supplier'] : ['tenderer'],
});
