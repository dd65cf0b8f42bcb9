/** Reasons for scores: the law wants them founded on concrete elements of the bid (Norms HG 395/2016 art. 131 par. 4). */

/** A reason shorter than this, in UTF-16 units, hardly names what was seen and where; ours, the article has no number. */
export const SHORTEST_REASON = 40;

/** True for a reason that is there and says little. */
export const isShortReason = (reason: string): boolean => {
  const { length } = reason.trim();
  return length > 0 && length < SHORTEST_REASON;
};
