/** The articles of law, wherever a sentence names one: where it stands, when it was looked up, how surely it is known. */
import type { law as ro } from '../ro/law';

export const law = {
  'law.open': 'Legal basis: {references}',
  'law.title': 'Legal basis',
  'law.known': '{certainty, select, verbatim {Read in the text of the law} derived {Computed from the law} other {To be looked up before it is relied on}}, checked on {date}.',
  'law.unchecked': 'An article you wrote; Caiet has not looked it up.',
  'law.source': 'Source: {act}, legislatie.just.ro.',
  'law.source.consolidated': 'Source: {act}, text consolidated on {date}, legislatie.just.ro.',
  'law.advice': 'It helps to find the article; it is not legal advice.',
  'law.annex': 'Legal basis of this document',
  'law.annex.reference': 'Article',
  'law.annex.checkedOn': 'Checked on',
  'law.annex.certainty': 'Certainty',
  'law.annex.unchecked': 'not looked up',
} as const satisfies Record<keyof typeof ro, string>;
