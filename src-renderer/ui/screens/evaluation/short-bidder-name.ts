/** A bidder's name without its legal form, short enough to stand beside a point of a chart. */

/** Romanian and common EU legal forms, as they are written with and without dots. */
const LEGAL_FORM_BEFORE = /^S\.?\s?C\.?\s+/iu;
const LEGAL_FORM_AFTER = /[\s,]+(?:S\.?\s?R\.?\s?L\.?(?:-D\.?)?|S\.?\s?A\.?|S\.?\s?N\.?\s?C\.?|S\.?\s?C\.?\s?S\.?|P\.?F\.?A\.?|GmbH|Ltd\.?|Kft\.?|S\.?p\.?A\.?|B\.?V\.?)$/iu;

export const shortBidderName = (name: string, longest = 26): string => {
  const trimmed = name.trim();
  const bare = trimmed.replace(LEGAL_FORM_BEFORE, '').replace(LEGAL_FORM_AFTER, '').trim();
  const best = bare === '' ? trimmed : bare;
  return best.length <= longest ? best : `${best.slice(0, longest - 1).trimEnd()}…`;
};
